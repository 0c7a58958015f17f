package io.github.sprigfhir.tables;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the FHIR package holds in its folder {@code other}: a table, by a ViewDefinition or by SQL over other tables. */
record Published(JsonObject definition) {

    /** All files of one kind, such as {@code ViewDefinition}, in the order of their names. */
    static List<Published> all(Path folder, String kind) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .sorted()
                    .map(Published::read)
                    .toList();
        }
    }

    private static Published read(Path file) {
        try {
            return new Published(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return definition.get("name").getAsString();
    }

    /** The type of the resources that a view is of. */
    String resource() {
        return definition.get("resource").getAsString();
    }

    String json() {
        return definition.toString();
    }

    /** The SQL of a Library. */
    String sql() {
        var content = definition.getAsJsonArray("content").get(0).getAsJsonObject();
        return new String(Base64.getDecoder().decode(content.get("data").getAsString()), StandardCharsets.UTF_8);
    }

    /** The names of the tables that the SQL reads. */
    List<String> reads() {
        return StreamSupport.stream(definition.getAsJsonArray("relatedArtifact").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .map(artifact -> artifact.get("label").getAsString())
                .toList();
    }
}
