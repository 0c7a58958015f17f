package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our tables say what the published sources say, wherever these lie beside the repository; elsewhere it is skipped. */
class PublishedSourcesTest {

    private static final Pattern ROW = Pattern.compile("\"(\\d+)\": (\\d+\\.\\d+)");

    private static String source(String name) throws IOException {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var file = folder.resolve("shared/data/outcomes").resolve(name);
            if (Files.exists(file)) {
                return Files.readString(file);
            }
        }
        assumeTrue(false, "shared/data/outcomes does not lie beside the repository, so " + name + " is not compared");
        return "";
    }

    @Test
    void theMetricScoresOfTheSwemwbsAreThePublishedOnes() throws IOException {
        var text = source("swemwbs-raw-to-metric.json");
        var rows = new TreeMap<Integer, BigDecimal>();
        ROW.matcher(text.substring(text.indexOf("rawToMetric")))
                .results()
                .forEach(row -> rows.put(Integer.valueOf(row.group(1)), new BigDecimal(row.group(2))));
        assertThat(rows).hasSize(29);
        assertThat(Known.metricRows().keySet()).isEqualTo(rows.keySet());
        rows.forEach((raw, metric) ->
                assertThat(Known.metricRows().get(raw)).as("raw %d", raw).isEqualByComparingTo(metric));
    }

    @Test
    void theReliableChangesAreThePublishedOnes() throws IOException {
        var text = source("nhse-reliable-change-thresholds.csv");
        assertThat(text).contains("\nSWEMWBS,3,positive,").contains("\nPHQ-9,6,negative,");
        assertThat(Known.swemwbs().meaning())
                .isEqualTo(new Meaning(
                        Direction.HIGHER_BETTER,
                        Known.swemwbs().meaning().bands(),
                        java.util.Optional.of(new BigDecimal("3"))));
        assertThat(Known.phq9().meaning().direction()).isEqualTo(Direction.LOWER_BETTER);
        assertThat(Known.phq9().meaning().reliableChange()).hasValue(new BigDecimal("6"));
    }

    @Test
    void theBandsAreThePublishedOnes() throws IOException {
        var text = source("measures.csv");
        assertThat(text).contains("PHQ-9,9,0-3,0-27,lower better,0-4|5-9|10-14|15-19|20-27,");
        assertThat(Known.phq9().meaning().bands())
                .extracting(band -> Words.of(band.low()) + "-" + Words.of(band.high()))
                .containsExactly("0-4", "5-9", "10-14", "15-19", "20-27");
        assertThat(text).contains("L1 <=47.0|L2 47.1-55.1|L3 55.2-67.0|L4 >=67.1");
        assertThat(Known.activation().meaning().bands())
                .extracting(band -> band.low() + "-" + band.high())
                .containsExactly("0-47.0", "47.1-55.1", "55.2-67.0", "67.1-100");
    }
}
