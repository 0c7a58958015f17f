package io.github.sprigfhir.app.platform;

import java.util.Set;
import java.util.TreeSet;

/** The FHIR resource types that this server knows; all others are refused as unknown. */
public final class ResourceTypes {

    /** Records of people and of the services that help them: read and written by clients. */
    public static final Set<String> RECORDS = Set.of(
            "CarePlan",
            "Communication",
            "Composition",
            "Condition",
            "Consent",
            "Encounter",
            "Flag",
            "Goal",
            "HealthcareService",
            "Location",
            "Observation",
            "Organization",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "Provenance",
            "QuestionnaireResponse",
            "ServiceRequest",
            "Subscription",
            "Task",
            "VerificationResult");

    /** What the FHIR package defines: loaded from it at start, read by clients, written by nobody else. */
    public static final Set<String> DEFINITIONS = Set.of(
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

    /** Records that the server alone writes, and clients read. */
    public static final Set<String> OUR_RECORDS = Set.of("Provenance");

    private ResourceTypes() {}

    public static Set<String> served() {
        var served = new TreeSet<>(RECORDS);
        served.addAll(DEFINITIONS);
        return served;
    }
}
