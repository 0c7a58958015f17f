package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures how fast services are found in a large directory, over HTTP and with access control on.
 *
 * <p>{@code FindingBenchmark --server http://127.0.0.1:8080 --home .sprig [--services 50000] [--clients 4] [--warm-up 30]
 * [--seconds 60] [--seed 1] [--at-most 150]}. Models of services are sent through the API, if they are not there yet, and
 * copied in the embedded database of the server's home until there are so many; give it a server that is for this only.
 * Times are in seconds; it fails if the 95th percentile is above that many milliseconds.
 */
public final class FindingBenchmark {

    private static final Set<String> OPTIONS =
            Set.of("server", "home", "services", "clients", "warm-up", "seconds", "seed", "at-most");

    private FindingBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var server = new FhirServer(Loopback.only(options.text("server")));
        fill(server, options.folder("home"), options.number("services", 50_000));
        var linkWorker = server.as("demo-link-worker");
        var questions = new FindingQuestions(new Random(options.number("seed", 1)));
        var byKind = new ConcurrentHashMap<String, Map<Long, Long>>();
        var load = new Load<>(
                questions::next,
                question -> {
                    var begun = System.nanoTime();
                    var status = linkWorker.send(question.call()).statusCode();
                    byKind.computeIfAbsent(question.kind(), none -> new ConcurrentHashMap<>())
                            .put(begun, System.nanoTime() - begun);
                    return status;
                },
                options.number("clients", 4));
        System.out.printf(
                "Warm-up   %s%n",
                load.run(options.seconds("warm-up", 30), Integer.MAX_VALUE).summary());
        byKind.clear();
        var measured = load.run(options.seconds("seconds", 60), Integer.MAX_VALUE);
        System.out.printf("Measured  %s%n", measured.summary());
        new TreeMap<>(byKind).forEach((kind, nanos) -> {
            var some = Measured.of(nanos.values().stream(), Map.of(), measured.elapsed());
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %6d asked, p50 %.1f ms, p95 %.1f ms%n",
                    kind,
                    some.successes(),
                    some.percentile(0.50),
                    some.percentile(0.95));
        });
        return measured.failures() == 0 && measured.percentile(0.95) <= options.number("at-most", 150);
    }

    private static void fill(FhirServer server, Path home, int wanted) throws IOException, InterruptedException {
        try (var database = Archive.connect(home);
                var statement = database.createStatement()) {
            var there = count(statement);
            if (there == 0) {
                var answer = server.as("demo-admin").post(FindingModels.transaction());
                if (answer.statusCode() != 200) {
                    throw new IOException("the models were refused: " + answer.body());
                }
                there = count(statement);
            }
            if (there < wanted) {
                System.out.printf("Making %d services of %d%n", wanted - there, there);
                statement.execute(script().formatted(wanted - there));
                for (var table : List.of("sprig_service", "sprig_service_at", "hfj_resource", "hfj_res_ver")) {
                    statement.execute("vacuum analyze " + table);
                }
            }
        } catch (SQLException problem) {
            throw new IOException("the database cannot be filled", problem);
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery(
                "select count(*) from sprig_service where entry like '%54.123456%' or id like 'bench-%'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String script() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(FindingBenchmark.class.getResourceAsStream("/finding-load.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
