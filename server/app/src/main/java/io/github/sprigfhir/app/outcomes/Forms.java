package io.github.sprigfhir.app.outcomes;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.platform.definitions.MoreDefinitions;
import io.github.sprigfhir.domain.outcomes.Form;
import io.github.sprigfhir.domain.outcomes.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The forms of instruments: those of the FHIR package, which everybody may read, and those that the operator must have
 * switched on. What is not switched on is nobody's to read, so it is no part of the package, whose files all are.
 */
@Component
final class Forms implements MoreDefinitions {

    private static final List<String> SWITCHABLE = List.of("sprig-form-ucla-3.json");

    private final OutcomeSettings settings;
    private final List<Questionnaire> switchable;
    private final Map<String, Form> forms = new LinkedHashMap<>();

    Forms(FhirPackage ours, FhirContext fhir, InstrumentRegistry registry, OutcomeSettings settings) {
        this.settings = settings;
        this.switchable = SWITCHABLE.stream().map(file -> read(fhir, file)).toList();
        Stream.concat(
                        ours.definitions().stream()
                                .filter(Questionnaire.class::isInstance)
                                .map(Questionnaire.class::cast),
                        switchable.stream())
                .forEach(form -> instrument(form, registry)
                        .ifPresent(instrument -> forms.put(form.getUrl(), FhirForm.of(form, instrument))));
    }

    /** The form that was answered, whichever version of it; none where the questions are no instrument's. */
    Optional<Form> answered(QuestionnaireResponse response) {
        return Optional.ofNullable(forms.get(FhirForm.url(response)));
    }

    /** By the canonical addresses of their Questionnaires. */
    Map<String, Form> all() {
        return forms;
    }

    @Override
    public List<Resource> offered() {
        return switchable.stream()
                .filter(this::isOffered)
                .<Resource>map(this::withAttribution)
                .toList();
    }

    @Override
    public List<String> withheld() {
        return switchable.stream()
                .filter(form -> !isOffered(form))
                .map(form -> "Questionnaire/" + form.getIdPart())
                .toList();
    }

    private boolean isOffered(Questionnaire form) {
        return Optional.ofNullable(forms.get(form.getUrl()))
                .filter(known -> known.instrument().mayBeWorded())
                .isPresent();
    }

    private Questionnaire withAttribution(Questionnaire form) {
        var instrument = form.getCodeFirstRep().getCode();
        var shown = form.copy();
        settings.switchedOn().stream()
                .filter(one -> one.instrument().equals(instrument))
                .findFirst()
                .ifPresent(one -> shown.setCopyright(one.attribution()));
        return shown;
    }

    private static Questionnaire read(FhirContext fhir, String file) {
        try (var json = new ClassPathResource(file).getInputStream()) {
            return fhir.newJsonParser().parseResource(Questionnaire.class, json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Instrument> instrument(Questionnaire form, InstrumentRegistry registry) {
        var codes = form.getCode().stream().map(FhirMeasure::coded).toList();
        return registry.instruments().all().stream()
                .filter(instrument -> codes.contains(instrument.code()))
                .filter(instrument -> instrument.version().equals(form.getVersion()))
                .findFirst();
    }
}
