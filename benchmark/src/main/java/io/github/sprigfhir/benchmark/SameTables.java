package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Has the same views made twice, by the server and by Apache Spark over files that the server exported, and compares
 * them row by row.
 *
 * <p>{@code SameTables --home /tmp/tables [--port 18090] [--episodes 40] --views FOLDER
 * --spark "java … io.github.sprigfhir.tables.Tables" -- java -jar sprig.jar}. Views are files of the package's folder
 * {@code other}; Spark's command gets the export, the views, a folder and the format. It fails unless both made the same
 * rows of every view, and some at all. Where the home exists, what is in it is compared: {@code --episodes 0} adds nothing.
 */
public final class SameTables {

    private static final Set<String> OPTIONS = Set.of("home", "port", "episodes", "views", "spark");
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);
    private static final int CLIENTS = 4;

    private final Options options;
    private final Path work;

    private SameTables(Options options) {
        this.options = options;
        this.work = options.folder("home").resolve("tables");
    }

    public static void main(String[] arguments) throws InterruptedException {
        Program.exit(() -> new SameTables(Options.parse(List.of(arguments), OPTIONS)).run());
    }

    private boolean run() throws IOException, InterruptedException {
        try (var server =
                ServerProcess.start(options.commandOrRefuse(), options.folder("home"), options.number("port", 18090))) {
            var episodes = options.number("episodes", 40);
            if (episodes > 0 && !EpisodeLoad.load(server.fhir(), episodes, 1, UNTIL, CLIENTS)) {
                return false;
            }
            takeAway(server.fhir());
            for (var view : views()) {
                make(server.fhir(), view);
            }
        }
        spark();
        return same();
    }

    private static String since(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }

    private List<String> views() throws IOException {
        try (var files = Files.list(options.folder("views"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("ViewDefinition-"))
                    .map(file -> file.replaceFirst("ViewDefinition-(.*)\\.json", "$1"))
                    .sorted()
                    .toList();
        }
    }

    private void takeAway(FhirServer server) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var export = new BulkExport(server);
        var resources = export.save(export.manifest(export.begin("$export")), work.resolve("export"));
        System.out.printf("%d resources exported in %s%n", resources, since(begun));
    }

    private void make(FhirServer server, String view) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var file = Files.createDirectories(work.resolve("server")).resolve(view.replace('-', '_') + ".csv");
        server.save("/fhir/$viewdefinition-run?_format=csv&viewReference=ViewDefinition/" + view, file);
        System.out.printf("%s by the server in %s%n", view, since(begun));
    }

    private void spark() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var command = Stream.concat(
                        Arrays.stream(options.values().getOrDefault("spark", "").split(" ")),
                        Stream.of(
                                work.resolve("export").toString(),
                                options.folder("views").toString(),
                                work.resolve("spark").toString(),
                                "csv"))
                .toList();
        var log = work.resolve("spark.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("Spark failed; %s says why".formatted(log));
        }
        System.out.printf("All by Spark in %s%n", since(begun));
    }

    private boolean same() throws IOException {
        var same = true;
        var compared = 0;
        try (var files = Files.list(work.resolve("server"))) {
            for (var file : files.sorted().toList()) {
                var view = file.getFileName().toString().replace(".csv", "");
                var here = rows(List.of(file));
                var there = rows(parts(work.resolve("spark").resolve(view)));
                System.out.printf(
                        "%s: %d rows%n",
                        view, here.values().stream().mapToInt(rows -> rows).sum());
                same &= equal(here, there);
                compared += here.size();
            }
        }
        System.out.println(
                compared == 0
                        ? "There is nothing to compare."
                        : same ? "The tables are the same." : "The tables differ.");
        return same && compared > 0;
    }

    private static boolean equal(Map<String, Integer> here, Map<String, Integer> there) {
        if (here.equals(there)) {
            return true;
        }
        print("  only by the server: ", here, there);
        print("  only by Spark: ", there, here);
        return false;
    }

    private static void print(String whose, Map<String, Integer> rows, Map<String, Integer> others) {
        rows.entrySet().stream()
                .filter(row -> !row.getValue().equals(others.get(row.getKey())))
                .limit(3)
                .forEach(row -> System.out.println(whose + row.getKey()));
    }

    private static List<Path> parts(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
    }

    /** How often each line is there, the names of the columns with each. */
    private static Map<String, Integer> rows(List<Path> files) throws IOException {
        var rows = new HashMap<String, Integer>();
        for (var file : files) {
            try (var lines = Files.newBufferedReader(file)) {
                var columns = lines.readLine();
                lines.lines()
                        .map(line -> columns + "\n    " + plain(line))
                        .forEach(row -> rows.merge(row, 1, Integer::sum));
            }
        }
        return new TreeMap<>(rows);
    }

    /** A line without what two writers of CSV may do as they like: quotes where none are needed, zeros at the end. */
    private static String plain(String line) {
        return line.replaceAll("(?<=^|,)\"([^\",]*)\"(?=,|$)", "$1")
                .replaceAll("(?<=^|,)(-?\\d+\\.\\d*?)0+(?=,|$)", "$1")
                .replaceAll("(?<=^|,)(-?\\d+)\\.(?=,|$)", "$1");
    }
}
