package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.Parsed;
import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Six concepts: a finding, a disease and diabetes with two kinds, of which one is of two parents; and a set of two. */
final class SmallTaxonomy implements Taxonomy {

    static final SnomedCode FINDING = code("404684003");
    static final SnomedCode DISEASE = code("64572001");
    static final SnomedCode DIABETES = code("73211009");
    static final SnomedCode TYPE_1 = code("46635009");
    static final SnomedCode TYPE_2 = code("44054006");
    static final SnomedCode LONELY = code("422650009");
    static final SnomedCode SET = code("1373501000000105");
    static final SnomedCode SETS = code("900000000000455006");

    static final List<SnomedCode> ALL = List.of(FINDING, DISEASE, DIABETES, TYPE_1, TYPE_2, LONELY, SET, SETS);

    private static final Map<SnomedCode, Set<SnomedCode>> PARENTS = Map.of(
            DISEASE, Set.of(FINDING),
            DIABETES, Set.of(DISEASE),
            TYPE_1, Set.of(DIABETES, LONELY),
            TYPE_2, Set.of(DIABETES),
            LONELY, Set.of(FINDING),
            SET, Set.of(SETS));

    static SnomedCode code(String text) {
        return ((Parsed.Valid<SnomedCode>) SnomedCode.parse(text)).value();
    }

    @Override
    public Set<SnomedCode> parents(SnomedCode concept) {
        return PARENTS.getOrDefault(concept, Set.of());
    }

    @Override
    public Set<SnomedCode> ancestors(SnomedCode concept) {
        var found = new TreeSet<SnomedCode>((one, other) -> one.value().compareTo(other.value()));
        for (var parent : parents(concept)) {
            found.add(parent);
            found.addAll(ancestors(parent));
        }
        return found;
    }

    @Override
    public Set<SnomedCode> referenceSets(SnomedCode concept) {
        return Set.of(LONELY, DIABETES).contains(concept) ? Set.of(SET) : Set.of();
    }

    /** Those of them that are meant. */
    Set<SnomedCode> meant(Constraint constraint) {
        return ALL.stream().filter(one -> constraint.holds(one, this)).collect(Collectors.toSet());
    }
}
