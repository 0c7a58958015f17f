package io.github.sprigfhir.benchmark.agreement;

import io.github.sprigfhir.benchmark.agreement.Disagreement.Kind;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.handover.HandoverTable;
import io.github.sprigfhir.domain.handover.Move;
import io.github.sprigfhir.domain.handover.Mover;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of the versions of one Task: together they are a walk through the handover table. */
final class WalkRules {

    private WalkRules() {}

    static Stream<Disagreement> noVersionMissing(History history) {
        var numbers = history.versions().map(Version::number).toList();
        for (var index = 0; index < numbers.size(); index++) {
            if (numbers.get(index) != index + 1) {
                return Stream.of(new Disagreement(Kind.VERSION_MISSING, history.address(), "it has " + numbers));
            }
        }
        return Stream.empty();
    }

    static Stream<Disagreement> everyMoveInTheTable(History task) {
        var began = Optional.of(HandoverState.REQUESTED).equals(task.first().state())
                ? Stream.<Disagreement>empty()
                : Stream.of(new Disagreement(
                        Kind.MOVE_NOT_IN_TABLE,
                        task.address(),
                        "it began as " + task.first().status()));
        return Stream.concat(began, task.steps(WalkRules::step));
    }

    private static Stream<Disagreement> step(Version before, Version after) {
        return allowed(before, after)
                ? Stream.empty()
                : Stream.of(new Disagreement(
                        Kind.MOVE_NOT_IN_TABLE,
                        after.address(),
                        "version %d is %s, version %d is %s, %s an owner, %s a reason, %s an output"
                                .formatted(
                                        before.number(),
                                        before.status(),
                                        after.number(),
                                        after.status(),
                                        with(after.has("owner")),
                                        with(after.has("statusReason")),
                                        with(after.has("output")))));
    }

    private static String with(boolean there) {
        return there ? "with" : "without";
    }

    private static boolean allowed(Version before, Version after) {
        if (before.state().isEmpty()
                || after.state().isEmpty()
                || before.state().get().hasEnded()) {
            return false;
        }
        return before.state().equals(after.state())
                || HandoverTable.between(before.state().get(), after.state().get())
                        .filter(move -> isComplete(move, after))
                        .isPresent();
    }

    private static boolean isComplete(Move move, Version after) {
        var owned = move.by() != Mover.OWNER || after.has("owner");
        return owned
                && switch (move.needs()) {
                    case NOTHING -> true;
                    case REASON -> after.has("statusReason");
                    case OUTPUT -> after.has("output");
                };
    }

    static Stream<Disagreement> oneOwner(History task) {
        return task.steps((before, after) -> {
            var claimed = !before.has("owner") && before.state().equals(Optional.of(HandoverState.REQUESTED));
            return claimed || before.reference("owner").equals(after.reference("owner"))
                    ? Stream.empty()
                    : Stream.of(new Disagreement(
                            Kind.OWNER_CHANGED,
                            task.address(),
                            "from \"%s\" to \"%s\" in version %d"
                                    .formatted(before.reference("owner"), after.reference("owner"), after.number())));
        });
    }
}
