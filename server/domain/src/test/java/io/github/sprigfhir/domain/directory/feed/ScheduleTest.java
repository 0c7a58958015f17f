package io.github.sprigfhir.domain.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Optional<LocalTime> TEN = Optional.of(LocalTime.of(10, 0));

    @Test
    void everyWeekOnSomeDaysIsAvailableTime() {
        var read = read(Map.of("freq", "weekly", "interval", "1", "byday", "MO, fr", "opens_at", "10:00"));

        assertThat(read.times()).isEqualTo(new Times.Weekly(Set.of(WeekDay.MO, WeekDay.FR), TEN, Optional.empty()));
        assertThat(read.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freq=WEEKLY&interval=2&byday=MO&dtstart=2026-01-05 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
                "freq=WEEKLY&interval=2.0&byday=MO&dtstart=2026-01-05 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
                "freq=MONTHLY&byday=1MO,-1FR&dtstart=2026-01-05 | FREQ=MONTHLY;BYDAY=1MO,-1FR",
                "freq=MONTHLY&bymonthday=2, 3,-1&dtstart=2026-01-05 | FREQ=MONTHLY;BYMONTHDAY=2,3,-1",
                "freq=WEEKLY&byday=MO&until=2026-06-01&dtstart=2026-01-05 | FREQ=WEEKLY;BYDAY=MO;UNTIL=20260601",
                "freq=WEEKLY&byday=MO&count=4&dtstart=2026-01-05 | FREQ=WEEKLY;BYDAY=MO;COUNT=4",
                "freq=WEEKLY&byday=MO&wkst=SU&dtstart=2026-01-05 | FREQ=WEEKLY;BYDAY=MO;WKST=SU",
                "freq=YEARLY&byweekno=20&byyearday=-1&dtstart=2026-01-05 | FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=-1",
                "freq=WEEKLY&valid_from=2026-01-05&byday=MO | FREQ=WEEKLY;BYDAY=MO",
                "freq=DAILY&dtstart=2026-01-05T00:00:00 | FREQ=DAILY"
            })
    void whatAvailableTimeCannotSayIsARule(String fields, String rule) {
        var read = read(parsed(fields));

        assertThat(read.findings()).isEmpty();
        assertThat(read.times()).isInstanceOfSatisfying(Times.Dated.class, dated -> {
            assertThat(dated.rule()).contains(rule);
            assertThat(dated.start()).isEqualTo("2026-01-05");
        });
    }

    @Test
    void aSingleDayHasNoRule() {
        var read = read(Map.of("dtstart", "2026-01-05", "opens_at", "10:00:00Z", "closes_at", "12:30+01:00"));

        assertThat(read.times())
                .isEqualTo(new Times.Dated(
                        LocalDate.of(2026, 1, 5),
                        Optional.empty(),
                        TEN,
                        Optional.of(LocalTime.of(12, 30)),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void validityGoesWithTheRule() {
        var read = read(Map.of("freq", "WEEKLY", "byday", "TU", "dtstart", "2026-02-03", "valid_to", "2026-07-31"));

        assertThat(read.times()).isInstanceOfSatisfying(Times.Dated.class, dated -> {
            assertThat(dated.from()).isEmpty();
            assertThat(dated.to()).contains(LocalDate.of(2026, 7, 31));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "freq=WEEKLY&byday=TU&bymonthday=2,3 | bymonthday",
                "freq=WEEKLY&byday=TU&byweekno=2 | byweekno",
                "freq=WEEKLY&byday=2TU&dtstart=2026-01-05 | byday",
                "freq=WEEKLY&byday=Tuesday&dtstart=2026-01-05 | byday",
                "freq=WEEKLY&byday=TU&interval=often | interval",
                "freq=MONTHLY&bymonthday=last&dtstart=2026-01-05 | bymonthday",
                "dtstart=soon | dtstart",
                "freq=WEEKLY&byday=TU&opens_at=ten | opens_at",
                "freq=WEEKLY&byday=TU&opens_at=25:00 | opens_at",
                "freq=WEEKLY&byday=TU&opens_at=09:00-05:00 | opens_at",
                "freq=WEEKLY&byday=TU&opens_at=12:00&closes_at=12:00 | closes_at"
            })
    void whatCannotBeReadIsLeftOutAndFound(String fields, String path) {
        assertThat(read(parsed(fields)).findings()).singleElement().satisfies(found -> {
            assertThat(found.remark()).isEqualTo(Remark.SCHEDULE_PART_LEFT_OUT);
            assertThat(found.path()).isEqualTo(path);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"freq=FORTNIGHTLY", "freq=MONTHLY&byday=1MO", "freq=WEEKLY"})
    void whatRepeatsFromNobodyKnowsWhenStaysInWords(String fields) {
        var read = read(parsed(fields));

        assertThat(read.times()).isEqualTo(new Times.InWords());
        assertThat(read.findings()).extracting(Finding::remark).containsExactly(Remark.SCHEDULE_UNREADABLE);
    }

    @Test
    void whatSaysNothingIsInWords() {
        assertThat(read(Map.of("opens_at", " ", "description", "Now and then")))
                .isEqualTo(new Schedule.Reading(new Times.InWords(), List.of()));
    }

    @Test
    void daysHaveFhirsCodes() {
        assertThat(WeekDay.WE.code()).isEqualTo("wed");
    }

    private static Schedule.Reading read(Map<String, String> fields) {
        return new Schedule(fields).read();
    }

    private static Map<String, String> parsed(String fields) {
        var all = new HashMap<String, String>();
        for (var field : fields.split("&", -1)) {
            all.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return all;
    }
}
