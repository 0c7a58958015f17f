package io.github.sprigfhir.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.validation.CoreDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The views that are shipped, over the published examples. */
class ShippedViewsTest {

    private static final Path VIEWS = Path.of("../../profiles/views");
    private static final Path EXAMPLES = Path.of("../../profiles/generated");
    private static final FhirContext FHIR = fhir();

    private static FhirContext fhir() {
        var fhir = FhirContext.forR4();
        fhir.setValidationSupport(new CoreDefinitions(fhir));
        return fhir;
    }

    static List<Path> views() throws IOException {
        return files(VIEWS, "ViewDefinition-");
    }

    @ParameterizedTest
    @MethodSource("views")
    void itIsValidAndHasRows(Path file) throws IOException {
        var definition = Files.readString(file);
        var rows = rows(definition);

        assertThat(rows).isNotEmpty().allMatch(row -> row.get(0) != null);
    }

    @Test
    void anExampleIsToldAsItIs() throws IOException {
        assertThat(rows(Files.readString(VIEWS.resolve("ViewDefinition-contact.json"))))
                .anySatisfy(row -> assertThat(row)
                        .startsWith(
                                "Encounter/example-contact",
                                "ServiceRequest/example-referral",
                                "Patient/example-patient",
                                "finished",
                                "AMB",
                                "in-person",
                                "attended"));
    }

    private static List<List<@Nullable Object>> rows(String definition) throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        var run = new ViewRun(FHIR, definition, rows::add);
        var type = definition.replaceFirst("(?s).*\"resource\": \"(\\w+)\".*", "$1");
        for (var example : files(EXAMPLES, type + "-")) {
            run.add((Resource) FHIR.newJsonParser().parseResource(Files.readString(example)));
        }
        return rows;
    }

    private static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
