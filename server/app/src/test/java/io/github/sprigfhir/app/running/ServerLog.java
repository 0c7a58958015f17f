package io.github.sprigfhir.app.running;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the servers of the tests have written: one log, in as many files as there were days in the run. */
final class ServerLog {

    static final String FILE = "logging.file.name=target/it/server.log";

    /** Not packed, as a running server packs them: a test would read a file of which half is written. */
    static final String OLDER_FILES = "logging.logback.rollingpolicy.file-name-pattern=target/it/server.log.%d.%i";

    private static final Path FOLDER = Path.of("target", "it");

    private ServerLog() {}

    static List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(FOLDER, "server.log*")) {
            for (var file : files) {
                lines.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
