package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.PlainText;
import io.github.sprigfhir.domain.directory.feed.Remark;
import java.util.List;

/**
 * Makes of a stranger's document one that can be kept and given back: no markup, no control characters, no absurd
 * numbers, and nothing that is null.
 */
final class Cleaning {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIGITS = 40;

    private Cleaning() {}

    static ObjectNode clean(ObjectNode sent, List<Finding> findings) {
        return object(sent, "", findings);
    }

    private static ObjectNode object(ObjectNode sent, String path, List<Finding> findings) {
        var clean = JsonNodeFactory.instance.objectNode();
        sent.properties().forEach(field -> {
            var name = field.getKey();
            var at = path.isEmpty() ? name : path + "." + name;
            if (name.length() > LONGEST_NAME || PlainText.of(name).changed()) {
                findings.add(new Finding(Remark.WRONG_TYPE, path, "A field's name is too long, or holds markup."));
            } else if (!field.getValue().isNull()) {
                clean.set(name, value(field.getValue(), at, findings));
            }
        });
        return clean;
    }

    private static JsonNode value(JsonNode sent, String path, List<Finding> findings) {
        if (sent instanceof ObjectNode object) {
            return object(object, path, findings);
        }
        if (sent instanceof ArrayNode array) {
            var clean = JsonNodeFactory.instance.arrayNode(array.size());
            for (int i = 0; i < array.size(); i++) {
                if (!array.get(i).isNull()) {
                    clean.add(value(array.get(i), "%s[%d]".formatted(path, i), findings));
                }
            }
            return clean;
        }
        if (sent.isTextual()) {
            return text(sent, path, findings);
        }
        if (sent.isNumber() && isAbsurd(sent)) {
            findings.add(new Finding(Remark.WRONG_TYPE, path, "No number of a directory is as large or as exact."));
            return TextNode.valueOf("");
        }
        return sent;
    }

    private static JsonNode text(JsonNode sent, String path, List<Finding> findings) {
        var plain = PlainText.of(sent.textValue());
        if (!plain.changed()) {
            return sent;
        }
        findings.add(new Finding(Remark.MARKUP_REMOVED, path, "Markup or control characters were taken out."));
        return TextNode.valueOf(plain.text());
    }

    private static boolean isAbsurd(JsonNode number) {
        if (number.isFloat() || number.isDouble()) {
            return Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue());
        }
        var decimal = number.decimalValue();
        return decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS;
    }
}
