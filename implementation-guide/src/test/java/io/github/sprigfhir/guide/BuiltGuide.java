package io.github.sprigfhir.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The guide that this build has made, and what it was made of; the working folder is the module's. */
final class BuiltGuide {

    static final Path SITE = Path.of("target/classes/sprig-ig/guide");
    static final Path PACKAGE = Path.of("target/classes/sprig-ig/package.tgz");
    static final Path PAGES = Path.of("pages");
    static final Path VIEWS = Path.of("../profiles/views");
    static final List<Path> COMPILED_FSH =
            List.of(Path.of("../terminology/generated"), Path.of("../profiles/generated"));

    private BuiltGuide() {}

    static BuildPlan planInto(Path target) {
        return new BuildPlan("0.1.0", Instant.parse("2026-11-22T00:00:00Z"), PAGES, target, VIEWS, COMPILED_FSH);
    }

    static List<Path> compiledArtefacts() throws IOException {
        return Stream.concat(list(COMPILED_FSH.get(0)), list(COMPILED_FSH.get(1)))
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    static List<Path> pages() throws IOException {
        return list(SITE).filter(file -> file.toString().endsWith(".html")).toList();
    }

    static Document parse(Path page) throws IOException {
        return Jsoup.parse(page.toFile(), "UTF-8");
    }

    private static Stream<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }
}
