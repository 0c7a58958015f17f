package io.github.sprigfhir.app.platform.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is drawn beside one line of a table, in hundredths of the width: a bar from one place to another, and a mark.
 *
 * @param zero where none, or no change, is
 * @param mark where the mean is, on an interval
 * @param text the same in words, for whoever does not see it
 */
record LineChart(double from, double width, double zero, Optional<Double> mark, String text) {

    private static final double WHOLE = 100;
    private static final double TENTHS = 10;
    private static final String LOW = "change-low";
    private static final String HIGH = "change-high";
    private static final String MEAN = "mean-change";
    private static final List<String> COUNTS = List.of("initial-population", "measure-population");

    /**
     * How the lines of one table are drawn, so that they can be compared.
     *
     * @param least what stands at the left
     * @param most what stands at the right
     * @param isInterval whether an interval is drawn and not a count
     */
    record Scale(double least, double most, boolean isInterval) {

        Optional<LineChart> draw(ReportRow row) {
            return isInterval ? interval(row) : bar(row);
        }

        private Optional<LineChart> interval(ReportRow row) {
            return ReportPage.number(row, LOW).flatMap(low -> ReportPage.number(row, HIGH)
                    .map(high -> new LineChart(
                            at(low.doubleValue()),
                            at(high.doubleValue()) - at(low.doubleValue()),
                            at(0),
                            ReportPage.number(row, MEAN).map(mean -> at(mean.doubleValue())),
                            "95 %% confidence interval of the mean change: %s to %s".formatted(low, high))));
        }

        private Optional<LineChart> bar(ReportRow row) {
            return count(row)
                    .map(count -> new LineChart(0, at(count.doubleValue()), 0, Optional.empty(), "about " + count));
        }

        private double at(double value) {
            return most == least ? 0 : Math.round(WHOLE * TENTHS * (value - least) / (most - least)) / TENTHS;
        }
    }

    /** The scale on which all these lines can be drawn; none where nothing can be. */
    static Optional<Scale> scaleOf(List<ReportRow> rows) {
        var bounds = rows.stream()
                .flatMap(row -> Stream.of(LOW, HIGH).flatMap(figure -> ReportPage.number(row, figure).stream()))
                .mapToDouble(BigDecimal::doubleValue)
                .summaryStatistics();
        if (bounds.getCount() > 0) {
            return Optional.of(new Scale(Math.min(0, bounds.getMin()), Math.max(0, bounds.getMax()), true));
        }
        var counts = rows.stream()
                .flatMap(row -> count(row).stream())
                .mapToDouble(BigDecimal::doubleValue)
                .summaryStatistics();
        return counts.getCount() == 0 || counts.getMax() == 0
                ? Optional.empty()
                : Optional.of(new Scale(0, counts.getMax(), false));
    }

    private static Optional<BigDecimal> count(ReportRow row) {
        return COUNTS.stream()
                .flatMap(figure -> ReportPage.number(row, figure).stream())
                .findFirst();
    }
}
