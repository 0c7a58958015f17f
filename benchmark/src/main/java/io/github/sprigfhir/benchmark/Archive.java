package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.benchmark.circle.Badge;
import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.benchmark.circle.Kept.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads straight from a server's embedded database what is on record, so that no rule of the server's stands between.
 * Of its labels it reads none but the senders' codes of confidentiality.
 */
final class Archive {

    private static final int LINE_OF_PORT = 3;

    private static final String VERSIONS = """
            select r.res_type || '/' || r.fhir_id, r.res_deleted_at is not null, v.res_text_vc, v.res_updated
            from hfj_res_ver v join hfj_resource r on r.res_id = v.res_id
            where r.res_type not in ('AuditEvent', 'CodeSystem', 'ConceptMap', 'NamingSystem', 'OperationDefinition',
                'SearchParameter', 'StructureDefinition', 'ValueSet')
            order by r.res_id, v.res_ver
            """;

    private static final String CONFIDENTIALITY = """
            select r.res_type || '/' || r.fhir_id, d.tag_code
            from hfj_res_tag t join hfj_resource r on r.res_id = t.res_id join hfj_tag_def d on d.tag_id = t.tag_id
            where d.tag_type = 2 and d.tag_system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Path home;

    Archive(Path home) {
        this.home = home;
    }

    private record Texts(List<Version> texts, boolean deleted) {}

    /** Everything but definitions and the audit, by address, in the order in which it came. */
    Map<String, Kept> read(Map<String, Badge> recorders) throws IOException {
        try (var database = connect()) {
            var texts = new LinkedHashMap<String, Texts>();
            query(database, VERSIONS, row -> {
                var known = texts.computeIfAbsent(row.getString(1), address -> new Texts(new ArrayList<>(), false));
                if (row.getString(3) != null && !row.getString(3).isEmpty()) {
                    known.texts()
                            .add(new Version(
                                    row.getString(3), row.getTimestamp(4).getTime()));
                }
                texts.put(row.getString(1), new Texts(known.texts(), row.getBoolean(2)));
            });
            var security = new TreeMap<String, Set<String>>();
            query(database, CONFIDENTIALITY, row -> security.computeIfAbsent(
                            row.getString(1), address -> new HashSet<>())
                    .add(row.getString(2)));
            var kept = new LinkedHashMap<String, Kept>();
            for (var one : texts.entrySet()) {
                kept.put(
                        one.getKey(),
                        new Kept(
                                one.getKey(),
                                last(one.getKey(), one.getValue().texts()),
                                List.copyOf(one.getValue().texts()),
                                one.getValue().deleted(),
                                Set.copyOf(security.getOrDefault(one.getKey(), Set.of())),
                                Optional.ofNullable(recorders.get(one.getKey()))));
            }
            return kept;
        } catch (SQLException problem) {
            throw new IOException("the database cannot be read", problem);
        }
    }

    private JsonNode last(String address, List<Version> texts) throws IOException {
        if (texts.isEmpty()) {
            throw new IOException(address + " is kept in a form that this program does not read");
        }
        return json.readTree(texts.get(texts.size() - 1).text());
    }

    private Connection connect() throws IOException, SQLException {
        return connect(home);
    }

    /** To the embedded database of a server's home. */
    static Connection connect(Path home) throws IOException, SQLException {
        var data = home.resolve("pgdata");
        var port = Files.readAllLines(data.resolve("postmaster.pid")).get(LINE_OF_PORT);
        var secret = data.resolve("sprig.secret");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/postgres".formatted(port.strip()),
                "postgres",
                Files.exists(secret)
                        ? Files.readString(secret, StandardCharsets.UTF_8).strip()
                        : "");
    }

    @FunctionalInterface
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void query(Connection database, String sql, Row taker) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }
}
