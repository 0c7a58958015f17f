package io.github.sprigfhir.guide;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A table that SQL makes of views: an SQLView of SQL on FHIR, which is a Library. */
record Query(String file, String sql, ObjectNode library) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads every Library of a folder, and puts the SQL that lies beside it under its name into it. */
    static List<Query> load(Path folder) throws IOException {
        List<Query> queries = new ArrayList<>();
        for (Path file : View.files(folder, "Library-")) {
            ObjectNode library = (ObjectNode) JSON.readTree(Files.readString(file));
            String sql = Files.readString(folder.resolve(library.path("name").asText() + ".sql"));
            ((ObjectNode) library.path("content").path(0)).put("data", sql.getBytes(StandardCharsets.UTF_8));
            queries.add(new Query(file.getFileName().toString(), sql, library));
        }
        return queries;
    }

    String name() {
        return library.path("name").asText();
    }

    String description() {
        return library.path("description").asText();
    }

    String json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(library) + "\n";
    }
}
