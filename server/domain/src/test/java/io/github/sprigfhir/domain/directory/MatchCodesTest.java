package io.github.sprigfhir.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a match is told by is what is published. */
class MatchCodesTest {

    private static final Path GENERATED = Path.of("../../terminology/generated");
    private static final Pattern CODE = Pattern.compile("\"code\": \"([a-z-]+)\"");

    private static List<String> published(String system) throws IOException {
        var concepts = Files.readString(GENERATED.resolve("CodeSystem-" + system + ".json"))
                .replaceFirst("(?s).*\"concept\"", "");
        return CODE.matcher(concepts).results().map(result -> result.group(1)).toList();
    }

    @Test
    void thePublishedCriteriaAreThoseThatServicesAreJudgedBy() throws IOException {
        assertThat(published("match-criterion"))
                .containsExactlyElementsOf(
                        Arrays.stream(Criterion.values()).map(Criterion::code).toList());
    }

    @Test
    void thePublishedEffectsAreThoseOfFindings() throws IOException {
        assertThat(published("match-effect"))
                .containsExactlyElementsOf(
                        Arrays.stream(Effect.values()).map(Effect::code).toList());
    }
}
