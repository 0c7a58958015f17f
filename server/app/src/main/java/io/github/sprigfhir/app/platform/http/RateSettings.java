package io.github.sprigfhir.app.platform.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may ask of one instance of the server; what is too much gets 429.
 *
 * @param perSecond requests a second of one registered client, 1 to 10000
 * @param burst how many of them it may make at once after a rest, 1 to 100000
 * @param unidentifiedPerSecond requests a second from one address that come without a token, 1 to 1000
 * @param unidentifiedBurst how many of them may come at once after a rest, 1 to 10000
 * @param failuresPerMinute how often in a minute a token or a secret from one address may be wrong, 1 to 600; then nothing
 *     from that address is answered until a minute's share is free again
 * @param loopback whether requests from this machine itself are limited too; load tests come from there
 */
@ConfigurationProperties("sprig.rate")
record RateSettings(
        @DefaultValue("100") int perSecond,
        @DefaultValue("500") int burst,
        @DefaultValue("10") int unidentifiedPerSecond,
        @DefaultValue("100") int unidentifiedBurst,
        @DefaultValue("60") int failuresPerMinute,
        @DefaultValue("false") boolean loopback) {

    RateSettings {
        Bounds.check("sprig.rate.per-second", perSecond, 1, 10_000);
        Bounds.check("sprig.rate.burst", burst, 1, 100_000);
        Bounds.check("sprig.rate.unidentified-per-second", unidentifiedPerSecond, 1, 1_000);
        Bounds.check("sprig.rate.unidentified-burst", unidentifiedBurst, 1, 10_000);
        Bounds.check("sprig.rate.failures-per-minute", failuresPerMinute, 1, 600);
    }
}
