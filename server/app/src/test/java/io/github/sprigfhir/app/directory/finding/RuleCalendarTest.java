package io.github.sprigfhir.app.directory.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCalendarTest {

    private static final LocalDate START = LocalDate.of(2026, 9, 3);

    private static Set<LocalDate> november(String rule) {
        return new RuleCalendar().days(START, rule, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    }

    @Test
    void monthsAndWeeksAreWorkedOut() {
        assertThat(november("FREQ=MONTHLY;BYDAY=1TH")).containsExactly(LocalDate.of(2026, 11, 5));
        assertThat(november("FREQ=WEEKLY;INTERVAL=2"))
                .containsExactlyInAnyOrder(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 26));
        assertThat(november("FREQ=MONTHLY;BYDAY=1TH;UNTIL=20261031")).isEmpty();
        assertThat(november("FREQ=DAILY;COUNT=3")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every now and then",
                "FREQ=SECONDLY",
                "FREQ=YEARLY;BYMONTH=13",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2"
            })
    void whatCannotBeWorkedOutFallsOnNoDay(String rule) {
        assertThat(november(rule)).isEmpty();
    }
}
