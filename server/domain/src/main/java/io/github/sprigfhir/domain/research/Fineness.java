package io.github.sprigfhir.domain.research;

import static io.github.sprigfhir.domain.research.Trait.AGE_BAND;
import static io.github.sprigfhir.domain.research.Trait.AREA;
import static io.github.sprigfhir.domain.research.Trait.DECILE;
import static io.github.sprigfhir.domain.research.Trait.ETHNICITY;
import static io.github.sprigfhir.domain.research.Trait.SEX;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How finely a person is shown: by which traits, how exactly their days, and whether their contacts are.
 *
 * @param traits those shown
 * @param days how finely
 * @param contacts whether it is shown that, and so how often, somebody saw them
 */
public record Fineness(Set<Trait> traits, Precision days, boolean contacts) {

    /** Days and traits from fine to coarse. Days tell most: months come before a trait goes, and years before two do. */
    private static final List<Fineness> STEPS = List.of(
            step(Precision.DAY, AREA, DECILE, ETHNICITY, AGE_BAND, SEX),
            step(Precision.DAY, DECILE, ETHNICITY, AGE_BAND, SEX),
            step(Precision.WEEK, AREA, DECILE, ETHNICITY, AGE_BAND, SEX),
            step(Precision.WEEK, DECILE, ETHNICITY, AGE_BAND, SEX),
            step(Precision.MONTH, DECILE, ETHNICITY, AGE_BAND, SEX),
            step(Precision.MONTH, DECILE, AGE_BAND, SEX),
            step(Precision.MONTH, AGE_BAND, SEX),
            step(Precision.YEAR, DECILE, ETHNICITY, AGE_BAND, SEX),
            step(Precision.YEAR, ETHNICITY, AGE_BAND, SEX),
            step(Precision.YEAR, AGE_BAND, SEX),
            step(Precision.YEAR, SEX),
            step(Precision.YEAR),
            step(Precision.NONE));

    public Fineness {
        traits = Set.copyOf(traits);
    }

    /**
     * The steps for one project, from fine to coarse; none shows what the project may not see. Before days or traits are
     * shown more coarsely, contacts are left out.
     */
    static List<Fineness> ladder(Protection protection) {
        return STEPS.stream()
                .filter(step ->
                        step.days == step.days.orCoarser(protection.days().finest()))
                .map(step -> step.within(protection.area()))
                .distinct()
                .flatMap(step -> Stream.of(step, new Fineness(step.traits, step.days, false)))
                .toList();
    }

    /** Whether it is shown that something is on record. */
    public boolean shows(Happening happening) {
        return contacts || !happening.isContact();
    }

    /** Of these traits, those that are shown. */
    public Traits show(Traits known) {
        return new Traits(
                shown(AGE_BAND, known.ageBand()),
                shown(SEX, known.sex()),
                shown(ETHNICITY, known.ethnicity()),
                shown(AREA, known.area()),
                shown(DECILE, known.decile()));
    }

    private <T> Optional<T> shown(Trait trait, Optional<T> value) {
        return value.filter(known -> traits.contains(trait));
    }

    private Fineness within(Area area) {
        return new Fineness(traits.stream().filter(area::allows).collect(Collectors.toSet()), days, contacts);
    }

    private static Fineness step(Precision days, Trait... traits) {
        return new Fineness(Set.of(traits), days, true);
    }
}
