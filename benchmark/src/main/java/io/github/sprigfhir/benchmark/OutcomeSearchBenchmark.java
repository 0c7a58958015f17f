package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures how long searches of outcomes take where there are many, over HTTP, with access control and audit on.
 *
 * <p>{@code OutcomeSearchBenchmark --server http://127.0.0.1:8080 --home .sprig [--episodes 100000] [--rounds 10]
 * [--at-most 5000]}. Models of episodes are sent through the API, if they are not there yet, and copied in the embedded
 * database of the server's home until there are so many; give it a server that is for this only. Each search is asked as a
 * link worker and as a practice, each of whom sees about a third of the people; for a page of 20, and for the number alone.
 * It fails if anything is refused, or if the 95th percentile of a page is above that many milliseconds.
 */
public final class OutcomeSearchBenchmark {

    private static final Set<String> OPTIONS = Set.of("server", "home", "episodes", "rounds", "at-most");
    private static final List<String> ASKERS = List.of("demo-load-link-worker-0", "demo-load-gp-0");
    private static final String COUNT_MODELS = """
            select count(distinct episode) from sprig_score
            where measure = 'http://snomed.info/sct|720433000' and id not like '%.%'
            """;
    private static final String COUNT_COPIES = "select count(*) from sprig_episode where id like '%.%'";

    private OutcomeSearchBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var server = new FhirServer(Loopback.only(options.text("server")));
        var questions = prepare(server, options.folder("home"), options.number("episodes", 100_000));
        var good = true;
        for (var asker : ASKERS) {
            System.out.printf("%n%-44s %9s %9s %9s %9s%n", asker, "page p50", "p95", "count p50", "p95");
            for (var question : questions.all()) {
                var rounds = options.number("rounds", 10);
                var page = ask(server.as(asker), question, question.ending("_count=20"), rounds);
                var count = question.counted()
                        ? ask(server.as(asker), question, question.ending("_summary=count"), rounds)
                        : none();
                System.out.printf(
                        Locale.ROOT,
                        "%-44s %s %s%n",
                        question.name(),
                        cells(page),
                        question.counted() ? cells(count) : "");
                good &= page.failures() + count.failures() == 0
                        && page.percentile(0.95) <= options.number("at-most", 5000);
            }
        }
        return good;
    }

    private static Measured none() {
        return new Measured(List.of(), Map.of(), 0);
    }

    private static String cells(Measured measured) {
        return measured.failures() > 0
                ? "refused: " + measured.errors()
                : "%6.0f ms %6.0f ms".formatted(measured.percentile(0.5), measured.percentile(0.95));
    }

    /** The first time it is asked is left out: nobody has asked before. */
    private static Measured ask(FhirServer server, OutcomeQuestions.Question question, String ending, int rounds)
            throws IOException, InterruptedException {
        var nanos = new ArrayList<Long>();
        var errors = new TreeMap<Integer, Integer>();
        for (int round = 0; round <= rounds; round++) {
            var begun = System.nanoTime();
            var status = server.send(
                            Call.of("GET", question.path(round) + ending).with("Cache-Control", "no-cache"))
                    .statusCode();
            if (status != 200) {
                errors.merge(status, 1, Integer::sum);
            } else if (round > 0) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        return Measured.of(nanos.stream(), errors, 0);
    }

    private static OutcomeQuestions prepare(FhirServer server, Path home, int episodes)
            throws IOException, InterruptedException {
        try (var database = Archive.connect(home)) {
            if (count(database, COUNT_MODELS) < OutcomeModels.COUNT) {
                System.out.printf("Writing %d models%n", OutcomeModels.COUNT);
                OutcomeModels.write(server);
            }
            if (count(database, COUNT_COPIES) < episodes) {
                System.out.printf("Making %d episodes of them%n", episodes);
                copy(database, episodes);
            }
            return OutcomeQuestions.about(database);
        } catch (SQLException problem) {
            throw new IOException("the database cannot be filled", problem);
        }
    }

    private static int count(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void copy(Connection database, int episodes) throws IOException, SQLException {
        try (var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(script().formatted(episodes));
            database.commit();
            database.setAutoCommit(true);
            for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                System.out.println("  " + warning.getMessage());
            }
            statement.execute("vacuum analyze");
        }
    }

    private static String script() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(OutcomeSearchBenchmark.class.getResourceAsStream("/outcome-load.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
