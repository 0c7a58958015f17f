package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's page on permissions tells the same as the table. */
class PermissionsPageTest {

    private static final Path PAGE = Path.of("../../implementation-guide/pages/permissions.md");

    @Test
    void itsTableIsOurs() throws IOException {
        assertThat(page()).contains(table());
    }

    @Test
    void itsOperationsAreOurs() throws IOException {
        assertThat(page())
                .contains(Arrays.stream(Operation.values())
                        .map(operation -> "| `$%s` | %s | %s |"
                                .formatted(operation.code(), operation.kind().type(), callers(operation)))
                        .collect(Collectors.joining("\n", "| Operation | Called on | By |\n|---|---|---|\n", "\n\n")));
    }

    @ParameterizedTest
    @EnumSource
    void itNamesEveryElementThatSaysWhoMadeSomething(Authorship element) throws IOException {
        assertThat(page()).contains("`" + element.path() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void itShowsEveryMistake(AccessRule rule) throws IOException {
        assertThat(page()).contains("`" + rule.key() + "`");
    }

    private static String table() {
        var head = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(" | ", "| | ", " |\n"));
        return Arrays.stream(Kind.values())
                .map(PermissionsPageTest::row)
                .collect(Collectors.joining("\n", head + "|---".repeat(Role.values().length + 1) + "|\n", "\n\n"));
    }

    private static String row(Kind kind) {
        return Arrays.stream(Role.values())
                .map(role -> cell(role, kind))
                .collect(Collectors.joining(" | ", "| " + kind.type() + " | ", " |"));
    }

    /** The acts by how far they reach, such as "c own, rus circle". */
    private static String cell(Role role, Kind kind) {
        var letters = new LinkedHashMap<Reach, String>();
        for (var act : Act.values()) {
            var reach = Permissions.of(role, act, kind);
            if (reach != Reach.NONE) {
                letters.merge(reach, String.valueOf(act.letter()), String::concat);
            }
        }
        return letters.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private static String callers(Operation operation) {
        return Arrays.stream(Role.values())
                .filter(role -> Permissions.of(role, operation) != Reach.NONE)
                .map(Role::code)
                .collect(Collectors.joining(", "));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
