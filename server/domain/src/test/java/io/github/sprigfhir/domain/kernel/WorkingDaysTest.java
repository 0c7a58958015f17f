package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final Set<LocalDate> CHRISTMAS_2026 =
            Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 1));

    private final WorkingDays days = new WorkingDays(CHRISTMAS_2026::contains);

    @ParameterizedTest
    @CsvSource({
        "2026-09-14, 10, 2026-09-28",
        "2026-09-18,  1, 2026-09-21",
        "2026-09-19,  1, 2026-09-21",
        "2026-09-20,  1, 2026-09-21",
        "2026-12-24,  1, 2026-12-29",
        "2026-12-18, 10, 2027-01-06",
        "2026-12-25,  0, 2026-12-25"
    })
    void weekendsAndBankHolidaysDoNotCount(LocalDate from, int count, LocalDate until) {
        assertThat(days.after(from, count)).isEqualTo(until);
    }
}
