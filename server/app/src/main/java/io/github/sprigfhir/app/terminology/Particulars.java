package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.terminology.CodeFacts.Fact;
import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Code;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Writes down what is known of a code, as the answer to {@code $lookup}. */
@Component
final class Particulars {

    private static final String DEFINITION = "definition";

    private final CurrentSnomed snomed;
    private final CodeSystems systems;

    Particulars(CurrentSnomed snomed, CodeSystems systems) {
        this.snomed = snomed;
        this.systems = systems;
    }

    /**
     * All that is known of a code that there is.
     *
     * @param properties those that are wanted; all where none is named
     */
    Parameters of(Code code, Fact fact, String language, Set<String> properties) {
        var known = fact.known().orElseThrow();
        var answer = new Parameters();
        answer.addParameter(
                "name", code.isSnomed() && !fact.isWhole() ? "SNOMED CT (no edition is loaded)" : fact.systemName());
        if (!fact.version().isEmpty()) {
            answer.addParameter("version", fact.version());
        }
        var display = answer.addParameter().setName("display");
        display.setValue(new StringType(known.display()));
        if (code.isSnomed() && SnomedCode.parse(code.code()) instanceof Parsed.Valid<SnomedCode> sound) {
            var concepts = snomed.now();
            var names = concepts.names(List.of(code.code())).getOrDefault(code.code(), List.of());
            Expansion.inLanguage(names, language).ifPresent(name -> display.setValue(new StringType(name.text())));
            names.forEach(name -> designation(
                    answer,
                    name.language(),
                    new Coding(Code.SNOMED, name.isFull() ? Expansion.FULL_NAME : Expansion.SYNONYM, null),
                    name.text()));
            if (concepts.isWhole()) {
                property(answer, properties, "inactive", new BooleanType(!known.isActive()));
            }
            concepts.parents(sound.value())
                    .forEach(parent -> property(answer, properties, "parent", new CodeType(parent.value())));
            concepts.replacements(sound.value())
                    .forEach(other -> property(answer, properties, "replacedBy", new CodeType(other.code())));
        } else {
            listed(answer, code, properties);
        }
        return answer;
    }

    private void listed(Parameters answer, Code code, Set<String> properties) {
        systems.find(code.system())
                .map(system -> system.entries().get(code.code()))
                .ifPresent(entry -> {
                    var concept = entry.concept();
                    if (concept.hasDefinition()) {
                        property(answer, properties, DEFINITION, new StringType(concept.getDefinition()));
                    }
                    entry.parents().forEach(parent -> property(answer, properties, "parent", new CodeType(parent)));
                    concept.getProperty().forEach(one -> property(answer, properties, one.getCode(), one.getValue()));
                    concept.getDesignation()
                            .forEach(one -> designation(answer, one.getLanguage(), one.getUse(), one.getValue()));
                });
    }

    private static void designation(Parameters answer, String language, Coding use, String text) {
        var designation = answer.addParameter().setName("designation");
        designation.addPart().setName("language").setValue(new CodeType(language));
        designation.addPart().setName("use").setValue(use);
        designation.addPart().setName("value").setValue(new StringType(text));
    }

    private static void property(Parameters answer, Set<String> wanted, String name, Type value) {
        if (wanted.isEmpty() || wanted.contains(name)) {
            var property = answer.addParameter().setName("property");
            property.addPart().setName("code").setValue(new CodeType(name));
            property.addPart().setName("value").setValue(value);
        }
    }
}
