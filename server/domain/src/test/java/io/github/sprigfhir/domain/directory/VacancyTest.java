package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VacancyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private static Vacancy seen(String said, Instant confirmed) {
        return Vacancy.seen(Optional.of(said), Optional.of(confirmed), NOW, MONTH);
    }

    @Test
    void whatWasConfirmedLatelyCounts() {
        assertThat(seen("available", NOW)).isEqualTo(Vacancy.AVAILABLE);
        assertThat(seen("waiting-list", NOW.minus(MONTH))).isEqualTo(Vacancy.WAITING_LIST);
        assertThat(seen("no-capacity", NOW)).isEqualTo(Vacancy.NO_CAPACITY);
    }

    @Test
    void whatWasConfirmedLongAgoOrNeverIsUnknown() {
        assertThat(seen("available", NOW.minus(MONTH).minusSeconds(1))).isEqualTo(Vacancy.UNKNOWN);
        assertThat(Vacancy.seen(Optional.of("available"), Optional.empty(), NOW, MONTH))
                .isEqualTo(Vacancy.UNKNOWN);
        assertThat(Vacancy.seen(Optional.empty(), Optional.of(NOW), NOW, MONTH)).isEqualTo(Vacancy.UNKNOWN);
        assertThat(seen("plenty", NOW)).isEqualTo(Vacancy.UNKNOWN);
    }
}
