package io.github.sprigfhir.app.outcomes;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** The scores that reports tell of. */
@Component
class MeasureBook {

    private static final String OWN = "https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure";

    List<Measured> all() {
        return List.of(
                of("ons4-life-satisfaction", "ONS4 life satisfaction", 1),
                of("ons4-worthwhile", "ONS4 worthwhile", 1),
                of("ons4-happiness", "ONS4 happiness", 1),
                of("ons4-anxiety", "ONS4 anxiety", -1));
    }

    private static Measured of(String code, String display, int sign) {
        return new Measured(
                OWN + "|" + code, new CodeableConcept(new Coding(OWN, code, display)), 10, sign, Optional.empty());
    }
}
