package io.github.sprigfhir.domain.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.terminology.ConstraintReader.Reading;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of sets of concepts. */
class ConstraintProperties {

    private final SmallTaxonomy taxonomy = new SmallTaxonomy();

    @Property
    void kindsOrSelfAreKindsAndSelves(@ForAll("constraints") Constraint of) {
        var either = new Constraint.Either(List.of(of, new Constraint.Kinds(of, false)));

        assertThat(taxonomy.meant(new Constraint.Kinds(of, true))).isEqualTo(taxonomy.meant(either));
        assertThat(taxonomy.meant(new Constraint.Kinds(of, false)))
                .containsAll(taxonomy.meant(new Constraint.Children(of, false)));
    }

    @Property
    void whatIsTakenIsNotLeft(@ForAll("constraints") Constraint one, @ForAll("constraints") Constraint other) {
        var left = taxonomy.meant(new Constraint.Without(one, other));
        var both = taxonomy.meant(new Constraint.All(List.of(one, other)));

        assertThat(left).noneMatch(both::contains);
        var again = new HashSet<>(left);
        again.addAll(both);
        assertThat(again).isEqualTo(taxonomy.meant(one));
    }

    /** Whoever sends it decides; a reader that never ends or breaks would be theirs. */
    @Property
    void anyTextIsReadOrRefused(@ForAll("texts") String text) {
        assertThat(ConstraintReader.read(text)).isInstanceOfAny(Reading.Sound.class, Reading.Faulty.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "<", "<<", "!", "^", "*", "(", ")", ",", "AND", "OR", "MINUS", " ", "|", "73211009", ">", "/*")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Constraint> constraints() {
        return Arbitraries.recursive(
                () -> Arbitraries.of(SmallTaxonomy.ALL).map(code -> (Constraint) new Constraint.One(code)),
                inner -> Arbitraries.oneOf(
                        inner.map(Constraint.Members::new),
                        inner.map(of -> new Constraint.Kinds(of, true)),
                        inner.map(of -> new Constraint.Kinds(of, false)),
                        inner.map(of -> new Constraint.Children(of, false)),
                        Combinators.combine(inner, inner)
                                .as((one, other) -> new Constraint.Either(List.of(one, other)))),
                0,
                3);
    }
}
