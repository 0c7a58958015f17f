package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.DefinitionFault.Part;
import io.github.sprigfhir.domain.outcomes.Scoring.Given;
import io.github.sprigfhir.domain.outcomes.Scoring.Sum;
import io.github.sprigfhir.domain.outcomes.Scoring.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what is wrong with the definition of a score, before anything is scored by it. */
public final class DefinitionRules {

    private static final List<Function<Measure, Stream<DefinitionFault>>> RULES = List.of(
            DefinitionRules::rangeHasValues,
            DefinitionRules::stepLeadsUp,
            DefinitionRules::bandsCoverTheRange,
            DefinitionRules::changeIsSomething,
            DefinitionRules::itemsAreTheirOwn,
            DefinitionRules::itemsGiveTheRange,
            DefinitionRules::missingCanBeReplaced,
            DefinitionRules::tableRises);

    private DefinitionRules() {}

    /** Everything that is wrong; nothing if it is fit to score by. */
    public static List<DefinitionFault> faults(Measure measure) {
        return RULES.stream().flatMap(rule -> rule.apply(measure)).toList();
    }

    /** What is wrong with the scores of one instrument together: each code leads to one of them. */
    public static List<DefinitionFault> faults(Instrument instrument) {
        var seen = new HashSet<Coded>();
        return instrument.measures().stream()
                .flatMap(measure -> measure.codes().stream().distinct())
                .filter(code -> !seen.add(code))
                .map(code -> new DefinitionFault(
                        Part.CODE, "Two scores of the instrument have the code %s.".formatted(code)))
                .toList();
    }

    private static Stream<DefinitionFault> rangeHasValues(Measure measure) {
        var low = measure.scale().low();
        var high = measure.scale().high();
        return unless(
                low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) < 0,
                Part.RANGE,
                "The least value is not under the most.");
    }

    private static Stream<DefinitionFault> stepLeadsUp(Measure measure) {
        return unless(
                measure.scale().step().filter(step -> step.signum() <= 0).isEmpty(),
                Part.RANGE,
                "A step is more than 0.");
    }

    private static Stream<DefinitionFault> bandsCoverTheRange(Measure measure) {
        var bands = measure.meaning().bands();
        if (bands.isEmpty()) {
            return Stream.empty();
        }
        var scale = measure.scale();
        var whole = isAt(scale.low(), bands.get(0).low())
                && isAt(scale.high(), bands.get(bands.size() - 1).high())
                && bands.stream().allMatch(band -> band.low().compareTo(band.high()) <= 0)
                && IntStream.range(1, bands.size()).allMatch(at -> scale.step()
                        .filter(step -> bands.get(at - 1)
                                        .high()
                                        .add(step)
                                        .compareTo(bands.get(at).low())
                                == 0)
                        .isPresent());
        return unless(
                whole,
                Part.BANDS,
                "The bands do not follow each other from the least value to the most, with one step between them.");
    }

    private static boolean isAt(Optional<BigDecimal> end, BigDecimal band) {
        return end.filter(value -> value.compareTo(band) == 0).isPresent();
    }

    private static Stream<DefinitionFault> changeIsSomething(Measure measure) {
        return unless(
                measure.meaning()
                        .reliableChange()
                        .filter(change -> change.signum() <= 0)
                        .isEmpty(),
                Part.RELIABLE_CHANGE,
                "A reliable change is more than 0, whichever way is better.");
    }

    private static Stream<DefinitionFault> itemsAreTheirOwn(Measure measure) {
        var faults = new ArrayList<DefinitionFault>();
        var seen = new HashSet<Coded>();
        for (var item : measure.scoring().items()) {
            if (item.low() >= item.high()) {
                faults.add(new DefinitionFault(Part.ITEMS, "The least answer to an item is not under the most."));
            }
            if (item.alert()
                    .filter(alert -> alert.above() < item.low() || alert.above() >= item.high())
                    .isPresent()) {
                faults.add(new DefinitionFault(
                        Part.ITEMS, "Some answers to an item raise an alert and others do not, or it has none."));
            }
            item.codes().stream()
                    .filter(code -> !seen.add(code))
                    .map(code -> new DefinitionFault(Part.ITEMS, "Two items have the code %s.".formatted(code)))
                    .forEach(faults::add);
        }
        return faults.stream();
    }

    /** A sum goes from the least answers to the most; so does an answer that is the score. */
    private static Stream<DefinitionFault> itemsGiveTheRange(Measure measure) {
        var scoring = measure.scoring();
        var items = scoring.items();
        if (scoring instanceof Given && items.size() != 1) {
            return Stream.empty();
        }
        if (items.isEmpty()) {
            return Stream.of(new DefinitionFault(Part.ITEMS, "There are no items to be summed."));
        }
        return scoring instanceof Table
                ? Stream.empty()
                : unless(
                        isAt(measure.scale().low(), BigDecimal.valueOf(least(items)))
                                && isAt(measure.scale().high(), BigDecimal.valueOf(most(items))),
                        Part.RANGE,
                        "The items give %d to %d, and the range is another.".formatted(least(items), most(items)));
    }

    private static Stream<DefinitionFault> missingCanBeReplaced(Measure measure) {
        if (!(measure.scoring() instanceof Sum sum) || sum.mayMiss() == 0) {
            return Stream.empty();
        }
        var alike = sum.items().stream().map(Item::range).distinct().count() == 1;
        return unless(
                alike && sum.mayMiss() > 0 && sum.mayMiss() < sum.items().size(),
                Part.MAY_MISS,
                "Some of the items may be missing, but not all of them, and only where all have the same answers.");
    }

    private static Stream<DefinitionFault> tableRises(Measure measure) {
        if (!(measure.scoring() instanceof Table table) || table.items().isEmpty()) {
            return Stream.empty();
        }
        var raws = IntStream.rangeClosed(least(table.items()), most(table.items()))
                .boxed()
                .toList();
        var values = List.copyOf(table.rows().values());
        return Stream.of(
                        unless(
                                List.copyOf(table.rows().keySet()).equals(raws),
                                Part.SCORING,
                                "The table does not have one row for each raw score from %d to %d."
                                        .formatted(least(table.items()), most(table.items()))),
                        unless(
                                IntStream.range(1, values.size())
                                        .allMatch(at -> values.get(at - 1).compareTo(values.get(at)) < 0),
                                Part.SCORING,
                                "A higher raw score does not always have a higher score in the table."),
                        unless(
                                values.stream().allMatch(measure.scale()::holds),
                                Part.SCORING,
                                "The table leads out of the range."))
                .flatMap(Function.identity());
    }

    private static int least(List<Item> items) {
        return items.stream().mapToInt(Item::low).sum();
    }

    private static int most(List<Item> items) {
        return items.stream().mapToInt(Item::high).sum();
    }

    private static Stream<DefinitionFault> unless(boolean holds, Part part, String text) {
        return holds ? Stream.empty() : Stream.of(new DefinitionFault(part, text));
    }
}
