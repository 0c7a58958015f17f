package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.platform.validation.ProfileValidator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.springframework.stereotype.Component;

/** The code systems that come whole: ours, and those of FHIR R4 itself. */
@Component
final class CodeSystems {

    private static final String ABSTRACT = "notSelectable";
    private static final String PARENT = "subsumedBy";

    private final ProfileValidator validator;
    /** Only of those that there are, so that nobody can fill the memory with names. */
    private final Map<String, Listed> read = new ConcurrentHashMap<>();

    CodeSystems(ProfileValidator validator) {
        this.validator = validator;
    }

    /**
     * A code.
     *
     * @param parents those that it is a kind of, in one step
     */
    record Entry(ConceptDefinitionComponent concept, Set<String> parents) {

        String display() {
            return concept.hasDisplay() ? concept.getDisplay() : concept.getCode();
        }

        /** Whether it only groups others. */
        boolean isAbstract() {
            return concept.getProperty().stream()
                    .anyMatch(property -> ABSTRACT.equals(property.getCode())
                            && property.hasValueBooleanType()
                            && property.getValueBooleanType().booleanValue());
        }
    }

    /**
     * A code system.
     *
     * @param isWhole whether a code that is not listed does not exist
     */
    record Listed(String url, String name, String version, boolean isWhole, Map<String, Entry> entries) {

        /** Whether a code is a kind of the other, in any number of steps; not of itself. */
        boolean isKindOf(String code, String other) {
            var above = new LinkedHashSet<>(parents(code));
            var next = List.copyOf(above);
            while (!next.isEmpty() && !above.contains(other)) {
                next = next.stream()
                        .flatMap(one -> parents(one).stream())
                        .filter(above::add)
                        .toList();
            }
            return above.contains(other);
        }

        private Set<String> parents(String code) {
            var entry = entries.get(code);
            return entry == null ? Set.of() : entry.parents();
        }
    }

    /** By its URI; none where it is not among them. */
    Optional<Listed> find(String url) {
        var known = read.get(url);
        if (known == null && validator.known().fetchCodeSystem(url) instanceof CodeSystem found && !isEmpty(found)) {
            known = read(found);
            read.put(url, known);
        }
        return Optional.ofNullable(known);
    }

    /** What it lists, in its order. */
    static Listed read(CodeSystem system) {
        var entries = new LinkedHashMap<String, Entry>();
        enter(system.getConcept(), Set.of(), entries);
        return new Listed(
                system.getUrl(),
                system.hasTitle() ? system.getTitle() : system.getName(),
                system.getVersion(),
                system.getContent() == CodeSystemContentMode.COMPLETE,
                entries);
    }

    private static boolean isEmpty(CodeSystem system) {
        return system.getContent() == CodeSystemContentMode.NOTPRESENT
                || system.getContent() == CodeSystemContentMode.SUPPLEMENT;
    }

    private static void enter(
            List<ConceptDefinitionComponent> concepts, Set<String> above, Map<String, Entry> entries) {
        for (var concept : concepts) {
            var parents = new LinkedHashSet<>(above);
            concept.getProperty().stream()
                    .filter(property -> PARENT.equals(property.getCode()) && property.hasValueCodeType())
                    .forEach(property -> parents.add(property.getValueCodeType().getCode()));
            entries.put(concept.getCode(), new Entry(concept, parents));
            enter(concept.getConcept(), Set.of(concept.getCode()), entries);
        }
    }
}
