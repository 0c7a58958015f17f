package io.github.sprigfhir.app.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patch works on what is stored, so it may only touch what is shown. */
class ProviderPatchesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replace | /status | true
            add | /output | true
            add | /note/- | true
            replace | /note/0/text | true
            add | /owner | true
            add | /extension | true
            add | /restriction/period/end | true
            remove | /statusReason | true
            test | /status | false
            test | /for/identifier/value | false
            replace | /for/identifier/value | false
            add | /for/display | false
            copy | /note/0/text | false
            move | /note/0/text | false
            remove | /partOf/0 | false
            add | /input | false
            replace | /restriction | false
            replace | '' | false
            """)
    void aJsonPatchTouchesWhatIsShown(String operation, String path, boolean allowed) {
        var patch = "[{\"op\": \"%s\", \"path\": \"%s\", \"from\": \"/for/identifier/value\", \"value\": \"x\"}]"
                .formatted(operation, path);

        assertThat(ProviderPatches.isWithinTheShown("Task", patch.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replace | Task.status | '' | true
            add | Task | output | true
            add | Task | note | true
            delete | Task.note[0] | '' | true
            insert | Task.output | '' | true
            move | Task.output | '' | false
            add | Task | input | false
            delete | Task.partOf[0] | '' | false
            replace | Task.for.identifier.value | '' | false
            replace | Task.note.where(%resource.for.identifier.value = '9990000107') | '' | false
            replace | Task | '' | false
            """)
    void aFhirPathPatchTouchesWhatIsShown(String type, String path, String name, boolean allowed) {
        var patch = new Parameters();
        var operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType(type));
        operation.addPart().setName("path").setValue(new StringType(path));
        if (!name.isEmpty()) {
            operation.addPart().setName("name").setValue(new StringType(name));
        }

        assertThat(ProviderPatches.isWithinTheShown("Task", patch)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'not json'", "'[{}]'"})
    void whatCannotBeReadIsNotAllowed(String patch) {
        assertThat(ProviderPatches.isWithinTheShown("Task", patch.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
