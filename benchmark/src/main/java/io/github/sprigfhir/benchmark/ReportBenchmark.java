package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Measures how long a report on many episodes takes, over HTTP and with access control on, and how its time grows with
 * their number.
 *
 * <p>{@code ReportBenchmark --server http://127.0.0.1:8080 --home .sprig [--episodes 100000] [--rounds 5] [--at-most 5000]}.
 * What reports count is written into the embedded database of the server's home: a tenth of the episodes into one
 * reporting period long ago, all of them into another, each with five scores three times, three contacts and a service;
 * give it a server that is for this only. It fails if a report takes more than that many milliseconds, or ten times the
 * episodes more than fifteen times the time.
 */
public final class ReportBenchmark {

    private static final Set<String> OPTIONS = Set.of("server", "home", "episodes", "rounds", "at-most");
    private static final List<String> MEASURES = List.of("outcomes", "pathway", "unmet-need");
    private static final double MOST_GROWTH = 15;
    private static final int MILLION = 1_000_000;

    /** Ids that begin as differently as true ones do: the database compares their first letters first. */
    private static final String EPISODES = """
            insert into sprig_episode
                (id, begun, ended, age, sex, ethnicity, deprivation, needs, provider, referrer)
            select md5('%1$s' || i) || '-%1$s', date '%2$s' + i %% 60, date '%2$s' + 60 + i %% 30, 18 + i %% 70,
                (array['female', 'male', 'other'])[1 + i %% 7 / 3], chr(65 + i %% 16), 1 + i %% 10,
                array[(array['loneliness-isolation', 'mental-wellbeing', 'money-debt-benefits', 'other'])[1 + i %% 4]],
                'service-' || i %% 40, 'practice-' || i %% 200
            from generate_series(1, %3$d) i
            """;

    private static final String SCORES = """
            insert into sprig_score (id, episode, measure, taken, value)
            select md5('%1$s' || i) || '-%1$s' || '-' || m || '-' || k, md5('%1$s' || i) || '-%1$s', measure,
                timestamptz '%2$s' + (i %% 60 + k * 20) * interval '1 day', (i * 7 + m * 3 + k * 2) %% 10
            from generate_series(1, %3$d) i,
                unnest(array['https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure|ons4-life-satisfaction',
                    'https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure|ons4-worthwhile',
                    'https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure|ons4-happiness',
                    'https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure|ons4-anxiety',
                    'http://loinc.org|44261-6']) with ordinality as measures(measure, m),
                generate_series(0, 2) k
            where (i + k) %% 7 > 0
            """;

    /** The first and the last of each, as the server notes them along with the scores. */
    private static final String PAIRS = """
            insert into sprig_pair (episode, measure, first, last, scores)
            select episode, measure, (array_agg(value order by taken, id))[1],
                (array_agg(value order by taken desc, id desc))[1], count(*)
            from sprig_score where episode like '%%-%1$s' group by episode, measure
            """;

    private static final String STEPS = """
            insert into sprig_step (id, kind, episode, what, day)
            select md5('%1$s' || i) || '-%1$s' || '-' || k, kind, md5('%1$s' || i) || '-%1$s', what, date '%2$s' + i %% 60 + k * 10
            from generate_series(1, %3$d) i, generate_series(0, 3) k, lateral (
                select 'attendance' as kind, case when (i + k) %% 8 = 0 then 'did-not-attend' else 'attended' end as what
                where k < 3
                union all select 'contact-mode', (array['in-person', 'telephone', 'home-visit'])[1 + k %% 3] where k < 3
                union all select 'acknowledgement', cast(1 + i %% 12 as text) where k = 3
                union all select 'acceptance', '' where k = 3 and i %% 9 > 0
                union all select 'service', 'community-' || i %% 300 where k = 3
                union all select 'end', (array['completed', 'completed', '26', 'did-not-attend'])[1 + i %% 4] where k = 3
                union all select 'progress', (array['completed', 'completed', 'left', 'not-seen'])[1 + i %% 4] where k = 3
                union all select 'end-reason', (array['26', 'did-not-attend'])[i %% 4 - 1] where k = 3 and i %% 4 > 1
                union all select 'time-to-acknowledgement', cast(1 + i %% 12 as text) where k = 3
                union all select 'time-to-first-contact', cast(i %% 15 as text) where k = 3
                union all select 'contacts', cast(i %% 4 as text) where k = 3
            ) steps
            """;

    private static final String UNMET = """
            insert into sprig_unmet (observation, day, need, area)
            select md5('%1$s' || i) || '-%1$s', date '%2$s' + i %% 90,
                (array['bereavement', 'legal-advice', 'loneliness-isolation', 'transport'])[1 + i %% 4],
                'E0' || cast(1000000 + i %% 500 as text)
            from generate_series(1, %3$d) i
            """;

    private ReportBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var commissioner = new FhirServer(Loopback.only(options.text("server"))).as("demo-commissioner");
        var episodes = options.number("episodes", 100_000);
        var good = true;
        try (var database = Archive.connect(options.folder("home"))) {
            fill(database, "few", "2010-04-01", episodes / 10);
            fill(database, "many", "2011-04-01", episodes);
            for (var measure : MEASURES) {
                var few = median(commissioner, database, measure, 2010, options.number("rounds", 5));
                var many = median(commissioner, database, measure, 2011, options.number("rounds", 5));
                System.out.printf(
                        Locale.ROOT,
                        "%-10s %7d episodes %7.0f ms, %7d episodes %7.0f ms: %.1f times%n",
                        measure,
                        episodes / 10,
                        few,
                        episodes,
                        many,
                        many / few);
                good &= many <= options.number("at-most", 5000) && many / few <= MOST_GROWTH;
            }
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
        return good;
    }

    private static void fill(Connection database, String name, String day, int episodes) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("delete from sprig_episode where id like '%%-%s'".formatted(name));
            statement.execute("delete from sprig_score where episode like '%%-%s'".formatted(name));
            statement.execute("delete from sprig_pair where episode like '%%-%s'".formatted(name));
            statement.execute("delete from sprig_unmet where observation like '%%-%s'".formatted(name));
            statement.execute("delete from sprig_step where episode like '%%-%s'".formatted(name));
            for (var rows : List.of(EPISODES, SCORES, PAIRS, STEPS, UNMET)) {
                statement.execute(rows.formatted(name, day, episodes));
            }
            // As autovacuum leaves them.
            statement.execute("vacuum analyze sprig_episode, sprig_score, sprig_pair, sprig_step, sprig_unmet");
        }
    }

    /** What is told is kept, and would be told again at once. */
    private static double median(FhirServer server, Connection database, String measure, int year, int rounds)
            throws IOException, InterruptedException, SQLException {
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            try (var statement = database.createStatement()) {
                statement.execute("delete from sprig_report where extract(year from first_day) in (2010, 2011)");
            }
            var begun = System.nanoTime();
            var answer = server.send(Call.of(
                    "GET",
                    "/fhir/Measure/%s/$evaluate-measure?periodStart=%d-04-01&periodEnd=%d-06-30"
                            .formatted(measure, year, year)));
            times[round] = (double) (System.nanoTime() - begun) / MILLION;
            if (answer.statusCode() != 200) {
                throw new IOException("the report was refused: " + answer.body());
            }
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }
}
