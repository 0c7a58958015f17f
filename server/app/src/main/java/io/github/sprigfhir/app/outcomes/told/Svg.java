package io.github.sprigfhir.app.outcomes.told;

/**
 * Writes a picture as SVG: elements, attributes and text, each value escaped, so that nothing in a title can become
 * markup, and nothing of it can run. The libraries that draw SVG are under the GPL or the LGPL, or want the fonts of the
 * machine.
 */
final class Svg {

    private final StringBuilder written = new StringBuilder();

    /** An element without content; attributes are names and values in turn. */
    Svg empty(String element, Object... attributes) {
        start(element, attributes);
        written.append("/>");
        return this;
    }

    /** An element that holds text alone. */
    Svg text(String element, String text, Object... attributes) {
        return open(element, attributes).add(text).close(element);
    }

    Svg open(String element, Object... attributes) {
        start(element, attributes);
        written.append('>');
        return this;
    }

    Svg close(String element) {
        written.append("</").append(element).append('>');
        return this;
    }

    private Svg add(String text) {
        written.append(escaped(text));
        return this;
    }

    private void start(String element, Object... attributes) {
        written.append('<').append(element);
        for (int at = 0; at + 1 < attributes.length; at += 2) {
            written.append(' ')
                    .append(attributes[at])
                    .append("=\"")
                    .append(escaped(String.valueOf(attributes[at + 1])))
                    .append('"');
        }
    }

    /** What XML cannot hold at all is left out. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                    if (isAllowed(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFFFE)
                || point > 0xFFFF;
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
