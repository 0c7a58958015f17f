package io.github.sprigfhir.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A ViewDefinition of SQL on FHIR, which is no resource of FHIR R4. */
record View(String file, String json, JsonNode definition) {

    /** A column, of the dictionary. */
    record Column(String name, String type, String description, String path) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads every view of a folder, in the order of their names. */
    static List<View> load(Path folder) throws IOException {
        List<View> views = new ArrayList<>();
        for (Path file : files(folder, "ViewDefinition-")) {
            String json = Files.readString(file);
            views.add(new View(file.getFileName().toString(), json, JSON.readTree(json)));
        }
        return views;
    }

    /** The files whose names begin so, in their order. */
    static List<Path> files(Path folder, String kind) throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(file -> file.getFileName().toString().startsWith(kind))
                    .sorted()
                    .toList();
        }
    }

    String name() {
        return definition.path("name").asText();
    }

    String title() {
        return definition.path("title").asText();
    }

    String description() {
        return definition.path("description").asText();
    }

    /** The type of the resources that it is of. */
    String resource() {
        return definition.path("resource").asText();
    }

    /** What a resource must fulfil to be in it. */
    List<String> where() {
        return definition.path("where").findValuesAsText("path");
    }

    List<Column> columns() {
        return definition.findValues("column").stream()
                .flatMap(columns -> stream(columns))
                .map(column -> new Column(
                        column.path("name").asText(),
                        column.path("type").asText(),
                        column.path("description").asText(),
                        column.path("path").asText()))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes.stream();
    }
}
