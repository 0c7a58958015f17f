package io.github.sprigfhir.app.platform.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Whether a narrative is as harmless as FHIR R4 wants it (section 2.4.1 and invariant txt-1), and a little more: an
 * app will show it as it is. Elements and attributes are those listed and no others; a link leads to a page, a mail
 * address, a telephone or within the resource; an image comes with the resource; a style loads and hides nothing.
 */
final class NarrativeRules {

    private static final Set<String> ELEMENTS = Set.of(
            "a",
            "abbr",
            "acronym",
            "address",
            "b",
            "bdo",
            "big",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "col",
            "colgroup",
            "dd",
            "del",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "ol",
            "p",
            "pre",
            "q",
            "samp",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "tt",
            "ul",
            "var");
    private static final Set<String> ATTRIBUTES = Set.of(
            "abbr",
            "align",
            "alt",
            "axis",
            "char",
            "charoff",
            "class",
            "colspan",
            "dir",
            "headers",
            "height",
            "href",
            "id",
            "lang",
            "name",
            "rowspan",
            "scope",
            "span",
            "src",
            "start",
            "style",
            "summary",
            "title",
            "type",
            "valign",
            "value",
            "width",
            "xml:lang",
            "xml:space",
            "xmlns");
    private static final Pattern LINK = Pattern.compile("(https?://|mailto:|tel:|#).*");
    private static final Pattern RELATIVE = Pattern.compile("[A-Za-z0-9._~/-]+(#.*)?");
    private static final Pattern IMAGE = Pattern.compile("#.*|data:image/(png|gif|jpeg);base64,[A-Za-z0-9+/=\\s]*");
    private static final Pattern STYLE = Pattern.compile("(?:[a-z-]+\\s*:\\s*[\\w\\s#%.,'-]*(?:;\\s*|$))*");
    private static final Pattern OVERLAY =
            Pattern.compile("(^|;)\\s*(position|z-index|opacity|behavior|-moz-binding)\\s*:");
    private static final Set<NodeType> HARMLESS = Set.of(NodeType.Text, NodeType.Comment);
    private static final int DEEPEST = 40;
    private static final int LONGEST_STYLE = 500;

    private NarrativeRules() {}

    /** What is wrong with it, at that path. */
    static Optional<Problem> judge(XhtmlNode narrative, String path) {
        return fault(narrative, 0)
                .map(fault -> Problem.invalid(
                        ServerRule.NARRATIVE,
                        path,
                        "The narrative holds %s, which is not allowed in one.".formatted(fault),
                        "Send plain XHTML, or no narrative."));
    }

    private static Optional<String> fault(XhtmlNode node, int depth) {
        if (HARMLESS.contains(node.getNodeType())) {
            return Optional.empty();
        }
        if (node.getNodeType() != NodeType.Element) {
            return depth == 0 && node.getNodeType() == NodeType.Document
                    ? children(node, depth)
                    : Optional.of("a document type or an instruction");
        }
        if (depth > DEEPEST) {
            return Optional.of("more than %d levels".formatted(DEEPEST));
        }
        if (!ELEMENTS.contains(node.getName())) {
            return Optional.of("the element " + shortened(node.getName()));
        }
        return node.getAttributes().entrySet().stream()
                .filter(attribute -> !isAllowed(attribute.getKey(), attribute.getValue()))
                .findFirst()
                .map(attribute -> "the attribute %s on %s, or that value of it"
                        .formatted(shortened(attribute.getKey()), node.getName()))
                .or(() -> children(node, depth));
    }

    private static Optional<String> children(XhtmlNode node, int depth) {
        return node.getChildNodes().stream()
                .flatMap(child -> fault(child, depth + 1).stream())
                .findFirst();
    }

    private static boolean isAllowed(String name, String value) {
        var text = value == null ? "" : value.strip();
        return ATTRIBUTES.contains(name)
                && switch (name) {
                    case "href" ->
                        LINK.matcher(text.toLowerCase(Locale.ROOT)).matches()
                                || RELATIVE.matcher(text).matches();
                    case "src" -> IMAGE.matcher(text).matches();
                    case "style" -> isPlainStyle(text.toLowerCase(Locale.ROOT));
                    case "xmlns" -> text.equals("http://www.w3.org/1999/xhtml");
                    default -> true;
                };
    }

    /** No parenthesis, so no url() and no expression(); no backslash to hide one behind. */
    private static boolean isPlainStyle(String style) {
        return style.length() <= LONGEST_STYLE
                && STYLE.matcher(style).matches()
                && !OVERLAY.matcher(style).find();
    }

    private static String shortened(String name) {
        return name.matches("[A-Za-z:-]{1,20}") ? name : "of another name";
    }
}
