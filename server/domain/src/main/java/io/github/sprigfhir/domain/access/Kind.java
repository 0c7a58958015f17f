package io.github.sprigfhir.domain.access;

import java.util.Arrays;
import java.util.Optional;

/** What a resource is, as far as access asks: its FHIR type, or that it is one of the definitions. */
public enum Kind {
    PATIENT("Patient", Group.RECORDS),
    CONSENT("Consent", Group.RECORDS),
    FLAG("Flag", Group.RECORDS),
    CONDITION("Condition", Group.RECORDS),
    COMPOSITION("Composition", Group.RECORDS),
    SERVICE_REQUEST("ServiceRequest", Group.RECORDS),
    TASK("Task", Group.RECORDS),
    ENCOUNTER("Encounter", Group.RECORDS),
    OBSERVATION("Observation", Group.RECORDS),
    GOAL("Goal", Group.RECORDS),
    CARE_PLAN("CarePlan", Group.RECORDS),
    COMMUNICATION("Communication", Group.RECORDS),
    QUESTIONNAIRE_RESPONSE("QuestionnaireResponse", Group.RECORDS),
    SUBSCRIPTION("Subscription", Group.RECORDS),
    PROVENANCE("Provenance", Group.RECORDS),
    ORGANIZATION("Organization", Group.DIRECTORY),
    HEALTHCARE_SERVICE("HealthcareService", Group.DIRECTORY),
    LOCATION("Location", Group.DIRECTORY),
    PRACTITIONER("Practitioner", Group.DIRECTORY),
    PRACTITIONER_ROLE("PractitionerRole", Group.DIRECTORY),
    VERIFICATION_RESULT("VerificationResult", Group.DIRECTORY),
    AUDIT_EVENT("AuditEvent", Group.AUDIT),
    /** Whatever comes with the FHIR package: profiles, terminology, search parameters, operations. */
    DEFINITION("definitions", Group.DEFINITIONS);

    private enum Group {
        RECORDS,
        DIRECTORY,
        AUDIT,
        DEFINITIONS
    }

    private final String type;
    private final Group group;

    Kind(String type, Group group) {
        this.type = type;
        this.group = group;
    }

    /** The FHIR type; the word "definitions" for these. */
    public String type() {
        return type;
    }

    /** The kind of that FHIR type; none for a definition's, and where this server has no such type. */
    public static Optional<Kind> ofType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind != DEFINITION && kind.type.equals(type))
                .findFirst();
    }

    /** Whether it is about people, so that only their circle of care sees it. */
    public boolean isRecord() {
        return group == Group.RECORDS;
    }

    /** Whether it is part of the directory, which everybody who is let in may read. */
    public boolean isDirectory() {
        return group == Group.DIRECTORY;
    }
}
