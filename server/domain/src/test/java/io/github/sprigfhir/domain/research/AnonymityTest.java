package io.github.sprigfhir.domain.research;

import static io.github.sprigfhir.domain.research.People.SOMEBODY;
import static io.github.sprigfhir.domain.research.People.naming;
import static io.github.sprigfhir.domain.research.People.subject;
import static io.github.sprigfhir.domain.research.People.traits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnonymityTest {

    private static final Protection TWO = new Protection(2, Days.WEEKS, Area.SMALL_AREA);

    @Test
    void whoIsAlikeIsShownAtTheFinest() {
        var found =
                Anonymity.of(TWO, List.of(subject("b", SOMEBODY, "2026-03-02"), subject("a", SOMEBODY, "2026-03-08")));

        assertThat(found.shown()).containsOnlyKeys("a", "b").containsValues(step(0));
        assertThat(found.withheld()).isEmpty();
        assertThat(found.smallest()).isEqualTo(2);
    }

    @Test
    void whoIsAloneIsNotShown() {
        var found = Anonymity.of(TWO, List.of(subject("a", SOMEBODY, "2026-03-02")));

        assertThat(found.shown()).isEmpty();
        assertThat(found.withheld()).containsExactly("a");
        assertThat(found.smallest()).isZero();
    }

    @Test
    void whereNobodyTakesPartNobodyIsShown() {
        var found = Anonymity.of(TWO, List.of());

        assertThat(found.shown()).isEmpty();
        assertThat(found.withheld()).isEmpty();
        assertThat(found.smallest()).isZero();
    }

    @Test
    void whoSharesMonthsButNoWeeksIsShownByMonths() {
        var found =
                Anonymity.of(TWO, List.of(subject("a", SOMEBODY, "2026-03-02"), subject("b", SOMEBODY, "2026-03-30")));

        assertThat(found.shown()).containsValues(step(2)).hasSize(2);
    }

    @Test
    void whoLivesElsewhereIsShownByTheirDecile() {
        var elsewhere = traits("35-44", "female", "A", "E01000002", 3);
        var found =
                Anonymity.of(TWO, List.of(subject("a", SOMEBODY, "2026-03-02"), subject("b", elsewhere, "2026-03-02")));

        assertThat(found.shown().values()).containsExactly(step(1), step(1));
    }

    @Test
    void oneDayMoreOnRecordSetsSomebodyApartEvenWhereNoDayIsShown() {
        var found = Anonymity.of(
                TWO, List.of(subject("a", SOMEBODY, "2026-03-02"), subject("b", SOMEBODY, "2026-03-02", "2026-03-02")));

        assertThat(found.withheld()).containsExactly("a", "b");
    }

    @Test
    void howMuchThereIsOfEachTypeSetsSomebodyApart() {
        var monday = LocalDate.of(2026, 3, 2);
        var task = new Happening("Task", monday);
        var score = new Happening("Observation", monday);
        var found = Anonymity.of(
                TWO,
                List.of(
                        new Subject("a", SOMEBODY, List.of(task, task, score), Set.of()),
                        new Subject("b", SOMEBODY, List.of(task, score, score), Set.of())));

        assertThat(found.withheld()).containsExactly("a", "b");
    }

    @Test
    void whoWasSeenMoreOftenIsShownWithoutTheirContacts() {
        var monday = LocalDate.of(2026, 3, 2);
        var task = new Happening("Task", monday);
        var contact = new Happening("Encounter", monday);
        var found = Anonymity.of(
                TWO,
                List.of(
                        new Subject("a", SOMEBODY, List.of(task, contact), Set.of()),
                        new Subject("b", SOMEBODY, List.of(task, contact, contact), Set.of())));

        assertThat(found.shown().values())
                .containsOnly(Fineness.ladder(TWO).get(1))
                .hasSize(2);
    }

    @Test
    void theOrderOfDaysSetsNobodyApart() {
        var found = Anonymity.of(
                TWO,
                List.of(
                        subject("a", SOMEBODY, "2026-03-02", "2026-05-02"),
                        subject("b", SOMEBODY, "2026-05-02", "2026-03-02")));

        assertThat(found.shown().values()).containsExactly(step(0), step(0));
    }

    @Test
    void whoIsShownFinelyDoesNotCountAmongTheCoarse() {
        var man = traits("35-44", "male", "A", "E01000001", 3);
        var found = Anonymity.of(
                TWO,
                List.of(
                        subject("a", SOMEBODY, "2026-03-02"),
                        subject("b", SOMEBODY, "2026-03-02"),
                        subject("c", man, "2026-03-02")));

        assertThat(found.shown()).containsOnlyKeys("a", "b");
        assertThat(found.withheld()).containsExactly("c");
    }

    @Test
    void theSmallestGroupIsCountedAtAllSteps() {
        var found = Anonymity.of(
                TWO,
                List.of(
                        subject("a", SOMEBODY, "2026-03-02"),
                        subject("b", SOMEBODY, "2026-03-02"),
                        subject("c", SOMEBODY, "2026-03-02"),
                        subject("d", SOMEBODY, "2025-01-02"),
                        subject("e", SOMEBODY, "2025-12-02")));

        assertThat(found.shown().get("d")).isEqualTo(step(5));
        assertThat(found.smallest()).isEqualTo(2);
    }

    @Test
    void nobodyIsTheirOwnNeighbour() {
        var twice = List.of(subject("a", SOMEBODY), subject("a", SOMEBODY));

        assertThatThrownBy(() -> Anonymity.of(TWO, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a");
    }

    @Test
    void aPlaceIsNamedOnceAsManyNameIt() {
        var found = Anonymity.of(
                TWO,
                List.of(
                        naming(subject("a", SOMEBODY, "2026-03-02"), "choir", "garden"),
                        naming(subject("b", SOMEBODY, "2026-03-02"), "choir"),
                        naming(subject("c", traits("35-44", "male", "A", "E01000001", 3), "2026-03-02"), "garden")));

        assertThat(found.places()).containsExactly("choir");
    }

    @Test
    void whoeverHasChangedStandsNoLongerWhereTheyStood() {
        var decided = naming(subject("a", SOMEBODY, "2026-03-02"), "choir");

        assertThat(naming(decided, "choir").isStill(decided)).isTrue();
        assertThat(naming(decided, "choir", "garden").isStill(decided)).isTrue();
        assertThat(naming(decided, "garden").isStill(decided)).isFalse();
        assertThat(naming(subject("a", SOMEBODY, "2026-03-03"), "choir").isStill(decided))
                .isFalse();
    }

    @Test
    void whoIsLeftAloneIsShownNoLonger() {
        var alike = Map.of(
                subject("a", SOMEBODY, "2026-03-02"), step(0),
                subject("b", SOMEBODY, "2026-03-03"), step(0),
                subject("c", SOMEBODY, "2026-05-04"), step(0),
                subject("d", SOMEBODY, "2026-05-04"), step(5),
                subject("e", SOMEBODY, "2026-05-05"), step(5),
                subject("f", SOMEBODY, "2026-05-06"), step(5));

        var left = Anonymity.left(TWO, alike);

        assertThat(left.shown()).containsOnlyKeys("a", "b", "d", "e", "f").containsEntry("d", step(5));
        assertThat(left.withheld()).containsExactly("c");
        assertThat(left.smallest()).isEqualTo(2);
    }

    @Test
    void whoNamesAPlaceThatTooFewNameIsShownNoLonger() {
        var one = naming(subject("a", SOMEBODY, "2026-03-02"), "choir", "garden");
        var two = naming(subject("b", SOMEBODY, "2026-03-02"), "choir", "garden");
        var three = naming(subject("c", SOMEBODY, "2026-03-02"), "choir", "gallery");

        var left = Anonymity.left(TWO, Map.of(one, step(0), two, step(0), three, step(0)));

        assertThat(left.shown()).containsOnlyKeys("a", "b");
        assertThat(left.places()).containsExactly("choir", "garden");
    }

    /** One who goes may take others with them, and these others. */
    @Test
    void itIsLookedAtUntilNobodyIsLeftAlone() {
        var man = traits("35-44", "male", "A", "E01000001", 3);
        var left = Anonymity.left(
                TWO,
                Map.of(
                        naming(subject("a", SOMEBODY), "choir"), step(0),
                        naming(subject("b", SOMEBODY)), step(0),
                        naming(subject("c", man), "garden"), step(0),
                        naming(subject("d", man), "garden", "hall"), step(0)));

        assertThat(left.shown()).isEmpty();
        assertThat(left.places()).isEmpty();
        assertThat(left.withheld()).containsExactly("a", "b", "c", "d");
        assertThat(left.smallest()).isZero();
    }

    /** The one that shows contacts; the next is the same without. */
    private static Fineness step(int number) {
        return Fineness.ladder(TWO).get(2 * number);
    }
}
