package io.github.sprigfhir.domain.consent;

import java.util.Set;

/** What a record is about, as far as an emergency concerns it. */
public enum RecordKind {
    /** Who the person is, what is known of them, who helps them. */
    OF_A_PERSON,
    /** Everything else: traces of what others did, subscriptions, and what everybody may read anyway. */
    OTHER;

    private static final Set<String> OF_PERSONS = Set.of(
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
            "QuestionnaireResponse",
            "ServiceRequest",
            "Task");

    /** The kind of a FHIR resource type; one that nobody listed is none of a person. */
    public static RecordKind of(String type) {
        return OF_PERSONS.contains(type) ? OF_A_PERSON : OTHER;
    }
}
