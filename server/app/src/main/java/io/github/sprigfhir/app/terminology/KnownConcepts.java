package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Code;
import io.github.sprigfhir.domain.terminology.Constraint;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * The concepts of SNOMED CT that our own value sets list, which serve where no edition is loaded. A value set whose
 * identifier is the address of a reference set stands in for it; whether its codes are members, only an edition can say.
 */
final class KnownConcepts implements Concepts {

    private static final Pattern REFERENCE_SET = Pattern.compile("http://snomed\\.info/sct\\?fhir_vs=refset/(\\d+)");

    private final Map<String, Concept> concepts = new TreeMap<>();
    private final Map<String, Set<SnomedCode>> sets = new HashMap<>();

    KnownConcepts(Collection<ValueSet> ours) {
        for (var valueSet : ours) {
            var standsFor = valueSet.getIdentifier().stream()
                    .map(one -> REFERENCE_SET.matcher(String.valueOf(one.getValue())))
                    .filter(java.util.regex.Matcher::matches)
                    .flatMap(matched -> concept(matched.group(1)).stream())
                    .toList();
            for (var part : valueSet.getCompose().getInclude()) {
                if (Code.SNOMED.equals(part.getSystem())) {
                    part.getConcept().forEach(one -> {
                        concepts.putIfAbsent(
                                one.getCode(), new Concept(one.getCode(), true, one.getDisplay(), one.getDisplay()));
                        sets.computeIfAbsent(one.getCode(), first -> new HashSet<>())
                                .addAll(standsFor);
                    });
                }
            }
        }
    }

    @Override
    public Optional<String> version() {
        return Optional.empty();
    }

    @Override
    public Optional<Concept> find(SnomedCode code) {
        return Optional.ofNullable(concepts.get(code.value()));
    }

    @Override
    public Map<String, List<Name>> names(Collection<String> codes) {
        var names = new HashMap<String, List<Name>>();
        codes.forEach(code -> {
            var concept = concepts.get(code);
            names.put(code, concept == null ? List.of() : List.of(new Name(concept.display(), "en", false)));
        });
        return names;
    }

    @Override
    public List<Concept> replacements(SnomedCode code) {
        return List.of();
    }

    @Override
    public Page expand(Constraint constraint, boolean activeOnly, List<String> words, int offset, int count) {
        var meant = concepts.values().stream()
                .filter(one -> concept(one.code())
                        .filter(code -> constraint.holds(code, this))
                        .isPresent())
                .filter(one -> Words.areIn(words, one.display()))
                .sorted(Comparator.comparing(Concept::display).thenComparing(Concept::code))
                .toList();
        return new Page(meant.stream().skip(offset).limit(count).toList(), meant.size());
    }

    @Override
    public Set<SnomedCode> parents(SnomedCode concept) {
        return Set.of();
    }

    @Override
    public Set<SnomedCode> ancestors(SnomedCode concept) {
        return Set.of();
    }

    @Override
    public Set<SnomedCode> referenceSets(SnomedCode concept) {
        return sets.getOrDefault(concept.value(), Set.of());
    }

    private static Optional<SnomedCode> concept(String code) {
        return SnomedCode.parse(code) instanceof Parsed.Valid<SnomedCode> sound
                ? Optional.of(sound.value())
                : Optional.empty();
    }
}
