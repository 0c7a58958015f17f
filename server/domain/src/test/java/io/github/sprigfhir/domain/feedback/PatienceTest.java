package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration END = Duration.ofDays(3);
    private static final Patience PATIENCE = new Patience(FIRST, LONGEST, END);

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "9, 1280", "10, 1800", "11, 1800", "1000000, 1800"})
    void theDelayDoublesUpToTheLongest(int failures, long seconds) {
        assertThat(PATIENCE.afterNotification(failures, Duration.ZERO, 0))
                .isEqualTo(new NextTry.After(Duration.ofSeconds(seconds)));
    }

    @Test
    void chanceShortensItByUpToHalf() {
        assertThat(PATIENCE.afterNotification(2, Duration.ZERO, 0.5))
                .isEqualTo(new NextTry.After(Duration.ofMillis(7_500)));
        assertThat(PATIENCE.afterHandshake(2, 0.5)).isEqualTo(new NextTry.After(Duration.ofMillis(7_500)));
    }

    @Test
    void whatHasFailedForTooLongIsGivenUp() {
        assertThat(PATIENCE.afterNotification(200, END.minusMillis(1), 0)).isEqualTo(new NextTry.After(LONGEST));
        assertThat(PATIENCE.afterNotification(200, END, 0)).isEqualTo(new NextTry.Never());
        assertThat(PATIENCE.afterNotification(1, END.plusMillis(1), 0)).isEqualTo(new NextTry.Never());
    }

    @Test
    void aHandshakeIsTriedFiveTimes() {
        assertThat(PATIENCE.afterHandshake(4, 0)).isEqualTo(new NextTry.After(Duration.ofSeconds(40)));
        assertThat(PATIENCE.afterHandshake(5, 0)).isEqualTo(new NextTry.Never());
    }

    @Test
    void settingsThatCannotBeMeantAreNotUsed() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(Duration.ZERO, LONGEST, END));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(FIRST.negated(), LONGEST, END));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(LONGEST, FIRST, END));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(FIRST, END, LONGEST));
        assertThat(new Patience(FIRST, FIRST, FIRST)).isNotNull();
    }
}
