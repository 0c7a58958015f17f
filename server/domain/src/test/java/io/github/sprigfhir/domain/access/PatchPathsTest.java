package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patch looks at nothing that its sender is not shown. */
class PatchPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task",
                "Task.status",
                "Task.input[0].type",
                "Task.identifier.where(system = 'https://a.example/b').value",
                "Task.output.where(type.text='x')",
                "Patient.name[0].given[1]",
                "Task.metadata",
                "HealthcareService.extension('https://a.example/b').extension('status').value",
                "Task.modifierExtension('https://a.example/b')",
            })
    void plainPathsAreTaken(String path) {
        assertThat(PatchPaths.judge(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Task.meta",
                "Task.meta.security[0]",
                "meta.security",
                "Task.where(meta.security.code = 'provider.42').status",
                "Task.children()",
                "Task.descendants()",
                "Task.repeat(children())",
                "Task.*",
                "Task.**",
                "%resource.status",
                "Task.where($this.status = 'x')",
                "Task.status | Task.meta",
                "Task.identifier.where(value = 'a' or true)",
                "Task.iif(true, meta, status)",
                "Task.identifier.where(value = 'a\\'')",
                "Task.extension('a\\' | meta')",
                "Task.extension(meta)",
                "Task.extension('a').meta",
            })
    void othersAreNot(String path) {
        assertThat(PatchPaths.judge(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status", "/input/0/type", "/output/-", "/metadata", "/_status"})
    void plainPointersAreTaken(String pointer) {
        assertThat(PatchPaths.judgePointer(pointer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/meta", "/meta/security/0/code", "//meta", "/m~0eta", "/me~1ta", "status"})
    void otherPointersAreNot(String pointer) {
        assertThat(PatchPaths.judgePointer(pointer))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(AccessRule.LABEL));
    }

    @Test
    void aPatchThatCannotBeReadIsRefused() {
        assertThat(PatchPaths.judgeOther()).isPresent();
    }
}
