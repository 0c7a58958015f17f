package io.github.sprigfhir.app.directory.finding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How services are found and ranked.
 *
 * @param reachKm how far people go who do not say how far, in kilometres, 1 to 1,000
 * @param halfwayKm how far away a service earns half of the points for nearness, in kilometres, 1 to 1,000
 * @param candidates how many services that fit, the nearest first, are ranked for one search, 10 to 1,000
 * @param rebuild whether to make the index of services anew at the start; it is also made when there is none yet
 */
@ConfigurationProperties("sprig.directory.finding")
record FindingSettings(
        @DefaultValue("25") int reachKm,
        @DefaultValue("5") int halfwayKm,
        @DefaultValue("200") int candidates,
        @DefaultValue("false") boolean rebuild) {

    static final int FURTHEST_KM = 1000;
    private static final int FEWEST = 10;
    private static final int MOST = 1000;

    FindingSettings {
        if (reachKm < 1 || reachKm > FURTHEST_KM) {
            throw new IllegalArgumentException("sprig.directory.finding.reach-km is 1 to 1000");
        }
        if (halfwayKm < 1 || halfwayKm > FURTHEST_KM) {
            throw new IllegalArgumentException("sprig.directory.finding.halfway-km is 1 to 1000");
        }
        if (candidates < FEWEST || candidates > MOST) {
            throw new IllegalArgumentException("sprig.directory.finding.candidates is 10 to 1000");
        }
    }
}
