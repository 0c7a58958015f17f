package io.github.sprigfhir.domain.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's page on handovers tells the same as the table. */
class HandoverPageTest {

    private static final Path PAGE = Path.of("../../implementation-guide/pages/handover.md");

    @Test
    void itsTableIsOurs() throws IOException {
        String table = HandoverTable.MOVES.stream()
                .map(HandoverPageTest::row)
                .collect(Collectors.joining("\n", "| From | To | Whose move | With |\n|---|---|---|---|\n", "\n\n"));
        assertThat(page()).contains(table);
    }

    @ParameterizedTest
    @EnumSource
    void itsDiagramShowsEveryState(HandoverState state) throws IOException {
        assertThat(diagram().split("[\\s,]+")).contains(state.code());
    }

    @Test
    void itsDiagramShowsWhatCanBeCancelled() throws IOException {
        String open = Arrays.stream(HandoverState.values())
                .filter(state ->
                        HandoverTable.between(state, HandoverState.CANCELLED).isPresent())
                .map(HandoverState::code)
                .collect(Collectors.joining(", "));
        assertThat(diagram()).contains("\n" + open + " --> cancelled\n");
    }

    @ParameterizedTest
    @EnumSource
    void itNamesEveryFixedElement(FixedElement element) throws IOException {
        String section = page().replaceFirst("(?s).*## What is settled at the beginning(.*?)##.*", "$1");
        assertThat(section).contains(element == FixedElement.IDENTIFIER ? "identifiers" : "`" + element.path() + "`");
    }

    @ParameterizedTest
    @EnumSource
    void itShowsEveryMistake(HandoverRule rule) throws IOException {
        assertThat(page()).contains("`" + rule.key() + "`");
    }

    @Test
    void itQuotesARefusalToTheLetter() throws IOException {
        HandoverRefusal refusal = Handovers.only(HandoverRules.decide(
                Handovers.owned(HandoverState.REQUESTED), Handovers.owned(HandoverState.ACCEPTED), Handovers.UNNAMED));
        assertThat(page())
                .contains("\"text\": \"" + refusal.text() + "\"")
                .contains("\"diagnostics\": \"" + refusal.remedy() + "\"");
    }

    private static String row(Move move) {
        String needs = move.needs().inWords().replaceFirst("^with ", "");
        return "| %s | %s | %s | %s|"
                .formatted(move.from(), move.to(), move.by().inWords(), needs.isEmpty() ? "" : needs + " ");
    }

    private static String diagram() throws IOException {
        return page().split("```", -1)[1];
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
