package io.github.sprigfhir.domain.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.domain.research.Study.Reading.Faulty;
import io.github.sprigfhir.domain.research.Study.Reading.Sound;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {

    private static final LocalDate LAST = LocalDate.parse("2027-03-31");
    private static final Protection FIVE = new Protection(5, Days.WEEKS, Area.DECILE);

    @Test
    void whatIsSoundIsTakenAsItWasSaid() {
        var study = new Study("walking-and-mood", "Does walking help?", LAST, Set.of("ons4"), FIVE, 7);

        assertThat(Study.read("walking-and-mood", "Does walking help?", LAST, Set.of("ons4"), FIVE, 7))
                .isEqualTo(new Sound(study));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var least = new Protection(1, Days.WEEKS, Area.NONE);

        assertThat(Study.read("Walking!", " ", LAST, Set.of(""), least, 0))
                .isEqualTo(new Faulty(List.of(
                        "The name is 3 to 40 small letters, digits and hyphens, and begins with a letter.",
                        "The purpose says what the project wants to find out.",
                        "Each instrument is named by its code.",
                        "At least 2 people share what is shown of each.",
                        "At least 1 day passes between releases.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "1st-study", "-study", "Study", "a_b", "a b c", "stúdy"})
    void aNameIsAToken(String name) {
        assertThat(Study.read(name, "Why", LAST, Set.of(), FIVE, 7)).isInstanceOf(Faulty.class);
        assertThatThrownBy(() -> new Study(name, "Why", LAST, Set.of(), FIVE, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The name is 3 to 40");
    }

    @Test
    void aNameHas40CharactersAtMost() {
        assertThat(named("a".repeat(40))).isInstanceOf(Sound.class);
        assertThat(named("a".repeat(41))).isInstanceOf(Faulty.class);
        assertThat(named("abc")).isInstanceOf(Sound.class);
    }

    @Test
    void twoAreTheFewestWhoShareWhatIsShown() {
        assertThat(Study.read("abc", "Why", LAST, Set.of(), new Protection(2, Days.WEEKS, Area.NONE), 1))
                .isInstanceOf(Sound.class);
    }

    @Test
    void itIsOpenToTheEndOfItsLastDay() {
        var study = new Study("abc", "Why", LAST, Set.of(), FIVE, 7);

        assertThat(study.isOpenOn(LAST)).isTrue();
        assertThat(study.isOpenOn(LAST.minusYears(1))).isTrue();
        assertThat(study.isOpenOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void itSeesItsInstrumentsOrAllWhereItNamesNone() {
        assertThat(new Study("abc", "Why", LAST, Set.of("ons4"), FIVE, 7).sees("ons4"))
                .isTrue();
        assertThat(new Study("abc", "Why", LAST, Set.of("ons4"), FIVE, 7).sees("phq-9"))
                .isFalse();
        assertThat(new Study("abc", "Why", LAST, Set.of(), FIVE, 7).sees("phq-9"))
                .isTrue();
    }

    private static Study.Reading named(String name) {
        return Study.read(name, "Why", LAST, Set.of(), FIVE, 7);
    }
}
