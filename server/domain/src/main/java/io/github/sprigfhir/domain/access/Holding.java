package io.github.sprigfhir.domain.access;

import java.util.Set;

/** What a resource type holds, and so by which rule it is seen. */
public enum Holding {
    /** Records of people, and the wishes to hear of them: seen by label alone. */
    PEOPLE,
    /** Who takes part and which services there are: read by everybody who is let in. */
    DIRECTORY,
    /** What this server understands: read by everybody who is let in. */
    DEFINITIONS,
    /** Who did what: read by the administrator, and of one person by who asks for them. */
    AUDIT,
    /** Anything else, which nobody is shown. */
    UNKNOWN;

    private static final Set<String> OF_PEOPLE = Set.of(
            "CarePlan",
            "Communication",
            "Composition",
            "Condition",
            "Consent",
            "Encounter",
            "Flag",
            "Goal",
            "Observation",
            "Patient",
            "Provenance",
            "QuestionnaireResponse",
            "ServiceRequest",
            "Subscription",
            "Task");

    private static final Set<String> OF_THE_DIRECTORY = Set.of(
            "HealthcareService", "Location", "Organization", "Practitioner", "PractitionerRole", "VerificationResult");

    private static final Set<String> DEFINING = Set.of(
            "CodeSystem",
            "ConceptMap",
            "Measure",
            "NamingSystem",
            "ObservationDefinition",
            "OperationDefinition",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");

    /** By the name of the type, such as {@code Patient}. */
    public static Holding of(String type) {
        if (OF_PEOPLE.contains(type)) {
            return PEOPLE;
        }
        if (OF_THE_DIRECTORY.contains(type)) {
            return DIRECTORY;
        }
        if (DEFINING.contains(type)) {
            return DEFINITIONS;
        }
        return type.equals("AuditEvent") ? AUDIT : UNKNOWN;
    }
}
