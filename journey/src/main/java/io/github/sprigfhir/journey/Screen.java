package io.github.sprigfhir.journey;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Lays the story out for a person at a terminal of a hundred columns, in colour only where that is wanted. */
final class Screen {

    private static final int WIDTH = 100;
    private static final int TEXT = 19;

    private final PrintStream out;
    private final boolean colour;

    Screen(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    void opening(String server, String run) {
        out.printf("%s on %s, run %s%n", paint("1", "Sprig journey"), server, run);
    }

    void title(String title) {
        out.printf("%n%s%n", paint("1", title));
    }

    void step(int number, Step step) {
        out.printf("%2d  %s", number, paint("36", "%-15s".formatted(step.who().words())));
        paragraph(wrap(step.what(), " ", WIDTH - TEXT), TEXT, "");
    }

    void answer(Step.Answer answer) {
        var status = "%3d %5d ms"
                .formatted(answer.reply().status(), answer.reply().took().toMillis());
        out.print(" ".repeat(4) + paint("32", "%-15s".formatted(status)));
        paragraph(wrapCall(answer.reply().call(), WIDTH - TEXT), TEXT, "2");
        out.print(" ".repeat(TEXT - 3) + "=> ");
        paragraph(wrap(answer.line(), " ", WIDTH - TEXT), TEXT, "1");
    }

    void stopped(int number, int steps, Unexpected problem) {
        stopped("Stopped at step %d of %d.".formatted(number, steps), problem);
    }

    void stoppedBefore(Unexpected problem) {
        stopped("Stopped before the first step.", problem);
    }

    private void stopped(String words, Unexpected problem) {
        out.println();
        labelled("expected", problem.expected());
        labelled("came", problem.came());
        out.printf("%n%s%n", paint("31", words));
    }

    void ended(int steps, long millis) {
        var words = "All %d steps went as expected, in %.1f s.".formatted(steps, millis / 1000.0);
        out.printf("%n%s%n", paint("32", words));
    }

    private void labelled(String label, String text) {
        out.print(" ".repeat(4) + paint("31", "%-15s".formatted(label)));
        paragraph(wrap(text, " ", WIDTH - TEXT), TEXT, "");
    }

    /** The first line goes where the cursor is, the others beneath it. */
    private void paragraph(List<String> lines, int indent, String style) {
        var separator = System.lineSeparator() + " ".repeat(indent);
        out.println(String.join(
                separator, lines.stream().map(line -> paint(style, line)).toList()));
    }

    /** Breaks a call between its parameters, and within one only where that alone is too long. */
    private static List<String> wrapCall(String call, int width) {
        return wrap(call, "(?=[&?])", width).stream()
                .flatMap(line -> wrap(line, "(?=[|])", width).stream())
                .toList();
    }

    /** Breaks a text at the given places so that each line fits; a piece longer than a line is left whole. */
    static List<String> wrap(String text, String breaks, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var glue = breaks.equals(" ") ? " " : "";
        for (var piece : text.strip().split(breaks, -1)) {
            if (!line.isEmpty() && line.length() + glue.length() + piece.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : glue).append(piece);
        }
        lines.add(line.toString());
        return lines;
    }

    private String paint(String style, String text) {
        return colour && !style.isEmpty() ? "\u001b[%sm%s\u001b[0m".formatted(style, text) : text;
    }
}
