package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.sheet.Fault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what became of imports and of checks: as JSON, and in lines for people. */
@Component
class Reports {

    private static final int MOST_RUNS = 50;
    private static final List<String> COUNTS =
            List.of("created", "changed", "unchanged", "retired", "refused", "findings");

    private final JdbcClient database;

    Reports(Tables tables) {
        this.database = tables.client();
    }

    /** The last runs, of one feed or of all, without what they found. */
    List<ObjectNode> last(Optional<String> feed) {
        return database.sql(
                        "select * from sprig_feed_run where :feed = '' or feed = :feed order by id desc limit :most")
                .param("feed", feed.orElse(""))
                .param("most", MOST_RUNS)
                .query((row, number) -> run(row))
                .list();
    }

    /** One run with what it found. */
    Optional<ObjectNode> one(long id) {
        var found = database.sql("select * from sprig_feed_run where id = ?")
                .param(id)
                .query((row, number) -> run(row))
                .optional();
        found.ifPresent(run -> {
            var list = run.putArray("found");
            database.sql("select source, remark, path, text from sprig_feed_finding where run = ? order by number")
                    .param(id)
                    .query((row, number) -> list.addObject()
                            .put("service", row.getString(1))
                            .put("remark", row.getString(2))
                            .put("path", row.getString(3))
                            .put("text", row.getString(4)))
                    .list();
        });
        return found;
    }

    private static ObjectNode run(ResultSet row) throws SQLException {
        var json = Published.object()
                .put("run", row.getLong("id"))
                .put("feed", row.getString("feed"))
                .put("source", row.getString("address"))
                .put("standing", row.getString("standing").toLowerCase(Locale.ROOT))
                .put("whole", row.getBoolean("whole"))
                .put("asked_by", row.getString("asked_by"));
        for (var moment : List.of("asked", "started", "ended")) {
            var when = row.getObject(moment, OffsetDateTime.class);
            if (when != null) {
                json.put(moment, when.toInstant().toString());
            }
        }
        for (var count : COUNTS) {
            json.put(count, row.getInt(count));
        }
        var reason = row.getString("reason");
        return reason == null ? json : json.put("reason", reason);
    }

    /** A run in lines. */
    static String words(ObjectNode run) {
        var text = new StringBuilder("Run %s of %s, %s, asked for by %s: %s%n"
                .formatted(
                        run.path("run").asText(),
                        run.path("feed").asText(),
                        run.path("whole").asBoolean() ? "all of it" : "what was changed",
                        run.path("asked_by").asText(),
                        run.path("standing").asText()));
        text.append(COUNTS.stream()
                        .map(count -> count + " " + run.path(count).asInt())
                        .collect(Collectors.joining(", ", "  ", "")))
                .append('\n');
        if (run.has("reason")) {
            text.append("  ").append(run.path("reason").asText()).append('\n');
        }
        run.path("found")
                .forEach(one -> text.append("  %s %s %s: %s%n"
                        .formatted(
                                one.path("service").asText(),
                                one.path("path").asText(),
                                one.path("remark").asText(),
                                one.path("text").asText())));
        return text.toString();
    }

    static ObjectNode of(Sheet sheet) {
        var json = Published.object()
                .put("right", sheet.isRight())
                .put("services", sheet.rows().size());
        var list = json.putArray("faults");
        sheet.faults().forEach(fault -> list.addObject()
                .put("row", fault.row())
                .put("column", fault.column())
                .put("found", fault.found().words())
                .put("rule", fault.rule())
                .put("remedy", fault.remedy()));
        return json;
    }

    static String words(Sheet sheet) {
        return sheet.isRight()
                ? "All is right; services: %d.%n".formatted(sheet.rows().size())
                : sheet.faults().stream()
                        .map(Reports::words)
                        .collect(Collectors.joining(
                                "", "Nothing was stored. Put these right and send the file again.\n", ""));
    }

    private static String words(Fault fault) {
        if (fault.row() == 0) {
            return "The file: %s %s%n".formatted(fault.rule(), fault.remedy());
        }
        return fault.column().isEmpty()
                ? "Row %d: %s %s%n".formatted(fault.row(), fault.rule(), fault.remedy())
                : "Row %d, column \"%s\", which holds %s: %s %s%n"
                        .formatted(fault.row(), fault.column(), fault.found().words(), fault.rule(), fault.remedy());
    }
}
