package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.outcomes.InstrumentRegistry;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.Direction;
import io.github.sprigfhir.domain.outcomes.Measure;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** The scores that reports tell of: all of the registry's that have a least and a most. */
@Component
class MeasureBook {

    private final Map<String, Measured> measures = new TreeMap<>();
    private final Map<Coded, String> keys =
            new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));

    MeasureBook(InstrumentRegistry registry) {
        registry.instruments().all().stream()
                .flatMap(instrument -> instrument.measures().stream())
                .forEach(this::enter);
    }

    private void enter(Measure measure) {
        var key = measure.codes().get(0).toString();
        measure.codes().forEach(code -> keys.put(code, key));
        var scale = measure.scale();
        if (scale.low().isPresent() && scale.high().isPresent()) {
            var concept = new CodeableConcept().setText(measure.title());
            measure.codes()
                    .forEach(code -> concept.addCoding(
                            new Coding().setSystem(code.system()).setCode(code.code())));
            measures.put(
                    key,
                    new Measured(
                            key,
                            concept,
                            scale.high().get().subtract(scale.low().get()).doubleValue(),
                            measure.meaning().direction() == Direction.HIGHER_BETTER ? 1 : -1,
                            measure.meaning().reliableChange().map(BigDecimal::doubleValue)));
        }
    }

    /** In the order of their keys. */
    List<Measured> all() {
        return List.copyOf(measures.values());
    }

    /** The key of the score that one of these codes names; none where nobody knows it. */
    Optional<String> keyOf(Collection<Coding> codes) {
        return codes.stream()
                .filter(coding -> coding.hasSystem() && coding.hasCode())
                .flatMap(coding ->
                        Optional.ofNullable(keys.get(new Coded(coding.getSystem(), coding.getCode()))).stream())
                .findFirst();
    }
}
