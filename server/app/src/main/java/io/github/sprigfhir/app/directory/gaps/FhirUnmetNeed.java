package io.github.sprigfhir.app.directory.gaps;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;

/** Tells an Observation that a need is unmet from others, and reads it. */
public final class FhirUnmetNeed {

    public static final String NEEDS = "https://sprig-fhir.github.io/ig/CodeSystem/need-category";

    private static final String KIND = "https://sprig-fhir.github.io/ig/CodeSystem/observation-kind";
    private static final String CODE = "unmet-need";
    private static final String AGAINST = "unsuitable";

    private FhirUnmetNeed() {}

    /** The code of such an Observation. */
    public static CodeableConcept code() {
        return new CodeableConcept(new Coding(KIND, CODE, "Unmet need"));
    }

    /** The code of a component that says why a service did not suit. */
    public static CodeableConcept against() {
        return new CodeableConcept(new Coding(KIND, AGAINST, "Why nothing suited"));
    }

    public static boolean is(Observation observation) {
        return observation.getCode().hasCoding(KIND, CODE);
    }

    /** Whether it says that a need is unmet, and nobody has taken that back. */
    public static boolean stands(Observation observation) {
        return is(observation)
                && switch (observation.getStatus()) {
                    case CANCELLED, ENTEREDINERROR -> false;
                    case REGISTERED, PRELIMINARY, FINAL, AMENDED, CORRECTED, UNKNOWN, NULL -> true;
                };
    }

    /** The category of the need; none in what is not coded so. */
    public static Optional<String> need(Observation observation) {
        return observation.getValue() instanceof CodeableConcept concept
                ? concept.getCoding().stream()
                        .filter(coding -> NEEDS.equals(coding.getSystem()))
                        .map(Coding::getCode)
                        .findFirst()
                : Optional.empty();
    }
}
