package io.github.sprigfhir.app.platform.report;

import io.github.sprigfhir.domain.kernel.ReportingPeriods;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports keep anybody from being found in them.
 *
 * @param suppressUnder the smallest count that is told, 3 to 100; fewer are masked
 * @param roundTo what counts are rounded to a multiple of, 1 to suppress-under
 * @param months how long a reporting period is, counted from April on: 1, 2, 3, 4, 6 or 12
 * @param settlingDays how long after its end a period is first reported, so that late records are in it, 0 to 365; the
 *     report that is told then stays as it is
 */
@ConfigurationProperties("sprig.reports")
record ReportSettings(
        @DefaultValue("5") int suppressUnder,
        @DefaultValue("5") int roundTo,
        @DefaultValue("3") int months,
        @DefaultValue("28") int settlingDays) {

    private static final int LEAST = 3;
    private static final int MOST = 100;

    ReportSettings {
        if (suppressUnder < LEAST || suppressUnder > MOST) {
            throw new IllegalArgumentException("sprig.reports.suppress-under is 3 to 100");
        }
        if (roundTo < 1 || roundTo > suppressUnder) {
            throw new IllegalArgumentException("sprig.reports.round-to is 1 to sprig.reports.suppress-under");
        }
        new ReportingPeriods(months, settlingDays);
    }

    SmallNumbers numbers() {
        return new SmallNumbers(suppressUnder, roundTo);
    }

    ReportingPeriods periods() {
        return new ReportingPeriods(months, settlingDays);
    }
}
