package io.github.sprigfhir.app.outcomes.told;

import io.github.sprigfhir.domain.outcomes.Assessment;
import io.github.sprigfhir.domain.outcomes.Course;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final int TOP = 50;
    private static final int BOTTOM = 196;
    private static final int DOT = 5;
    private static final int GAP = 10;
    private static final int LINE = 18;
    private static final int HEADING = 20;
    private static final int FOOT = 8;
    private static final int SMALL = 11;
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
                .text("desc", description(), "id", description);
        box(svg, 0, 0, WIDTH, HEIGHT, "#ffffff");
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
        say(svg, course.measure().title(), LEFT, HEADING, "start", INK, "font-weight", "bold");
        say(svg, direction(), LEFT, HEIGHT - FOOT, "start", QUIET, "font-size", SMALL);
    }

    private String direction() {
        return switch (course.measure().meaning().direction()) {
            case HIGHER_BETTER -> "higher is better";
            case LOWER_BETTER -> "lower is better";
        };
    }

    /** Only where there is something to hold against it. */
    private void band(Svg svg) {
        var meaning = course.measure().meaning();
        meaning.reliableChange()
                .filter(least -> course.last().isPresent())
                .map(BigDecimal::doubleValue)
                .ifPresent(least -> {
                    var first = course.first().value().doubleValue();
                    var top = y(first + least);
                    var bottom = y(first - least);
                    box(svg, LEFT, top, RIGHT - LEFT, bottom - top, "#e6e6e6");
                    say(svg, "grey: may be chance", RIGHT, HEIGHT - FOOT, "end", QUIET, "font-size", SMALL);
                });
    }

    private void axes(Svg svg) {
        line(svg, LEFT, TOP, LEFT, BOTTOM);
        line(svg, LEFT, BOTTOM, RIGHT, BOTTOM);
        for (var end : List.of(low, high)) {
            say(svg, plain(BigDecimal.valueOf(end)), LEFT - GAP, y(end) + DOT, "end", QUIET);
        }
        say(svg, course.first().taken().words(), LEFT, BOTTOM + LINE, "start", QUIET);
        course.last().ifPresent(last -> say(svg, last.taken().words(), RIGHT, BOTTOM + LINE, "end", QUIET));
    }

    private void dots(Svg svg) {
        var points = course.all().stream()
                .map(one -> place(x(one)) + "," + place(y(one)))
                .collect(Collectors.joining(" "));
        svg.empty("polyline", "points", points, "fill", "none", "stroke", INK, "stroke-width", 2);
        course.all()
                .forEach(one -> svg.empty("circle", "cx", place(x(one)), "cy", place(y(one)), "r", DOT, "fill", INK));
        label(svg, course.first());
        course.last().ifPresent(last -> label(svg, last));
    }

    private void label(Svg svg, Assessment one) {
        say(svg, number(one), x(one), y(one) - GAP, "middle", INK, "font-weight", "bold");
    }

    private static void say(
            Svg svg, String text, double x, double y, String anchor, String colour, Object... attributes) {
        svg.text(
                "text",
                text,
                Stream.concat(
                                Stream.of("x", place(x), "y", place(y), "text-anchor", anchor, "fill", colour),
                                Stream.of(attributes))
                        .toArray());
    }

    private static void line(Svg svg, double x1, double y1, double x2, double y2) {
        svg.empty("line", "x1", place(x1), "y1", place(y1), "x2", place(x2), "y2", place(y2), "stroke", QUIET);
    }

    private static void box(Svg svg, double x, double y, double width, double height, String colour) {
        svg.empty(
                "rect",
                Stream.of("x", place(x), "y", place(y), "width", place(width), "height", place(height), "fill", colour)
                        .toArray());
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

    private double y(Assessment one) {
        return y(one.value().doubleValue());
    }

    /** What lies beyond the scale is at its end. */
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
