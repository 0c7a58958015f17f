package io.github.sprigfhir.domain.research;

import static io.github.sprigfhir.domain.research.Trait.AGE_BAND;
import static io.github.sprigfhir.domain.research.Trait.AREA;
import static io.github.sprigfhir.domain.research.Trait.DECILE;
import static io.github.sprigfhir.domain.research.Trait.ETHNICITY;
import static io.github.sprigfhir.domain.research.Trait.SEX;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FinenessTest {

    @Test
    void theFirstStepShowsAllThatTheProjectMaySee() {
        assertThat(ladder(Days.WEEKS, Area.SMALL_AREA).get(0))
                .isEqualTo(step(Precision.WEEK, AREA, DECILE, ETHNICITY, AGE_BAND, SEX));
        assertThat(ladder(Days.SINCE_FIRST, Area.DECILE).get(0))
                .isEqualTo(step(Precision.DAY, DECILE, ETHNICITY, AGE_BAND, SEX));
        assertThat(ladder(Days.WEEKS, Area.NONE).get(0)).isEqualTo(step(Precision.WEEK, ETHNICITY, AGE_BAND, SEX));
    }

    @ParameterizedTest
    @MethodSource("protections")
    void monthsComeBeforeATraitGoesAndYearsBeforeTheAgeDoes(Protection protection) {
        assertThat(Fineness.ladder(protection)).allSatisfy(step -> {
            assertThat(step.days().compareTo(Precision.MONTH) >= 0
                            || step.traits().contains(ETHNICITY))
                    .isTrue();
            assertThat(step.days().compareTo(Precision.YEAR) >= 0
                            || step.traits().containsAll(Set.of(AGE_BAND, SEX)))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("protections")
    void contactsAreLeftOutBeforeAnythingElseIsShownMoreCoarsely(Protection protection) {
        var ladder = Fineness.ladder(protection);
        for (int at = 0; at < ladder.size(); at += 2) {
            var step = ladder.get(at);
            assertThat(step.contacts()).isTrue();
            assertThat(ladder.get(at + 1)).isEqualTo(new Fineness(step.traits(), step.days(), false));
        }
    }

    @Test
    void whereContactsAreLeftOutAllElseIsShown() {
        var step = new Fineness(Set.of(), Precision.NONE, false);
        var day = LocalDate.of(2026, 3, 2);

        assertThat(step.shows(new Happening("Encounter", day))).isFalse();
        assertThat(step.shows(new Happening("Task", day))).isTrue();
        assertThat(step(Precision.NONE).shows(new Happening("Encounter", day))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("protections")
    void noStepShowsWhatTheProjectMayNotSee(Protection protection) {
        assertThat(Fineness.ladder(protection)).allSatisfy(step -> {
            assertThat(step.days()).isGreaterThanOrEqualTo(protection.days().finest());
            assertThat(step.traits()).allMatch(protection.area()::allows);
        });
    }

    @ParameterizedTest
    @MethodSource("protections")
    void noStepShowsAllThatAnEarlierOneShows(Protection protection) {
        var ladder = Fineness.ladder(protection);
        for (int later = 1; later < ladder.size(); later++) {
            var step = ladder.get(later);
            assertThat(ladder.subList(0, later))
                    .noneMatch(earlier -> step.traits().containsAll(earlier.traits())
                            && step.days().compareTo(earlier.days()) <= 0
                            && (step.contacts() || !earlier.contacts()));
        }
    }

    @ParameterizedTest
    @MethodSource("protections")
    void theLastStepShowsNothing(Protection protection) {
        var ladder = Fineness.ladder(protection);

        assertThat(ladder.get(ladder.size() - 1)).isEqualTo(new Fineness(Set.of(), Precision.NONE, false));
    }

    @Test
    void whereTheProjectSeesNoAreaItSeesNoDecileEither() {
        assertThat(Area.NONE.allows(AREA)).isFalse();
        assertThat(Area.NONE.allows(DECILE)).isFalse();
        assertThat(Area.DECILE.allows(AREA)).isFalse();
        assertThat(Area.DECILE.allows(DECILE)).isTrue();
        assertThat(Area.SMALL_AREA.allows(AREA)).isTrue();
        assertThat(Area.SMALL_AREA.allows(DECILE)).isTrue();
        assertThat(Area.NONE.allows(SEX)).isTrue();
    }

    @Test
    void ofTheTraitsOnlyThoseOfTheStepAreShown() {
        assertThat(step(Precision.YEAR, ETHNICITY, SEX).show(People.SOMEBODY))
                .isEqualTo(new Traits(
                        Optional.empty(), Optional.of("female"), Optional.of("A"), Optional.empty(), Optional.empty()));
        assertThat(step(Precision.YEAR, AGE_BAND, AREA, DECILE).show(People.SOMEBODY))
                .isEqualTo(new Traits(
                        Optional.of("35-44"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("E01000001"),
                        Optional.of(3)));
    }

    static Stream<Protection> protections() {
        return Stream.of(Days.values())
                .flatMap(days -> Stream.of(Area.values()).map(area -> new Protection(5, days, area)));
    }

    private static List<Fineness> ladder(Days days, Area area) {
        return Fineness.ladder(new Protection(5, days, area));
    }

    private static Fineness step(Precision days, Trait... traits) {
        return new Fineness(Set.of(traits), days, true);
    }
}
