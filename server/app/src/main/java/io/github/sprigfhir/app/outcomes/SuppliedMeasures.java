package io.github.sprigfhir.app.outcomes;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import io.github.sprigfhir.app.platform.CannotStart;
import io.github.sprigfhir.app.platform.validation.Problem;
import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import io.github.sprigfhir.domain.outcomes.DefinitionRules;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.springframework.stereotype.Component;

/** The definitions of scores in the operator's folder, each fit to score by; a faulty one stops the start. */
@Component
final class SuppliedMeasures {

    private static final String PROFILE = "https://sprig-fhir.github.io/ig/StructureDefinition/sprig-measure";

    private final FhirContext fhir;
    private final ProfileValidator validator;
    private final List<ObservationDefinition> definitions;

    SuppliedMeasures(OutcomeSettings settings, FhirContext fhir, ProfileValidator validator) {
        this.fhir = fhir;
        this.validator = validator;
        this.definitions = settings.instruments().isBlank() ? List.of() : read(Path.of(settings.instruments()));
    }

    List<ObservationDefinition> definitions() {
        return definitions;
    }

    private List<ObservationDefinition> read(Path folder) {
        var found = new ArrayList<ObservationDefinition>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                found.add(sound(file, parse(file)));
            }
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "the folder %s of sprig.outcomes.instruments cannot be read".formatted(folder), unreadable);
        }
        return List.copyOf(found);
    }

    private ObservationDefinition parse(Path file) throws IOException {
        try {
            var parser = fhir.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
            return parser.parseResource(ObservationDefinition.class, Files.readString(file));
        } catch (DataFormatException | MalformedInputException broken) {
            throw new CannotStart(
                    "the file %s is no ObservationDefinition in JSON: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    private ObservationDefinition sound(Path file, ObservationDefinition definition) {
        var faults = new ArrayList<String>();
        validator.validate(definition, PROFILE).stream()
                .filter(Problem::isError)
                .map(problem -> said(problem.expression(), problem.rule(), problem.text()))
                .forEach(faults::add);
        if (faults.isEmpty()) {
            DefinitionRules.faults(FhirMeasure.of(definition)).stream()
                    .map(fault ->
                            said(FhirMeasure.path(fault.part()), fault.part().key(), fault.text()))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new CannotStart("the definition %s is faulty: %s".formatted(file, String.join("; ", faults)));
        }
        return definition;
    }

    private static String said(String element, String rule, String text) {
        return "%s (%s): %s".formatted(element, rule, text);
    }
}
