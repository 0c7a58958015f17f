package io.github.sprigfhir.app.directory;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what a service says about its capacity is believed.
 *
 * @param holdsFor how long after a service has confirmed its capacity it is relied on, 1d to 365d; then it is unknown
 */
@ConfigurationProperties("sprig.directory.capacity")
record CapacitySettings(@DefaultValue("30d") Duration holdsFor) {

    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    CapacitySettings {
        if (holdsFor.compareTo(SHORTEST) < 0 || holdsFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sprig.directory.capacity.holds-for is 1d to 365d");
        }
    }
}
