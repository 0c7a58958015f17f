package io.github.sprigfhir.domain.feedback;

import java.time.Duration;

/**
 * How long, and how often, a subscriber that does not answer is tried: the delay doubles from the first to the longest,
 * each time shortened at random by up to half, so that many subscribers of one broken receiver do not return together.
 *
 * @param firstDelay after the first failure
 * @param longestDelay the delay grows no further
 * @param giveUpAfter how long it may have been failing
 */
public record Patience(Duration firstDelay, Duration longestDelay, Duration giveUpAfter) {

    /** A handshake is watched by somebody who has just asked for it, so it is not tried for days. */
    private static final int HANDSHAKES = 5;

    public Patience {
        if (firstDelay.isNegative()
                || firstDelay.isZero()
                || longestDelay.compareTo(firstDelay) < 0
                || giveUpAfter.compareTo(longestDelay) < 0) {
            throw new IllegalArgumentException(
                    "sprig.feedback: first-delay, longest-delay and give-up-after must be longer than nothing, each no shorter than the one before");
        }
    }

    /**
     * Decides after a failed notification.
     *
     * @param failures how many there have been one after another, this one too
     * @param failingFor since the first of them
     * @param chance from 0 to below 1
     */
    public NextTry afterNotification(int failures, Duration failingFor, double chance) {
        return failingFor.compareTo(giveUpAfter) >= 0
                ? new NextTry.Never()
                : new NextTry.After(delay(failures, chance));
    }

    /** Decides after a failed handshake. */
    public NextTry afterHandshake(int failures, double chance) {
        return failures >= HANDSHAKES ? new NextTry.Never() : new NextTry.After(delay(failures, chance));
    }

    private Duration delay(int failures, double chance) {
        Duration delay = firstDelay;
        for (int doubled = 1; doubled < failures && delay.compareTo(longestDelay) < 0; doubled++) {
            delay = delay.multipliedBy(2);
        }
        long millis = Math.min(delay.toMillis(), longestDelay.toMillis());
        return Duration.ofMillis(millis - (long) (millis / 2.0 * chance));
    }
}
