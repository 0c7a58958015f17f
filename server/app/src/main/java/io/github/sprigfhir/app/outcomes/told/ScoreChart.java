package io.github.sprigfhir.app.outcomes.told;

import io.github.sprigfhir.domain.outcomes.Assessment;
import io.github.sprigfhir.domain.outcomes.Course;
import io.github.sprigfhir.domain.outcomes.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Draws how a score went: a dot for each that stands, a line from one to the next, and, where it is known from which
 * difference on a change is more than chance, a grey band around the first within which it is not. Whoever cannot see it
 * is told the same in its title and description.
 */
final class ScoreChart {

    static final int WIDTH = 480;
    static final int HEIGHT = 240;
    private static final int LEFT = 48;
    private static final int RIGHT = 440;
    private static final int TOP = 44;
    private static final int BOTTOM = 196;
    private static final int DOT = 5;
    private static final int GAP = 10;
    private static final String INK = "#1d3557";
    private static final String QUIET = "#555555";

    private final Course course;
    private final double low;
    private final double high;

    private ScoreChart(Course course) {
        this.course = course;
        var scale = course.measure().scale();
        var values = course.all().stream()
                .mapToDouble(one -> one.value().doubleValue())
                .summaryStatistics();
        this.low = scale.low().map(BigDecimal::doubleValue).orElse(Math.floor(values.getMin()));
        var most = scale.high().map(BigDecimal::doubleValue).orElse(Math.ceil(values.getMax()));
        this.high = most > low ? most : low + 1;
    }

    /**
     * The picture of a course.
     *
     * @param name tells it from others of the same page: letters, digits and dashes
     */
    static String of(Course course, String name) {
        return new ScoreChart(course).draw(name);
    }

    private String draw(String name) {
        var title = name + "-title";
        var description = name + "-description";
        var svg = new Svg()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 %d %d".formatted(WIDTH, HEIGHT),
                        "width",
                        WIDTH,
                        "height",
                        HEIGHT,
                        "role",
                        "img",
                        "aria-labelledby",
                        title + " " + description,
                        "font-family",
                        "sans-serif",
                        "font-size",
                        13)
                .text("title", course.measure().title(), "id", title)
                .text("desc", description(), "id", description)
                .empty("rect", "width", WIDTH, "height", HEIGHT, "fill", "#ffffff");
        heading(svg);
        band(svg);
        axes(svg);
        dots(svg);
        return svg.close("svg").toString();
    }

    /** Says the numbers too. */
    private String description() {
        return course.sentence()
                + course.all().stream()
                        .map(one -> "%s: %s".formatted(one.taken().words(), number(one)))
                        .collect(Collectors.joining("; ", " All scores: ", "."));
    }

    private void heading(Svg svg) {
        svg.text("text", course.measure().title(), "x", LEFT, "y", 20, "fill", INK, "font-weight", "bold");
        svg.text(
                "text",
                course.measure().meaning().direction() == Direction.HIGHER_BETTER
                        ? "higher is better"
                        : "lower is better",
                "x",
                RIGHT,
                "y",
                20,
                "fill",
                QUIET,
                "text-anchor",
                "end");
    }

    private void band(Svg svg) {
        course.measure().meaning().reliableChange().map(BigDecimal::doubleValue).ifPresent(least -> {
            var first = course.first().value().doubleValue();
            var top = y(Math.min(high, first + least));
            var bottom = y(Math.max(low, first - least));
            svg.empty(
                    "rect",
                    "x",
                    LEFT,
                    "y",
                    place(top),
                    "width",
                    RIGHT - LEFT,
                    "height",
                    place(bottom - top),
                    "fill",
                    "#e6e6e6");
            svg.text(
                    "text",
                    "grey: may be chance",
                    "x",
                    RIGHT,
                    "y",
                    HEIGHT - 8,
                    "fill",
                    QUIET,
                    "text-anchor",
                    "end",
                    "font-size",
                    11);
        });
    }

    private void axes(Svg svg) {
        svg.empty("line", "x1", LEFT, "y1", TOP, "x2", LEFT, "y2", BOTTOM, "stroke", QUIET);
        svg.empty("line", "x1", LEFT, "y1", BOTTOM, "x2", RIGHT, "y2", BOTTOM, "stroke", QUIET);
        for (var end : List.of(low, high)) {
            svg.text(
                    "text",
                    plain(BigDecimal.valueOf(end)),
                    "x",
                    LEFT - 8,
                    "y",
                    place(y(end) + 4),
                    "fill",
                    QUIET,
                    "text-anchor",
                    "end");
        }
        day(svg, course.first(), "start", LEFT);
        course.last().ifPresent(last -> day(svg, last, "end", RIGHT));
    }

    private static void day(Svg svg, Assessment one, String anchor, int x) {
        svg.text("text", one.taken().words(), "x", x, "y", BOTTOM + 18, "fill", QUIET, "text-anchor", anchor);
    }

    private void dots(Svg svg) {
        var all = course.all();
        svg.empty(
                "polyline",
                "points",
                all.stream()
                        .map(one -> place(x(one)) + "," + place(y(one.value().doubleValue())))
                        .collect(Collectors.joining(" ")),
                "fill",
                "none",
                "stroke",
                INK,
                "stroke-width",
                2);
        for (var one : all) {
            svg.empty("circle", "cx", place(x(one)), "cy", place(y(one.value().doubleValue())), "r", DOT, "fill", INK);
        }
        label(svg, course.first());
        course.last().ifPresent(last -> label(svg, last));
    }

    /** Beside its dot, and within the picture. */
    private void label(Svg svg, Assessment one) {
        var y = y(one.value().doubleValue()) - GAP;
        svg.text(
                "text",
                number(one),
                "x",
                place(x(one)),
                "y",
                place(y),
                "fill",
                INK,
                "font-weight",
                "bold",
                "text-anchor",
                "middle");
    }

    private double x(Assessment one) {
        var first = course.first().taken().at().toEpochMilli();
        var span = course.last()
                .map(last -> (double) last.taken().at().toEpochMilli() - first)
                .filter(length -> length > 0);
        var from = LEFT + 2.0 * GAP;
        var width = RIGHT - LEFT - 4.0 * GAP;
        return from
                + width
                        * span.map(length -> (one.taken().at().toEpochMilli() - first) / length)
                                .orElseGet(() -> byOrder(one));
    }

    /** Of the same moment, one beside the other. */
    private double byOrder(Assessment one) {
        return (course.all().indexOf(one) + 0.5) / course.all().size();
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * (Math.max(low, Math.min(high, value)) - low) / (high - low);
    }

    private static String number(Assessment one) {
        return plain(one.value());
    }

    private static String plain(BigDecimal number) {
        return Optional.of(number)
                .filter(value -> value.signum() != 0)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .orElse("0");
    }

    private static String place(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }
}
