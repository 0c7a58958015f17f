package io.github.sprigfhir.app.referral.record;

import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** By which search parameter records of a type belong to a person, to an episode or to its referral alone. */
record Belonging(Class<? extends Resource> type, String parameter, To to) {

    enum To {
        PERSON,
        EPISODE,
        REFERRAL
    }

    private static final Map<String, Belonging> ALL = Map.ofEntries(
            entry(Consent.class, "patient", To.PERSON),
            entry(Flag.class, "patient", To.PERSON),
            entry(Condition.class, "patient", To.PERSON),
            entry(Composition.class, "patient", To.PERSON),
            entry(Observation.class, "based-on", To.EPISODE),
            entry(QuestionnaireResponse.class, "based-on", To.EPISODE),
            entry(Encounter.class, "based-on", To.EPISODE),
            entry(Communication.class, "based-on", To.EPISODE),
            entry(CarePlan.class, "referral", To.REFERRAL),
            entry(Goal.class, "addresses", To.REFERRAL),
            entry(Task.class, "focus", To.REFERRAL));

    static boolean knows(String type) {
        return ALL.containsKey(type);
    }

    static Belonging of(String type) {
        return Objects.requireNonNull(ALL.get(type), type);
    }

    String typeName() {
        return type.getSimpleName();
    }

    private static Map.Entry<String, Belonging> entry(Class<? extends Resource> type, String parameter, To to) {
        return Map.entry(type.getSimpleName(), new Belonging(type, parameter, to));
    }
}
