package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures how fast a directory is imported, or kills the server half-way and looks whether the next one goes on.
 *
 * <p>{@code ImportBenchmark --home /tmp/import [--port 18090] [--services 10000] [--warm-up 2000] [--kill 0] -- java -jar sprig.jar}. The
 * server is started on the home, which must not exist yet. With {@code --kill 1} it is killed once half of the services
 * are stored, and started again; then nothing is warmed up. It fails unless each service is there once. The same file is sent a second time, to see
 * what an import costs that changes nothing.
 */
public final class ImportBenchmark {

    private static final Set<String> OPTIONS = Set.of("home", "port", "services", "warm-up", "kill");
    private static final String IMPORTS = "/directory/imports";
    private static final Duration LONGEST = Duration.ofMinutes(40);
    private static final int ACCEPTED = 202;
    private static final List<String> NEEDS =
            List.of("Befriending", "Debt advice", "Walking", "Counselling", "Crafts", "Food banks", "Carers", "Jobs");

    private final Options options;
    private final int services;
    private final int warmUp;

    private ImportBenchmark(Options options) {
        this.options = options;
        this.warmUp = options.number("kill", 0) > 0 ? 0 : options.number("warm-up", 2_000);
        this.services = options.number("services", 10_000);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> new ImportBenchmark(Options.parse(List.of(arguments), OPTIONS)).run());
    }

    private boolean run() throws IOException, InterruptedException {
        var file = file(services);
        System.out.printf("File      %d services, %.1f MB%n", services, file.length() / 1e6);
        var kills = options.number("kill", 0) > 0;
        String run;
        try (var server = started()) {
            if (warmUp > 0) {
                measure(server, send(server.fhir(), "warm-up", file(warmUp)), "Warm-up  ");
            }
            run = send(server.fhir(), "benchmark", file);
            if (kills) {
                await(server.fhir(), run, services / 2);
                server.kill();
                System.out.println("Killed    the server half-way");
            } else {
                measure(server, run, "Imported ");
                measure(server, send(server.fhir(), "benchmark", file), "Again    ");
                return isWhole(server.fhir(), run);
            }
        }
        try (var server = started()) {
            measure(server, run, "Went on  ");
            return isWhole(server.fhir(), run);
        }
    }

    private ServerProcess started() throws IOException, InterruptedException {
        return ServerProcess.start(
                options.commandOrRefuse(),
                options.folder("home"),
                options.number("port", 18090),
                "--sprig.directory.open-referral.largest-sheet=200MB");
    }

    private static String file(int count) {
        return IntStream.range(0, count).mapToObj(ImportBenchmark::service).collect(Collectors.joining(",", "[", "]"));
    }

    private static String send(FhirServer server, String feed, String file) throws IOException, InterruptedException {
        var answer =
                server.send(Call.of("POST", IMPORTS + "?feed=" + feed, file).with("Content-Type", "application/json"));
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("the file was refused: %d %s".formatted(answer.statusCode(), answer.body()));
        }
        return server.read(answer).path("run").asText();
    }

    private void measure(ServerProcess server, String run, String what) throws IOException, InterruptedException {
        var before = server.cpu();
        var begun = System.nanoTime();
        var already = stored(report(server.fhir(), run));
        var report = await(server.fhir(), run, Integer.MAX_VALUE);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var done = Math.max(stored(report) - already, 1);
        System.out.printf(
                Locale.ROOT,
                "%s %d services in %.1f s, %.0f a second; CPU for each %.2f ms server + %.2f ms PostgreSQL%n",
                what,
                done,
                seconds,
                done / seconds,
                server.cpu().minus(before).java().toNanos() / 1e6 / done,
                server.cpu().minus(before).postgres().toNanos() / 1e6 / done);
    }

    private static JsonNode await(FhirServer server, String run, int enough) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < LONGEST.toNanos()) {
            var report = report(server, run);
            if (report.has("ended") || stored(report) >= enough) {
                return report;
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IOException("the import did not end");
    }

    private static JsonNode report(FhirServer server, String run) throws IOException, InterruptedException {
        return server.get(IMPORTS + "/" + run);
    }

    private static int stored(JsonNode report) {
        return report.path("created").asInt()
                + report.path("changed").asInt()
                + report.path("unchanged").asInt();
    }

    private boolean isWhole(FhirServer server, String run) throws IOException, InterruptedException {
        var report = report(server, run);
        var published =
                server.get("/oruk/services?per_page=1").path("total_items").asInt();
        System.out.printf(
                "Report    %s, created %d, refused %d; published %d%n",
                report.path("standing").asText(),
                report.path("created").asInt(),
                report.path("refused").asInt(),
                published);
        return report.path("standing").asText().equals("done")
                && report.path("created").asInt() == services
                && published == services + warmUp;
    }

    /** Organisations have five services each, and places are shared by two or three. */
    private static String service(int number) {
        var organisation = number / 5;
        var place = number * 2 / 5;
        return """
                {"id": "s%1$d", "name": "Example group %1$d", "description": "A group that meets every week, number %1$d.",
                 "url": "https://group-%1$d.example", "email": "group-%1$d@directory.example", "status": "active",
                 "minimum_age": %2$d, "last_modified": "2026-03-15T10:30:45Z", "assured_date": "2026-03-01",
                 "organization": {"id": "o%3$d", "name": "Example organisation %3$d", "website": "https://org-%3$d.example"},
                 "schedules": [{"id": "t%1$d", "freq": "WEEKLY", "byday": "MO,TH", "opens_at": "10:00", "closes_at": "12:00"}],
                 "phones": [{"id": "p%1$d", "number": "01632 960%4$03d"}],
                 "languages": [{"id": "l%1$d", "name": "English", "code": "en"}],
                 "cost_options": [{"id": "c%1$d", "amount": 2.5, "currency": "GBP"}],
                 "service_areas": [{"id": "a%1$d", "name": "Area %5$d"}],
                 "service_at_locations": [{"id": "x%1$d", "location": {"id": "l%6$d", "location_type": "physical",
                    "name": "Example hall %6$d", "latitude": %7$.4f, "longitude": -2.5, "accessibility": [{"id": "w", "description": "Wheelchair access"}],
                    "addresses": [{"id": "a%6$d", "address_1": "%6$d Example Bank", "city": "Exampleby",
                    "postal_code": "ZZ99 3WZ", "country": "GB", "address_type": "physical"}]}}],
                 "attributes": [{"id": "at%1$d", "taxonomy_term": {"id": "term%8$d", "name": "%9$s", "taxonomy": "Own"}}]}
                """.formatted(
                        number,
                        16 + number % 10,
                        organisation,
                        number % 1_000,
                        number % 40,
                        place,
                        50 + place % 500 / 100.0,
                        number % NEEDS.size(),
                        NEEDS.get(number % NEEDS.size()));
    }
}
