package io.github.sprigfhir.app.platform.validation;

import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** Writes the shape of a narrative: its elements and attributes word for word, its plain text as no more than a mark. */
final class NarrativeShape {

    private NarrativeShape() {}

    static void write(XhtmlNode node, StringBuilder out) {
        if (node.getNodeType() == NodeType.Text) {
            text(node.getContent(), out);
            return;
        }
        out.append('<').append(node.getNodeType());
        word(node.getName(), out);
        node.getAttributes().forEach((name, value) -> {
            word(name, out);
            word(value, out);
        });
        if (node.getContent() != null) {
            word(node.getContent(), out);
        }
        for (var child : node.getChildNodes()) {
            write(child, out);
        }
        out.append('>');
    }

    /** White space around words is no concern of the validator's; an entity has been resolved by the parser. */
    private static void text(String text, StringBuilder out) {
        var words = text.strip();
        if (Plain.isText(words) && words.indexOf('&') < 0) {
            out.append('~');
        } else {
            word(text, out);
        }
    }

    private static void word(String text, StringBuilder out) {
        out.append('=').append(String.valueOf(text).length()).append(':').append(text);
    }
}
