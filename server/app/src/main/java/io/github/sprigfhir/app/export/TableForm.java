package io.github.sprigfhir.app.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The forms in which a table is given. */
enum TableForm {
    CSV("text/csv"),
    NDJSON("application/x-ndjson"),
    JSON("application/json");

    /** A table that is written row by row. */
    interface Table {

        void add(List<@Nullable Object> row) throws IOException;

        /** Makes it whole. One that is not ended has not begun for whoever reads it, as long as it is short. */
        void end() throws IOException;
    }

    private static final JsonFactory GENERATORS = new ObjectMapper().getFactory();

    private final String type;

    TableForm(String type) {
        this.type = type;
    }

    /** The one that is meant by a short name or a media type. */
    static Optional<TableForm> of(String asked) {
        var name = asked.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(name) || form.type.equals(name))
                .findFirst();
    }

    /** The media type, as the answer names it. */
    String type() {
        return type + ";charset=utf-8";
    }

    /**
     * Begins a table.
     *
     * @param header whether a CSV file begins with the names of its columns
     */
    Table begin(List<String> columns, boolean header, Writer writer) throws IOException {
        return switch (this) {
            case CSV -> csv(columns, header, writer);
            case NDJSON, JSON -> json(columns, writer, this == JSON);
        };
    }

    private static Table csv(List<String> columns, boolean header, Writer writer) throws IOException {
        var csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        if (header) {
            csv.printRecord(columns);
        }
        return new Table() {
            @Override
            public void add(List<@Nullable Object> row) throws IOException {
                csv.printRecord(row);
            }

            @Override
            public void end() throws IOException {
                csv.flush();
            }
        };
    }

    private static Table json(List<String> columns, Writer writer, boolean asArray) throws IOException {
        var json = GENERATORS.createGenerator(writer).disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        if (asArray) {
            json.writeStartArray();
        }
        return new Table() {
            @Override
            public void add(List<@Nullable Object> row) throws IOException {
                json.writeStartObject();
                for (int column = 0; column < columns.size(); column++) {
                    json.writePOJOField(columns.get(column), row.get(column));
                }
                json.writeEndObject();
            }

            @Override
            public void end() throws IOException {
                if (asArray) {
                    json.writeEndArray();
                }
                json.writeRaw('\n');
                json.flush();
            }
        };
    }
}
