package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.app.outcomes.OutcomeSettings.SwitchedOn;
import io.github.sprigfhir.app.platform.CannotStart;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.DefinitionFault;
import io.github.sprigfhir.domain.outcomes.DefinitionRules;
import io.github.sprigfhir.domain.outcomes.Instrument;
import io.github.sprigfhir.domain.outcomes.Instruments;
import io.github.sprigfhir.domain.outcomes.Licence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.springframework.stereotype.Component;

/** Every instrument that this server knows: those of the FHIR package, and those that its operator supplies. */
@Component
public final class InstrumentRegistry {

    private static final String OURS = "https://sprig-fhir.github.io/ig/CodeSystem/outcome-instrument";

    private final Instruments instruments;

    InstrumentRegistry(FhirPackage ours, SuppliedMeasures supplied, OutcomeSettings settings) {
        var licences = ours.definitions().stream()
                .filter(definition -> OURS.equals(definition.getUrl()))
                .map(CodeSystem.class::cast)
                .findFirst()
                .orElseThrow();
        instruments = assemble(licences, ours.measures(), supplied.definitions(), settings);
    }

    /**
     * Puts both together.
     *
     * @param ours the code system of our instruments, with what may be done with the words of each
     */
    static Instruments assemble(
            CodeSystem ours,
            List<ObservationDefinition> measures,
            List<ObservationDefinition> supplied,
            OutcomeSettings settings) {
        var licences = licences(ours);
        var known = group(measures);
        var added = group(supplied);
        added.keySet().stream()
                .map(Key::code)
                .filter(code -> code.system().equals(OURS))
                .findFirst()
                .ifPresent(code -> {
                    throw new CannotStart(
                            "sprig.outcomes.instruments defines %s, and the code system %s is Sprig's own; give the instrument a code of your own"
                                    .formatted(code.code(), OURS));
                });
        // What an operator adds is theirs to answer for, and so to switch on.
        added.keySet().forEach(key -> licences.put(key.code(), Licence.SWITCHABLE));
        settings.switchedOn().forEach(one -> check(one, licences));
        known.putAll(added);
        return new Instruments(known.entrySet().stream()
                .map(entry ->
                        instrument(entry.getKey(), entry.getValue(), mayBeWorded(entry.getKey(), licences, settings)))
                .toList());
    }

    public Instruments instruments() {
        return instruments;
    }

    private record Key(Coded code, String version) {}

    private static Map<Key, List<ObservationDefinition>> group(List<ObservationDefinition> definitions) {
        var grouped = new LinkedHashMap<Key, List<ObservationDefinition>>();
        for (var definition : definitions) {
            var instrument = FhirMeasure.instrument(definition);
            grouped.computeIfAbsent(
                            new Key(FhirMeasure.coded(instrument), instrument.getVersion()), key -> new ArrayList<>())
                    .add(definition);
        }
        return grouped;
    }

    private static Instrument instrument(Key key, List<ObservationDefinition> definitions, boolean mayBeWorded) {
        var instrument = new Instrument(
                key.code(),
                key.version(),
                FhirMeasure.instrument(definitions.get(0)).getDisplay(),
                mayBeWorded,
                definitions.stream().map(FhirMeasure::of).toList());
        var faults = DefinitionRules.faults(instrument);
        if (!faults.isEmpty()) {
            throw new CannotStart("the definitions of %s do not fit each other: %s"
                    .formatted(
                            key.code(),
                            faults.stream().map(DefinitionFault::text).collect(Collectors.joining(" "))));
        }
        return instrument;
    }

    private static Map<Coded, Licence> licences(CodeSystem ours) {
        var licences = new LinkedHashMap<Coded, Licence>();
        ours.getConcept().forEach(concept -> licences.put(new Coded(OURS, concept.getCode()), licence(concept)));
        return licences;
    }

    /** One that does not say is kept as one that forbids. */
    private static Licence licence(ConceptDefinitionComponent instrument) {
        var stated = instrument.getProperty().stream()
                .map(property -> property.getValue())
                .filter(Coding.class::isInstance)
                .map(value -> ((Coding) value).getCode())
                .collect(Collectors.toSet());
        return Arrays.stream(Licence.values())
                .filter(licence -> stated.contains(licence.code()))
                .findFirst()
                .orElse(Licence.SCORE_ONLY);
    }

    private static void check(SwitchedOn asked, Map<Coded, Licence> licences) {
        var switchable = licences.entrySet().stream()
                .filter(entry -> entry.getValue() == Licence.SWITCHABLE)
                .map(entry -> entry.getKey().code())
                .toList();
        if (!switchable.contains(asked.instrument())) {
            throw new CannotStart("sprig.outcomes.switched-on names %s, and these may be switched on: %s"
                    .formatted(asked.instrument(), String.join(", ", switchable)));
        }
    }

    private static boolean mayBeWorded(Key key, Map<Coded, Licence> licences, OutcomeSettings settings) {
        return switch (licences.getOrDefault(key.code(), Licence.SCORE_ONLY)) {
            case EMBED -> true;
            case SWITCHABLE ->
                settings.switchedOn().stream()
                        .anyMatch(one -> one.instrument().equals(key.code().code()));
            case SCORE_ONLY -> false;
        };
    }
}
