package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must be true of every delay. */
class PatienceProperties {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(5), Duration.ofMinutes(30), Duration.ofDays(3));

    @Property
    void aDelayIsNeverShorterThanHalfTheFirstNorLongerThanTheLongest(
            @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1, maxIncluded = false) double chance) {
        assertThat(delay(failures, chance)).isBetween(Duration.ofMillis(2_500), Duration.ofMinutes(30));
    }

    @Property
    void withTheSameChanceADelayNeverShrinks(
            @ForAll @IntRange(min = 1, max = 100) int failures,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double chance) {
        assertThat(delay(failures + 1, chance)).isGreaterThanOrEqualTo(delay(failures, chance));
    }

    private static Duration delay(int failures, double chance) {
        return PATIENCE.afterNotification(failures, Duration.ZERO, chance) instanceof NextTry.After after
                ? after.delay()
                : Duration.ofDays(-1);
    }
}
