package io.github.sprigfhir.guide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders Markdown, of our pages and of descriptions inside artefacts, to HTML; raw HTML in it is shown, not obeyed. */
final class Markdown {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::anchor)
            .build();

    private Markdown() {}

    static Html render(String markdown) {
        String html = RENDERER.render(PARSER.parse(markdown))
                .replace("<table>", "<div class=\"scroll\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>")
                .replace("<th>", "<th scope=\"col\">");
        return Html.trusted(html);
    }

    /** The text of the page's first heading, which is its title. */
    static String title(String markdown) {
        Node node = PARSER.parse(markdown).getFirstChild();
        if (node instanceof Heading heading && heading.getLevel() == 1) {
            return plain(heading);
        }
        throw new IllegalArgumentException("A page must begin with a heading of the first level.");
    }

    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading && heading.getLevel() > 1) {
            attributes.put("id", plain(heading).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        }
    }

    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
