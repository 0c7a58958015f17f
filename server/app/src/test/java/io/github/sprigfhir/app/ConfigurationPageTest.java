package io.github.sprigfhir.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The page for operators lists the settings exactly as our records declare them; with {@code -Dsprig.write-docs=true}
 * it is written instead.
 */
class ConfigurationPageTest {

    /** Made by the compiler from every {@code @ConfigurationProperties} record and its Javadoc. */
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private static final Path PAGE = Path.of("../../docs/configuration.md");
    private static final String END_OF_PROSE = "-->\n";
    private static final String HEADING = """

            | Property | Environment variable | Type | Default | Meaning |
            |---|---|---|---|---|
            """;

    private record Setting(String name, String type, String standard, String meaning) {

        static Setting of(JsonNode property) {
            return new Setting(
                    property.path("name").asText(),
                    property.path("type").asText(),
                    property.path("defaultValue").asText(),
                    property.path("description").asText());
        }

        String row() {
            return "| `%s` | `%s` | %s | %s | %s |%n"
                    .formatted(
                            name, variable(), kind(), standard.isEmpty() ? "" : "`" + standard + "`", inCell(meaning));
        }

        /** The rule is Spring's: dots become underscores, dashes go, letters are capitals. */
        private String variable() {
            return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
        }

        private String kind() {
            return switch (type) {
                case "java.lang.String" -> "text";
                case "java.lang.Boolean" -> "`true` or `false`";
                case "java.lang.Integer", "java.lang.Long" -> "whole number";
                case "java.util.List<java.lang.String>" -> "list, with commas between";
                case "java.util.List<io.github.sprigfhir.app.directory.openreferral.OpenReferralSettings$Feed>" ->
                    "list of groups, as in `….feeds[0].name`";
                case "java.util.List<io.github.sprigfhir.app.outcomes.OutcomeSettings$SwitchedOn>" ->
                    "list of groups, as in `….switched-on[0].instrument`";
                case "java.time.Duration" -> "duration, such as `30s`";
                case "org.springframework.util.unit.DataSize" -> "size, such as `5MB`";
                default -> inCell(type.replaceAll("\\w+(?:\\.\\w+)*[.$](\\w+)", "$1"));
            };
        }

        private static String inCell(String text) {
            return text.replace("|", "\\|");
        }
    }

    @Test
    void thePageTellsOfEverySettingAsItsRecordDeclaresIt() throws IOException {
        var page = Files.readString(PAGE);
        var prose = page.substring(0, page.indexOf(END_OF_PROSE) + END_OF_PROSE.length());
        var current = prose + HEADING + settings().stream().map(Setting::row).collect(Collectors.joining());
        if (Boolean.getBoolean("sprig.write-docs")) {
            Files.writeString(PAGE, current);
        } else {
            assertThat(page).as("stale: write it anew, as CONTRIBUTING.md says").isEqualTo(current);
        }
    }

    @Test
    void everySettingSaysWhatItIsFor() throws IOException {
        assertThat(settings()).isNotEmpty().noneMatch(setting -> setting.meaning()
                .isBlank());
    }

    private static List<Setting> settings() throws IOException {
        var ours = new ArrayList<Setting>();
        for (var metadata : new PathMatchingResourcePatternResolver().getResources("classpath*:" + METADATA)) {
            new ObjectMapper()
                    .readTree(metadata.getContentAsByteArray())
                    .path("properties")
                    .forEach(property -> {
                        if (property.path("name").asText().startsWith("sprig.")) {
                            ours.add(Setting.of(property));
                        }
                    });
        }
        ours.sort(Comparator.comparing(Setting::name));
        return ours;
    }
}
