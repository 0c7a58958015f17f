package io.github.sprigfhir.benchmark.agreement;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges whether everything that a server has on record agrees.
 *
 * <p>The rules themselves are the domain's, tested there; what is looked for here is a store that did not keep to them.
 */
public final class Agreement {

    private static final List<Function<Records, Stream<Disagreement>>> RULES = List.of(
            ofEachTask(WalkRules::noVersionMissing),
            ofEachRequest(WalkRules::noVersionMissing),
            ofEachTask(WalkRules::everyMoveInTheTable),
            ofEachTask(WalkRules::oneOwner),
            ProvenanceRules::oneForEachVersion,
            ProvenanceRules::eachSaysItsMoves,
            EpisodeRules::statusFollowsTasks,
            ofEachRequest(EpisodeRules::whatHasEndedStaysSo),
            EpisodeRules::codesSayWhatHappened,
            FeedbackRules::oneForEachEnd);

    private Agreement() {}

    /** All that does not agree; empty if everything does. */
    public static List<Disagreement> broken(Records records) {
        return RULES.stream().flatMap(rule -> rule.apply(records)).toList();
    }

    private static Function<Records, Stream<Disagreement>> ofEachTask(Function<History, Stream<Disagreement>> rule) {
        return records -> records.tasks().stream().flatMap(rule);
    }

    private static Function<Records, Stream<Disagreement>> ofEachRequest(Function<History, Stream<Disagreement>> rule) {
        return records -> records.requests().stream().flatMap(rule);
    }
}
