package io.github.sprigfhir.app.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs shell commands as a reader of the guide would, against a server on another port than the guide's. */
final class Shell {

    private static final String PUBLISHED = "http://127.0.0.1:8080";
    private static final int PATIENCE_MINUTES = 2;

    private final String server;
    private final String preamble;
    private final Map<String, String> variables = new HashMap<>();

    /** @param preamble commands that come before every other */
    Shell(String server, String preamble) {
        this.server = server;
        this.preamble = preamble;
    }

    /**
     * What came of a command.
     *
     * @param statuses of every request it made, in order
     */
    record Ran(String output, List<Integer> statuses) {}

    static boolean hasCurl() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
    }

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    /** Lets curl report each status where it does not mix with what the command writes. */
    Ran run(String command) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("guide");
        var output = folder.resolve("output");
        var statuses = folder.resolve("statuses");
        Files.writeString(folder.resolve(".curlrc"), "write-out = \"%{stderr}%{http_code}\\n\"\n");
        var shell = new ProcessBuilder("bash", "-c", (preamble + command).replace(PUBLISHED, server))
                .redirectOutput(output.toFile())
                .redirectError(statuses.toFile());
        shell.environment().putAll(variables);
        shell.environment().put("CURL_HOME", folder.toString());
        var process = shell.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end: " + command);
        }
        return new Ran(
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readAllLines(statuses).stream().map(Integer::valueOf).toList());
    }
}
