package io.github.sprigfhir.guide;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What to build the guide from, where to put it, and the version and moment it claims. */
record BuildPlan(String version, Instant timestamp, Path pages, Path target, Path views, List<Path> artefactFolders) {

    /** Reads the arguments in the order the module's pom gives them; every argument after the fifth is a folder of artefacts. */
    static BuildPlan of(String... arguments) {
        if (arguments.length < 6) {
            throw new IllegalArgumentException("Expected: version timestamp pages target views artefact-folder...");
        }
        return new BuildPlan(
                arguments[0],
                Instant.parse(arguments[1]),
                Path.of(arguments[2]),
                Path.of(arguments[3]),
                Path.of(arguments[4]),
                Arrays.stream(arguments).skip(5).map(Path::of).toList());
    }

    Path output() {
        return target.resolve("classes").resolve("sprig-ig");
    }

    Path packageFile() {
        return output().resolve("package.tgz");
    }

    Path site() {
        return output().resolve("guide");
    }

    Path stamp() {
        return target.resolve("sprig-ig.sha256");
    }
}
