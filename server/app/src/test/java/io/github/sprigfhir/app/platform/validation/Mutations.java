package io.github.sprigfhir.app.platform.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Every change of one place in a JSON resource that a careless or hostile sender might make. */
final class Mutations {

    /** A changed resource, and what was changed. */
    record Mutant(String change, String json) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "Another plain value",
            " leading space",
            "a  b",
            "<b>bold</b>",
            "Zoë's £5 – ok",
            "right-to-left \u202E mark",
            "bell \u0007",
            "nosuchcode",
            "true",
            "2020-02-30",
            "2020-02-29",
            "2021-13-01",
            "2021",
            "0000-01-01",
            "2021-06-01T10:00:00",
            "2021-06-01T10:00:00Z",
            "2021-06-01T25:00:00+01:00",
            "-7",
            "0",
            "11",
            "4.5",
            "Patient/abc",
            "Group/abc",
            "Nonsense/abc",
            "Patient/a b",
            "Patient/abc/_history/2",
            "https://other.sprig-test.uk/fhir/Organization/7",
            "#inside",
            "urn:uuid:0f7b3d2e-52a4-4c65-9d6c-6e0a4d4c6a11",
            "urn:uuid:broken",
            "urn:oid:1.2.3.4.5",
            "http://snomed.info/sct",
            "urn:ietf:rfc:3986",
            "active",
            "completed",
            "rejected",
            "urgent",
            "money-debt-benefits",
            "871731000000106");
    private static final List<String> NUMBERS = List.of("-1", "0", "7", "10", "11", "4.5", "123456789012");
    private static final List<String> ADDED_FIELDS = List.of(
            "\"extension\":[{\"url\":\"https://unknown.sprig-test.uk/ext\",\"valueBoolean\":true}]",
            "\"extension\":[{\"url\":\"https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-Any\",\"valueCode\":\"x\"}]",
            "\"extension\":[{\"url\":\"https://sprig-fhir.github.io/ig/StructureDefinition/outcome-point\"}]",
            "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]",
            "\"modifierExtension\":[{\"url\":\"https://unknown.sprig-test.uk/modifier\",\"valueBoolean\":true}]",
            "\"id\":\"twice\"",
            "\"period\":{\"start\":\"2022-01-02\",\"end\":\"2021-01-01\"}",
            "\"period\":{\"start\":\"2021-01-01\",\"end\":\"2022-01-02\"}",
            "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">Hello</div>\"}",
            "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"> </div>\"}",
            "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script>x</script></div>\"}",
            "\"text\":\"Some words\"",
            "\"contained\":[{\"resourceType\":\"Organization\",\"id\":\"inside\",\"name\":\"Inside\"}]",
            "\"note\":[{\"text\":\"A note\"}]",
            "\"priority\":\"stat\"",
            "\"unit\":\"points\"",
            "\"comparator\":\"<\"",
            "\"userSelected\":true",
            "\"display\":\"Another name\"");

    private Mutations() {}

    static List<Mutant> of(String json) {
        var root = tree(json);
        var mutants = new ArrayList<Mutant>();
        visit(root, root, root.path("resourceType").asText(), mutants);
        return mutants;
    }

    private static void visit(JsonNode root, JsonNode node, String path, List<Mutant> mutants) {
        if (node instanceof ObjectNode object) {
            for (var added : ADDED_FIELDS) {
                addField(root, object, path, added, mutants);
            }
            for (var name : names(object)) {
                if (!"resourceType".equals(name)) {
                    visitField(root, object, name, path + "." + name, mutants);
                }
            }
        }
        if (node instanceof ArrayNode array) {
            array.add(array.get(0).deepCopy());
            mutants.add(mutant(root, path + " repeated"));
            array.remove(array.size() - 1);
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                var value = array.get(i);
                for (var other : replacements(value)) {
                    array.set(at, other);
                    mutants.add(mutant(root, path + "[" + i + "] := " + other));
                }
                array.set(at, value);
                visit(root, value, path + "[" + i + "]", mutants);
            }
        }
    }

    private static void visitField(JsonNode root, ObjectNode object, String name, String path, List<Mutant> mutants) {
        var value = object.get(name);
        for (var other : replacements(value)) {
            object.set(name, other);
            mutants.add(mutant(root, path + " := " + other));
        }
        object.set(name, value);
        visit(root, value, path, mutants);
        var whole = object.deepCopy();
        object.remove(name);
        mutants.add(mutant(root, path + " removed"));
        object.removeAll();
        object.setAll(whole);
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void addField(JsonNode root, ObjectNode object, String path, String added, List<Mutant> mutants) {
        var field = tree("{" + added + "}").properties().iterator().next();
        if (!object.has(field.getKey())) {
            object.set(field.getKey(), field.getValue());
            mutants.add(mutant(root, path + " + " + added));
            object.remove(field.getKey());
        }
    }

    private static List<JsonNode> replacements(JsonNode value) {
        var others = new ArrayList<JsonNode>();
        if (value.isTextual()) {
            TEXTS.forEach(text -> others.add(TextNode.valueOf(text)));
        }
        if (value.isNumber()) {
            NUMBERS.forEach(number -> others.add(DecimalNode.valueOf(new BigDecimal(number))));
        }
        if (value.isBoolean()) {
            others.add(JSON.getNodeFactory().booleanNode(!value.asBoolean()));
        }
        return others;
    }

    private static Mutant mutant(JsonNode root, String change) {
        return new Mutant(change, root.toString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
