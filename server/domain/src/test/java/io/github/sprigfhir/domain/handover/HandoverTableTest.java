package io.github.sprigfhir.domain.handover;

import static io.github.sprigfhir.domain.handover.HandoverState.ACCEPTED;
import static io.github.sprigfhir.domain.handover.HandoverState.CANCELLED;
import static io.github.sprigfhir.domain.handover.HandoverState.COMPLETED;
import static io.github.sprigfhir.domain.handover.HandoverState.FAILED;
import static io.github.sprigfhir.domain.handover.HandoverState.IN_PROGRESS;
import static io.github.sprigfhir.domain.handover.HandoverState.ON_HOLD;
import static io.github.sprigfhir.domain.handover.HandoverState.RECEIVED;
import static io.github.sprigfhir.domain.handover.HandoverState.REJECTED;
import static io.github.sprigfhir.domain.handover.HandoverState.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table is whole, and the published value set holds the same states. */
class HandoverTableTest {

    private static final Path VALUE_SET = Path.of("../../terminology/generated/ValueSet-handover-status.json");
    private static final Pattern CODE = Pattern.compile("\"code\": \"([a-z-]+)\"");

    @Test
    void thePublishedValueSetHoldsTheSameStates() throws IOException {
        String compose = Files.readString(VALUE_SET).replaceFirst("(?s).*\"compose\"", "");
        Stream<String> published = CODE.matcher(compose).results().map(result -> result.group(1));
        assertThat(published)
                .containsExactlyElementsOf(Arrays.stream(HandoverState.values())
                        .map(HandoverState::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aStateIsFoundByItsCode(HandoverState state) {
        assertThat(HandoverState.of(state.code())).contains(state);
        assertThat(state).hasToString(state.code());
    }

    @Test
    void aStatusThatHandoversDoNotUseIsNoState() {
        assertThat(HandoverState.of("draft")).isEmpty();
        assertThat(HandoverState.of("REQUESTED")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedHasNoMovesAndWhatHasNotHasSome(HandoverState state) {
        assertThat(HandoverTable.from(state).isEmpty()).isEqualTo(state.hasEnded());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsReachedFromRequested(HandoverState state) {
        assertThat(HandoverTable.path(REQUESTED, state)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void everyStateThatIsNoEndHasAWayToEachEndButRejection(HandoverState state) {
        for (HandoverState end : List.of(COMPLETED, FAILED, CANCELLED)) {
            assertThat(HandoverTable.path(state, end).isPresent()).isEqualTo(!state.hasEnded() || state == end);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsRequesterCanCancelWhateverIsOpen(HandoverState state) {
        assertThat(HandoverTable.between(state, CANCELLED))
                .isEqualTo(
                        state.hasEnded()
                                ? Optional.empty()
                                : Optional.of(new Move(state, CANCELLED, Mover.REQUESTER, Needs.REASON)));
    }

    @Test
    void allMovesButCancellingAreTheOwners() {
        assertThat(HandoverTable.MOVES)
                .allMatch(move -> (move.by() == Mover.REQUESTER) == (move.to() == CANCELLED))
                .doesNotHaveDuplicates();
    }

    @Test
    void endsOtherThanCompletionAndHoldsNeedAReasonAndCompletionAnOutput() {
        assertThat(HandoverTable.MOVES)
                .allMatch(move -> move.needs()
                        == switch (move.to()) {
                            case REJECTED, FAILED, CANCELLED, ON_HOLD -> Needs.REASON;
                            case COMPLETED -> Needs.OUTPUT;
                            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS -> Needs.NOTHING;
                        });
    }

    @Test
    void noTwoRowsSpeakOfTheSameMove() {
        for (Move move : HandoverTable.MOVES) {
            assertThat(HandoverTable.between(move.from(), move.to())).contains(move);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, REQUESTED, ''",
        "REQUESTED, RECEIVED, received",
        "REQUESTED, REJECTED, received rejected",
        "REQUESTED, CANCELLED, cancelled",
        "REQUESTED, FAILED, received accepted in-progress failed",
        "REQUESTED, ON_HOLD, received accepted in-progress on-hold",
        "ON_HOLD, COMPLETED, in-progress completed",
        "IN_PROGRESS, CANCELLED, cancelled",
    })
    void theWayIsTheShortest(HandoverState from, HandoverState to, String way) {
        List<Move> path = HandoverTable.path(from, to).orElseThrow();
        assertThat(String.join(" ", path.stream().map(move -> move.to().code()).toList()))
                .isEqualTo(way);
    }

    @ParameterizedTest
    @EnumSource
    void aWayIsMadeOfMovesThatFollowEachOther(HandoverState from) {
        for (HandoverState to : HandoverState.values()) {
            HandoverState here = from;
            for (Move move : HandoverTable.path(from, to).orElse(List.of())) {
                assertThat(move.from()).isEqualTo(here);
                here = move.to();
            }
            assertThat(here == to).isEqualTo(HandoverTable.path(from, to).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"RECEIVED, REQUESTED", "ACCEPTED, REJECTED", "COMPLETED, IN_PROGRESS", "CANCELLED, COMPLETED"})
    void thereIsNoWayBack(HandoverState from, HandoverState to) {
        assertThat(HandoverTable.path(from, to)).isEmpty();
    }

    @Test
    void whatIsAllowedIsToldInPlainWords() {
        assertThat(HandoverTable.explain(RECEIVED))
                .isEqualTo("From received: to accepted, by the owner; to rejected, by the owner, with a reason; "
                        + "to cancelled, by the requester, with a reason.");
        assertThat(HandoverTable.explain(IN_PROGRESS)).contains("to completed, by the owner, with an output;");
        assertThat(HandoverTable.explain(REJECTED)).isEqualTo("From rejected there is no move: it has ended.");
        assertThat(Needs.NOTHING.inWords()).isEmpty();
    }

    @Test
    void fourStatesAreEnds() {
        assertThat(Arrays.stream(HandoverState.values()).filter(HandoverState::hasEnded))
                .containsExactly(REJECTED, COMPLETED, FAILED, CANCELLED);
        assertThat(List.of(REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS, ON_HOLD)).noneMatch(HandoverState::hasEnded);
    }
}
