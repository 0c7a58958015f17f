package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.Score.Scored;
import io.github.sprigfhir.domain.outcomes.Scoring.Table;
import io.github.sprigfhir.domain.outcomes.Submitted.Amount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges an outcome that was sent by what is known of its instrument: closed by default, so that what no instrument
 * gives is not recorded. A refusal shows the arithmetic.
 */
public final class MeasureRules {

    private static final List<Function<Judged, Stream<OutcomeRefusal>>> RULES = List.of(
            MeasureRules::inRange,
            MeasureRules::onStep,
            MeasureRules::inItsUnit,
            MeasureRules::itemsOfTheScore,
            MeasureRules::unworded,
            MeasureRules::asItsItemsGive,
            MeasureRules::inItsBand);

    private MeasureRules() {}

    /** Decides about an outcome; a refusal names everything that is wrong with it. */
    public static OutcomeDecision decide(Submitted sent, Instruments known) {
        var versions = known.versionsOf(sent.instrument());
        if (versions.isEmpty()) {
            return refused(OutcomeRefusals.unknownInstrument());
        }
        var chosen = versions.stream()
                .filter(instrument -> instrument.version().equals(sent.version()))
                .toList();
        if (chosen.size() != 1) {
            return refused(OutcomeRefusals.version(versions, sent.version()));
        }
        var instrument = chosen.get(0);
        var named = instrument.named(sent.codes());
        if (named.size() != 1) {
            return refused(OutcomeRefusals.code(instrument));
        }
        var judged = new Judged(sent, instrument, named.get(0));
        var refusals = RULES.stream().flatMap(rule -> rule.apply(judged)).toList();
        return refusals.isEmpty()
                ? new OutcomeDecision.Accepted(instrument, judged.measure())
                : new OutcomeDecision.Refused(refusals);
    }

    /** What in the items of an outcome somebody must look at at once; nothing in one that is refused. */
    public static List<Alert> alerts(Submitted sent, Instruments known) {
        return decide(sent, known) instanceof OutcomeDecision.Accepted accepted
                ? accepted.measure().alerts(sent.answers())
                : List.of();
    }

    private static OutcomeDecision refused(OutcomeRefusal refusal) {
        return new OutcomeDecision.Refused(List.of(refusal));
    }

    private static Stream<OutcomeRefusal> inRange(Judged judged) {
        return judged
                .value()
                .filter(value -> !judged.scale().holds(value))
                .map(value -> OutcomeRefusals.range(judged, value))
                .stream();
    }

    private static Stream<OutcomeRefusal> onStep(Judged judged) {
        var possible = judged.value().filter(value -> judged.scale().holds(value));
        if (judged.measure().scoring() instanceof Table table) {
            return possible
                    .filter(value -> !table.leadsTo(value))
                    .map(value -> OutcomeRefusals.notInTable(table, value))
                    .stream();
        }
        return possible
                .filter(value -> !judged.scale().isOnStep(value))
                .map(value -> OutcomeRefusals.step(judged, value))
                .stream();
    }

    private static Stream<OutcomeRefusal> inItsUnit(Judged judged) {
        return judged
                .sent()
                .amount()
                .map(Amount::unit)
                .filter(unit -> !unit.equals(judged.scale().unit()))
                .map(unit -> OutcomeRefusals.unit(judged, unit))
                .stream();
    }

    /** Each item is one of the score's, comes once, and has an answer that can be given. */
    private static Stream<OutcomeRefusal> itemsOfTheScore(Judged judged) {
        var refusals = new ArrayList<OutcomeRefusal>();
        var seen = new HashSet<Item>();
        for (int at = 0; at < judged.sent().items().size(); at++) {
            var sent = judged.sent().items().get(at);
            var item = judged.item(sent);
            if (item.isEmpty()) {
                refusals.add(OutcomeRefusals.unknownItem(judged, at));
            } else if (!seen.add(item.get())) {
                refusals.add(OutcomeRefusals.itemTwice(at));
            } else if (sent.answer().filter(answer -> !item.get().takes(answer)).isPresent()) {
                refusals.add(
                        OutcomeRefusals.answer(at, item.get(), sent.answer().get()));
            }
        }
        return refusals.stream();
    }

    private static Stream<OutcomeRefusal> unworded(Judged judged) {
        var items = judged.sent().items();
        return judged.instrument().mayBeWorded()
                ? Stream.empty()
                : IntStream.range(0, items.size())
                        .filter(at -> items.get(at).worded())
                        .mapToObj(at -> OutcomeRefusals.licensedText(judged, at));
    }

    /** Only asked where the items themselves are sound: what they give would otherwise mean nothing. */
    private static Stream<OutcomeRefusal> asItsItemsGive(Judged judged) {
        if (!judged.hasAnswers()
                || judged.ownerScores()
                || itemsOfTheScore(judged).findAny().isPresent()) {
            return Stream.empty();
        }
        var score = judged.measure().score(judged.answers());
        if (score instanceof Scored scored) {
            return judged.isWorth(scored.value()) ? Stream.empty() : Stream.of(OutcomeRefusals.total(judged, scored));
        }
        return judged.value().isEmpty() ? Stream.empty() : Stream.of(OutcomeRefusals.noTotal((Score.Unscored) score));
    }

    private static Stream<OutcomeRefusal> inItsBand(Judged judged) {
        var right = judged.value().flatMap(judged.measure()::band).map(Band::name);
        return IntStream.range(0, judged.sent().bands().size())
                .filter(at ->
                        right.filter(judged.sent().bands().get(at)::equals).isEmpty())
                .mapToObj(at -> OutcomeRefusals.band(judged, at, right));
    }
}
