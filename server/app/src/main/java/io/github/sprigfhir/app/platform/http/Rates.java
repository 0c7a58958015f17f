package io.github.sprigfhir.app.platform.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.Arrays;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/**
 * Counts what each client asks of this instance, in memory: by registered client where there is a token, else by
 * address, where the addresses of one IPv6 subnet count as one.
 */
@Component
final class Rates {

    private static final int TOO_MANY = 429;
    private static final int SUBNET_BYTES = 8;
    private static final long MOST_REMEMBERED = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final RateSettings settings;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    Rates(RateSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
    }

    /** Counts a request of a registered client. */
    void countClient(String client) throws RequestRefused {
        count(
                bucket("client " + client, settings.burst(), settings.perSecond(), Duration.ofSeconds(1)),
                "One client may make %d requests a second, and %d at once."
                        .formatted(settings.perSecond(), settings.burst()));
    }

    /** Counts a request of nobody in particular from an address. */
    void countAddress(String address) throws RequestRefused {
        count(
                bucket(
                        "address " + subnet(address),
                        settings.unidentifiedBurst(),
                        settings.unidentifiedPerSecond(),
                        Duration.ofSeconds(1)),
                "From one address %d requests a second, and %d at once, may come without a token."
                        .formatted(settings.unidentifiedPerSecond(), settings.unidentifiedBurst()));
    }

    /** Refuses an address from which too many wrong tokens or secrets came, before another is looked at. */
    void checkFailures(String address) throws RequestRefused {
        var probe = failures(address).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw tooMany(
                    probe.getNanosToWaitForRefill(),
                    "More than %d tokens or secrets a minute from this address were wrong."
                            .formatted(settings.failuresPerMinute()));
        }
    }

    void countFailure(String address) {
        failures(address).tryConsume(1);
    }

    boolean isExempt(String address) {
        return !settings.loopback() && Networks.isLoopback(address);
    }

    private Bucket failures(String address) {
        return bucket(
                "failures " + subnet(address),
                settings.failuresPerMinute(),
                settings.failuresPerMinute(),
                Duration.ofMinutes(1));
    }

    private Bucket bucket(String name, int burst, int refill, Duration every) {
        return buckets.get(name, unknown -> Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(refill, every))
                .withCustomTimePrecision(time)
                .build());
    }

    private static void count(Bucket bucket, String rate) throws RequestRefused {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany(probe.getNanosToWaitForRefill(), rate);
        }
    }

    private static RequestRefused tooMany(long nanosToWait, String text) {
        var seconds = Duration.ofNanos(nanosToWait).toSeconds() + 1;
        return new RequestRefused(
                TOO_MANY,
                new Problem(
                        IssueSeverity.ERROR,
                        IssueType.THROTTLED,
                        ServerRule.RATE,
                        "",
                        text,
                        "Try again in %d s.".formatted(seconds)),
                seconds);
    }

    private static String subnet(String address) {
        return Networks.parsed(address)
                .filter(Inet6Address.class::isInstance)
                .map(six -> Arrays.toString(Arrays.copyOf(six.getAddress(), SUBNET_BYTES)))
                .orElse(address);
    }
}
