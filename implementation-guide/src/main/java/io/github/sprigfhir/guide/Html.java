package io.github.sprigfhir.guide;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of HTML in which all text is escaped, so that no artefact can smuggle markup into a page. */
final class Html implements HtmlPart {

    static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    static Html text(@Nullable String text) {
        return text == null ? NOTHING : new Html(escape(text));
    }

    /** Markup that some other escaping renderer has already made safe. */
    static Html trusted(String markup) {
        return new Html(markup);
    }

    static Html all(Html... pieces) {
        return join(List.of(pieces), NOTHING);
    }

    static <T> Html each(Collection<T> items, Function<T, Html> render) {
        return join(items.stream().map(render).toList(), NOTHING);
    }

    static <T> Html each(Collection<T> items, String separator, Function<T, Html> render) {
        return join(items.stream().map(render).toList(), text(separator));
    }

    /** An element with its attributes and children; attributes come first. */
    static Html tag(String name, HtmlPart... parts) {
        StringBuilder attributes = new StringBuilder();
        StringBuilder children = new StringBuilder();
        for (HtmlPart part : parts) {
            if (part instanceof HtmlPart.Attribute attribute) {
                attributes
                        .append(' ')
                        .append(attribute.name())
                        .append("=\"")
                        .append(escape(attribute.value()))
                        .append('"');
            } else {
                children.append(part);
            }
        }
        return new Html("<" + name + attributes + ">" + children + "</" + name + ">");
    }

    static HtmlPart attribute(String name, String value) {
        return new HtmlPart.Attribute(name, value);
    }

    static Html link(String target, String label) {
        return tag("a", attribute("href", target), text(label));
    }

    static Html code(@Nullable String text) {
        return tag("code", text(text));
    }

    /** A table that scrolls on its own when the screen is narrow, reachable by keyboard. */
    static Html table(String caption, List<String> headings, List<Html> rows) {
        Html head =
                tag("thead", tag("tr", each(headings, heading -> tag("th", attribute("scope", "col"), text(heading)))));
        return tag(
                "div",
                attribute("class", "scroll"),
                attribute("role", "region"),
                attribute("aria-label", caption),
                attribute("tabindex", "0"),
                tag("table", tag("caption", text(caption)), head, tag("tbody", each(rows, row -> row))));
    }

    static Html row(Html... cells) {
        return tag("tr", each(List.of(cells), cell -> tag("td", cell)));
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    @Override
    public String toString() {
        return markup;
    }

    private static Html join(List<Html> pieces, Html separator) {
        List<String> markups = pieces.stream().map(Html::toString).toList();
        return new Html(String.join(separator.markup, markups));
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
