package io.github.sprigfhir.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server is built from: no version with a weakness that could be reached, and nothing that nobody needs. */
class LibrariesTest {

    /** The first version without the weaknesses that SECURITY.md speaks of. */
    @ParameterizedTest
    @CsvSource({
        "tomcat-embed-core, 10.1.61",
        "spring-core, 6.2.19",
        "spring-webmvc, 6.2.19",
        "postgresql, 42.7.11",
        "logback-classic, 1.5.34",
        "thymeleaf, 3.1.5.RELEASE",
        "json-smart, 2.5.2",
        "woodstox-core, 6.4.0",
        "commons-lang3, 3.18.0",
        "commons-text, 1.10.0",
        "commons-io, 2.17.0",
        "nimbus-jose-jwt, 10.0.2"
    })
    void whatHasKnownWeaknessesIsNotOnTheClassPath(String library, String least) {
        var version = version(library);

        assertThat(version).as(library).isPresent();
        assertThat(Version.parse(version.get())).as(library).isGreaterThanOrEqualTo(Version.parse(least));
    }

    @Test
    void whatWeDoNotNeedIsNotThere() {
        for (var library : new String[] {
            "hapi-fhir-testpage-overlay",
            "graphql-java",
            "spring-boot-devtools",
            "h2",
            "spring-boot-starter-thymeleaf",
            "Saxon-HE",
            "log4j-core",
            "xstream",
            "velocity-engine-core"
        }) {
            assertThat(version(library)).as(library).isEmpty();
        }
    }

    private static Optional<String> version(String library) {
        var name = Pattern.compile(Pattern.quote(library) + "-(\\d.*)\\.jar");
        return Arrays.stream(System.getProperty("java.class.path")
                        .split(Pattern.quote(System.getProperty("path.separator")), -1))
                .map(entry -> name.matcher(String.valueOf(Path.of(entry).getFileName())))
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .findFirst();
    }
}
