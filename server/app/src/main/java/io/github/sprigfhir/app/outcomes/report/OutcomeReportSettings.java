package io.github.sprigfhir.app.outcomes.report;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports on outcomes divide people.
 *
 * @param ageBands the first year of each age band but the youngest, rising
 */
@ConfigurationProperties("sprig.reports.outcomes")
record OutcomeReportSettings(
        @DefaultValue({"18", "25", "35", "45", "55", "65", "75", "85"})
        List<Integer> ageBands) {

    private static final int OLDEST = 120;

    OutcomeReportSettings {
        ageBands = List.copyOf(ageBands);
        for (int i = 0; i < ageBands.size(); i++) {
            var least = i == 0 ? 1 : ageBands.get(i - 1) + 1;
            if (ageBands.get(i) < least || ageBands.get(i) > OLDEST) {
                throw new IllegalArgumentException(
                        "sprig.reports.outcomes.age-bands are years that rise, 1 to " + OLDEST);
            }
        }
    }
}
