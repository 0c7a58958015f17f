package io.github.sprigfhir.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.referral.Completeness.Finding;
import io.github.sprigfhir.domain.referral.Completeness.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is there, what is said to be none, what is missing and what nobody asks. */
class CompletenessTest {

    private static final List<RecordRow> ROWS = List.of(
            row(1, "M", "Referral"),
            row(2, "R", "Referral", "Referral record entry"),
            row(3, "M", "Referral", "Referral record entry", "Referrer"),
            row(4, "M", "Referral", "Referral record entry", "Referrer", "Name"),
            row(5, "R", "Referral", "Referral record entry", "Referrer", "Team"),
            row(6, "", "Problems"),
            row(7, "M", "Problems", "Problem"),
            row(8, "R", "Problems", "Onset"),
            row(9, "M", "Risks"),
            row(10, "M", "Risks", "Risk"));

    private final Completeness completeness = new Completeness(ROWS);

    @Test
    void whatIsBeneathSomethingThatIsNotThereIsNotAsked() {
        var states = states(seen(Set.of(1, 3)), Set.of());

        assertThat(states)
                .containsExactly(
                        RowState.PRESENT,
                        RowState.PRESENT,
                        RowState.PRESENT,
                        RowState.MISSING,
                        RowState.MISSING,
                        RowState.MISSING,
                        RowState.NOT_ASKED,
                        RowState.NOT_ASKED,
                        RowState.MISSING,
                        RowState.NOT_ASKED);
    }

    @Test
    void aRowMakesTheHeadingsAboveItBeThere() {
        assertThat(states(seen(Set.of(8)), Set.of()).subList(5, 8))
                .containsExactly(RowState.PRESENT, RowState.MISSING, RowState.PRESENT);
        assertThat(completeness.withHeadings(Set.of(4, 8))).containsExactlyInAnyOrder(1, 2, 3, 4, 6, 8);
    }

    @Test
    void onlyWhatIsMandatoryIsLacking() {
        assertThat(lacking(seen(Set.of(3, 8)), Set.of())).containsExactly(4, 7, 9);
        assertThat(lacking(seen(Set.of(4, 10)), Set.of())).isEmpty();
    }

    @Test
    void whatAServiceDemandsIsLackingWhateverTheStandardSaysAndWhereverItBelongs() {
        assertThat(lacking(seen(Set.of(4, 10)), Set.of(5, 8))).containsExactly(5, 8);
        assertThat(lacking(seen(Set.of(4, 5, 8, 7, 10)), Set.of(5, 8))).isEmpty();
    }

    @Test
    void whatIsSaidToBeNoneIsNotMissing() {
        var states = states(new Seen(Set.of(4, 9), Set.of(9), Set.of()), Set.of());

        assertThat(states.get(8)).isEqualTo(RowState.NONE_STATED);
        assertThat(states.get(9)).isEqualTo(RowState.NOT_ASKED);
    }

    @Test
    void whatCannotBeAskedOfARecordIsExcused() {
        var excused = new Seen(Set.of(3, 10), Set.of(), Set.of(4, 5));

        assertThat(states(excused, Set.of()).subList(3, 5)).containsOnly(RowState.NOT_ASKED);
        assertThat(lacking(excused, Set.of())).isEmpty();
    }

    @Test
    void aRecordMayLackNothingThatIsMandatoryAllTheWayUp() {
        assertThat(completeness.mandatory()).containsExactlyInAnyOrder(1, 3, 4, 9, 10);
    }

    @Test
    void aRowIsCalledByItsHeadings() {
        assertThat(ROWS.get(3).name()).isEqualTo("Referral > Referrer > Name");
        assertThat(Obligation.ofLetter("M").code()).isEqualTo("mandatory");
        assertThat(Obligation.ofLetter("R").code()).isEqualTo("required");
        assertThat(Obligation.ofLetter("O").code()).isEqualTo("optional");
        assertThat(RowState.NOT_ASKED.code()).isEqualTo("not-asked");
        assertThat(ReferralRules.lacks(ROWS.get(3), false, "Practitioner.name", "sprig-practitioner"))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(ReferralRule.INCOMPLETE);
                    assertThat(refusal.text())
                            .isEqualTo(
                                    "Referral > Referrer > Name (row 4 of the Social Prescribing Information Standard) is mandatory, and is not on record.");
                    assertThat(refusal.remedy()).contains("Practitioner.name (profile sprig-practitioner)");
                });
        assertThat(ReferralRules.lacks(ROWS.get(4), true, "x", "y").text()).contains("is demanded by the service,");
        assertThat(ReferralRules.lacks(ROWS.get(3), true, "x", "y").text()).contains("is mandatory,");
    }

    /** Whoever says more never has less. */
    @Property
    void sayingMoreNeverMakesARecordLackWhatItHad(
            @ForAll Set<@IntRange(min = 1, max = 10) Integer> some,
            @ForAll Set<@IntRange(min = 1, max = 10) Integer> more,
            @ForAll Set<@IntRange(min = 1, max = 10) Integer> demanded) {
        var both = new HashSet<>(some);
        both.addAll(more);
        var before = completeness.judge(seen(some), demanded);
        var after = completeness.judge(seen(both), demanded);

        for (int i = 0; i < ROWS.size(); i++) {
            if (before.get(i).state() == RowState.PRESENT) {
                assertThat(after.get(i).state()).isEqualTo(RowState.PRESENT);
            }
        }
        assertThat(after.stream().filter(Finding::isLacking).map(one -> one.row()
                        .number()))
                .allMatch(lacking -> !both.contains(lacking));
    }

    /** Nothing that was demanded goes unsaid. */
    @Property
    void whateverIsDemandedIsThereOrLacking(
            @ForAll Set<@IntRange(min = 1, max = 10) Integer> found,
            @ForAll Set<@IntRange(min = 1, max = 10) Integer> demanded) {
        assertThat(completeness.judge(seen(found), demanded))
                .filteredOn(finding -> demanded.contains(finding.row().number()))
                .allMatch(finding -> finding.isLacking() != (finding.state() == RowState.PRESENT));
    }

    private List<RowState> states(Seen seen, Set<Integer> demanded) {
        return completeness.judge(seen, demanded).stream().map(Finding::state).toList();
    }

    private List<Integer> lacking(Seen seen, Set<Integer> demanded) {
        return completeness.judge(seen, demanded).stream()
                .filter(Finding::isLacking)
                .map(finding -> finding.row().number())
                .toList();
    }

    private static Seen seen(Set<Integer> found) {
        return new Seen(found, Set.of(), Set.of());
    }

    private static RecordRow row(int number, String letter, String... path) {
        return new RecordRow(number, List.of(path), Obligation.ofLetter(letter));
    }
}
