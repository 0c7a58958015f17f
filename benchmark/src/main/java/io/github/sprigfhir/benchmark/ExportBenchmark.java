package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures how fast everything on record is exported, and whether the server's memory grows with it.
 *
 * <p>{@code ExportBenchmark --home /tmp/exports [--port 18091] [--episodes 1000] -- java -Xmx768m -jar sprig.jar}. So many
 * episodes are written first; where the home exists, {@code --episodes 0} adds nothing. It fails unless each file has as
 * many lines as the manifest says, and the live heap of the second half is at most half as large again as that of the
 * first. The JDK's {@code jcmd} must be on the path.
 */
public final class ExportBenchmark {

    private static final Set<String> OPTIONS = Set.of("home", "port", "episodes");
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    private static final int CLIENTS = 4;
    private static final int TENTH = 10;
    private static final double MOST_GROWTH = 1.5;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Pattern USED = Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K");

    private ExportBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> measure(Options.parse(List.of(arguments), OPTIONS)));
    }

    private static boolean measure(Options options) throws IOException, InterruptedException {
        var home = options.folder("home");
        try (var server = ServerProcess.start(options.commandOrRefuse(), home, options.number("port", 18091))) {
            var episodes = options.number("episodes", 1000);
            if (episodes > 0 && !EpisodeLoad.load(server.fhir(), episodes, 1, UNTIL, CLIENTS)) {
                return false;
            }
            var export = new BulkExport(server.fhir());
            var begun = System.nanoTime();
            var state = export.begin("$export");
            var heaps = heaps(server, state);
            var manifest = export.manifest(state);
            var made = System.nanoTime() - begun;
            var folder = Files.createTempDirectory(home, "export");
            var resources = export.save(manifest, folder);
            var fetched = System.nanoTime() - begun - made;
            var lines = lines(folder);
            System.out.printf(
                    "%d resources made in %.1f s, %.0f a second; fetched in %.1f s%n",
                    resources, made / 1e9, resources * 1e9 / made, fetched / 1e9);
            System.out.printf("%d lines; live heap in MB by and by: %s%n", lines, heaps);
            return lines == resources && isFlat(heaps);
        }
    }

    /** What the heap holds after a collection, in MB, whenever another tenth is made. */
    private static List<Long> heaps(ServerProcess server, String state) throws IOException, InterruptedException {
        var heaps = new ArrayList<Long>();
        var answer = server.fhir().send(Call.of("GET", state));
        for (var next = 0; answer.statusCode() == 202; answer = server.fhir().send(Call.of("GET", state))) {
            var progress = Integer.parseInt(
                    answer.headers().firstValue("X-Progress").orElse("0").replaceAll("\\D", ""));
            if (progress >= next) {
                heaps.add(liveHeap(server.id()));
                next = progress + TENTH;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return heaps;
    }

    private static long liveHeap(long process) throws IOException, InterruptedException {
        ask(process, "GC.run");
        var told = USED.matcher(ask(process, "GC.heap_info"));
        var used = 0L;
        while (told.find()) {
            used += Long.parseLong(told.group(1));
        }
        return used / 1024;
    }

    private static String ask(long process, String what) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder("jcmd", Long.toString(process), what)
                .redirectErrorStream(true)
                .start();
        var told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd cannot ask the server: " + told);
        }
        return told;
    }

    private static boolean isFlat(List<Long> heaps) {
        var half = heaps.size() / 2;
        return half == 0 || largest(heaps.subList(half, heaps.size())) <= MOST_GROWTH * largest(heaps.subList(0, half));
    }

    private static long largest(List<Long> heaps) {
        return heaps.stream().max(Comparator.naturalOrder()).orElse(0L);
    }

    private static long lines(Path folder) throws IOException {
        var lines = 0L;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                try (var read = Files.lines(file)) {
                    lines += read.count();
                }
            }
        }
        return lines;
    }
}
