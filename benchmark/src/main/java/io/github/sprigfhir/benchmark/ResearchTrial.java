package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Tries a research project out on many people who agreed: attacks what was released, then has everybody take their consent
 * back while others search and export.
 *
 * <p>{@code ResearchTrial --home /tmp/trial [--port 18090] [--people 1000] [--known 100] [--k 5] [--days weeks|since-first]
 * [--clients 4] [--seed 1] -- java -jar sprig.jar}. The home must not exist yet. It fails if one of the known stands among
 * fewer than k copies, or if a search or an export holds more people than were left when it began.
 */
public final class ResearchTrial {

    private static final Set<String> OPTIONS =
            Set.of("home", "port", "people", "known", "k", "days", "clients", "seed");
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    private static final int PLACES = 3;

    private final Options options;
    private final int clients;
    private final int k;
    private final String days;
    private final int seed;

    private ResearchTrial(Options options) {
        this.options = options;
        this.clients = options.number("clients", 4);
        this.k = options.number("k", 5);
        this.days = options.values().getOrDefault("days", "weeks");
        this.seed = options.number("seed", 1);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> new ResearchTrial(Options.parse(List.of(arguments), OPTIONS)).run());
    }

    private boolean run() throws IOException, InterruptedException {
        if (Files.exists(options.folder("home"))) {
            throw new IllegalArgumentException("--home exists; the trial needs a folder of its own");
        }
        try (var server = start(List.of())) {
            if (!EpisodeLoad.load(server.fhir(), options.number("people", 1000), seed, UNTIL, clients)) {
                return false;
            }
            agree(server.fhir());
        }
        try (var server = start(List.of(
                "--sprig.research.projects[0].name=loneliness-study",
                "--sprig.research.projects[0].purpose=A trial",
                "--sprig.research.projects[0].until=2099-12-31",
                "--sprig.research.projects[0].k=" + k,
                "--sprig.research.projects[0].days=" + days))) {
            return tryOut(server.fhir());
        }
    }

    private ServerProcess start(List<String> settings) throws IOException, InterruptedException {
        return ServerProcess.guarded(
                options.commandOrRefuse(), options.folder("home"), options.number("port", 18090), settings);
    }

    private static List<FhirServer> everywhere(FhirServer server, String kind) {
        var all = new ArrayList<FhirServer>();
        for (int place = 0; place < PLACES; place++) {
            all.add(server.as("demo-load-%s-%d".formatted(kind, place)));
        }
        return all;
    }

    private static void agree(FhirServer server) throws IOException, InterruptedException {
        for (var practice : everywhere(server, "gp")) {
            Agreement.give(practice);
        }
    }

    private boolean tryOut(FhirServer server) throws IOException, InterruptedException {
        var agreed = new ArrayList<Agreement>();
        for (var practice : everywhere(server, "gp")) {
            agreed.addAll(Agreement.given(practice));
        }
        var researcher = server.as("demo-researcher");
        var begun = System.nanoTime();
        while (researcher.send(Call.of("GET", "/fhir/Patient?_summary=count")).statusCode() == 503) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        System.out.printf("%d people agreed; released %.0f s after the start.%n", agreed.size(), seconds(begun));
        begun = System.nanoTime();
        var export = new BulkExport(researcher);
        var manifest = export.manifest(export.begin("$export"));
        var copies = export.resources(manifest);
        System.out.printf("%d resources exported and fetched in %.1f s.%n", copies.size(), seconds(begun));
        var form = Look.Form.valueOf(days.toUpperCase(Locale.ROOT).replace('-', '_'));
        var safe = Reidentification.of(everywhere(server, "link-worker"), copies, form)
                .failsFor(options.number("known", 100), k, seed);
        return new Withdrawals(researcher, agreed).areKept(clients, manifest) && safe;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
