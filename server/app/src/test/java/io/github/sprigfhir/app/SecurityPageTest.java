package io.github.sprigfhir.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The threat model names no test that is not there, and leaves no threat without one. */
class SecurityPageTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        var tests = sources();
        for (var row : threats()) {
            var named = NAMED.matcher(testsOf(row)).results().toList();

            assertThat(named).as(row).isNotEmpty();
            assertThat(named).allSatisfy(test -> assertThat(tests)
                    .as("%s.%s", test.group(1), test.group(2))
                    .anyMatch(source -> source.getFileName().toString().equals(test.group(1) + ".java")
                            && read(source).contains("void " + test.group(2) + "(")));
        }
    }

    @Test
    void theModelHasRows() throws IOException {
        assertThat(threats()).hasSizeGreaterThan(25).allMatch(row -> row.split("\\|", -1).length == 5);
    }

    private static String testsOf(String row) {
        return row.split("\\|", -1)[3];
    }

    private static List<String> threats() throws IOException {
        var page = Files.readString(ROOT.resolve("SECURITY.md"));
        var model = page.substring(page.indexOf("## Threats"), page.indexOf("## Libraries"));
        return model.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Threat |"))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var module : List.of("server/app", "server/domain", "profiles", "journey", "benchmark")) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new IllegalStateException(source.toString(), unreadable);
        }
    }
}
