package io.github.sprigfhir.app.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this server uses its database.
 *
 * @param longestStatement how long the database may work on one statement, 1s to 10m; a search that takes longer is given
 *     up and gets 503
 */
@ConfigurationProperties("sprig.database")
public record DatabaseSettings(@DefaultValue("30s") Duration longestStatement) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(10);

    public DatabaseSettings {
        if (longestStatement.compareTo(LEAST) < 0 || longestStatement.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("sprig.database.longest-statement must be from 1s to 10m");
        }
    }
}
