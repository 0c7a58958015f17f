package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.sprigfhir.domain.kernel.ReportingPeriods.Fault;
import io.github.sprigfhir.domain.kernel.ReportingPeriods.Verdict;
import io.github.sprigfhir.domain.kernel.ReportingPeriods.Verdict.Agreed;
import io.github.sprigfhir.domain.kernel.ReportingPeriods.Verdict.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report is made for one whole period that is over. */
class ReportingPeriodsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "3, 2026-07-01, 2026-09-30, 2026-07-01, 2026-09-30",
        "3, 2026-01-01, 2026-03-31, 2026-01-01, 2026-03-31",
        "3, 2026-04, 2026-06, 2026-04-01, 2026-06-30",
        "12, 2025-04-01, 2026-03-31, 2025-04-01, 2026-03-31",
        "6, 2025-10, 2026-03-31, 2025-10-01, 2026-03-31",
        "1, 2024-02, 2024-02, 2024-02-01, 2024-02-29"
    })
    void aWholePeriodIsAgreedTo(int months, String start, String end, LocalDate first, LocalDate last) {
        assertThat(decide(months, start, end)).isEqualTo(new Agreed(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2026-07-02, 2026-09-30",
        "3, 2026-07-01, 2026-09-29",
        "3, 2026-07-01, 2026-07-31",
        "3, 2026-06-01, 2026-08-31",
        "3, 2026-04-01, 2026-09-30",
        "12, 2025, 2025",
        "1, 2026-07, 2026-08"
    })
    void aPartOfAPeriodOrMoreThanOneIsRefused(int months, String start, String end) {
        assertThat(wrongOf(decide(months, start, end))).containsExactly("periodStart");
    }

    @Test
    void theRefusalNamesThePeriodInWhichTheFirstDayLies() {
        assertThat(decide(3, "2026-02-11", "2026-02-12")).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.faults().get(0).refusal().remedy())
                .contains("2026-01-01 to 2026-03-31"));
    }

    @Test
    void whatIsNotOverIsRefused() {
        assertThat(wrongOf(decide(3, "2026-10", "2026-12"))).containsExactly("periodEnd");
        assertThat(wrongOf(new ReportingPeriods(3, 0)
                        .decide(Optional.of("2026-07"), Optional.of("2026-09"), LocalDate.of(2026, 9, 30))))
                .containsExactly("periodEnd");
        assertThat(new ReportingPeriods(3, 0)
                        .decide(Optional.of("2026-07"), Optional.of("2026-09"), LocalDate.of(2026, 10, 1)))
                .isInstanceOf(Agreed.class);
    }

    @Test
    void whatIsNotOnRecordYetIsRefusedWithTheDayFromWhichOnItIsTold() {
        var settled = new ReportingPeriods(3, 28);
        var lastDay = LocalDate.of(2026, 10, 28);

        assertThat(settled.decide(Optional.of("2026-07"), Optional.of("2026-09"), lastDay))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                                refused.faults().get(0).refusal().remedy())
                        .contains("2026-10-29"));
        assertThat(settled.decide(Optional.of("2026-07"), Optional.of("2026-09"), lastDay.plusDays(1)))
                .isInstanceOf(Agreed.class);
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportingPeriods(3, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportingPeriods(3, 366));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(wrongOf(new ReportingPeriods(3, 0).decide(Optional.empty(), Optional.of("tomorrow"), TODAY)))
                .containsExactly("periodStart", "periodEnd");
        assertThat(wrongOf(decide(3, "2026-12-01", "2026-11-30"))).containsExactly("periodEnd", "periodEnd");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "2026-13", "26-07-01", "2026-7-1", "2026-07-01T00:00:00Z", "2026-07-01-01", "' 2026'"})
    void whatIsNoDateIsRefused(String text) {
        assertThat(wrongOf(decide(3, text, "2026-09-30"))).containsExactly("periodStart");
    }

    @Test
    void aYearHasAWholeNumberOfPeriods() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportingPeriods(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportingPeriods(0, 0));
    }

    private static Verdict decide(int months, String start, String end) {
        return new ReportingPeriods(months, 0).decide(Optional.of(start), Optional.of(end), TODAY);
    }

    private static List<String> wrongOf(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Refused.class);
        return ((Refused) verdict).faults().stream().map(Fault::parameter).toList();
    }
}
