package io.github.sprigfhir.domain.outcomes;

import io.github.sprigfhir.domain.outcomes.Score.Scored;
import io.github.sprigfhir.domain.outcomes.Score.Unscored;
import io.github.sprigfhir.domain.outcomes.Scoring.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words of every refusal, in one place so that they can be read together. */
final class OutcomeRefusals {

    private static final String VALUE = "value.value";

    private OutcomeRefusals() {}

    static OutcomeRefusal unknownInstrument() {
        return new OutcomeRefusal(
                OutcomeRule.INSTRUMENT,
                "method",
                "The method names no instrument that this server knows, so its score cannot be checked.",
                "Send one of the code system outcome-instrument; or ask the operator to add the instrument.");
    }

    static OutcomeRefusal version(List<Instrument> versions, String sent) {
        return new OutcomeRefusal(
                OutcomeRule.VERSION,
                "method.coding.version",
                "%s is known here in version %s, and %s was sent."
                        .formatted(
                                versions.get(0).title(),
                                Words.list(versions.stream()
                                        .map(Instrument::version)
                                        .toList()),
                                sent.isEmpty() ? "none" : "version " + sent),
                "Send the version that was used; if it is not known here, ask the operator to add it.");
    }

    static OutcomeRefusal code(Instrument instrument) {
        return new OutcomeRefusal(
                OutcomeRule.CODE,
                "code",
                "The method is %s, and the code does not say which one of its scores this is."
                        .formatted(instrument.title()),
                "Send the code of one of them: %s; or the instrument that was used as method."
                        .formatted(instrument.measures().stream()
                                .map(measure -> "%s (%s)"
                                        .formatted(
                                                measure.title(),
                                                measure.codes().get(0).code()))
                                .collect(Collectors.joining(", "))));
    }

    static OutcomeRefusal range(Judged judged, BigDecimal sent) {
        return new OutcomeRefusal(
                OutcomeRule.RANGE,
                VALUE,
                "%s goes %s, and %s was sent."
                        .formatted(judged.measure().title(), judged.scale().range(), Words.of(sent)),
                "Send the score as the instrument gives it.");
    }

    static OutcomeRefusal step(Judged judged, BigDecimal sent) {
        return new OutcomeRefusal(
                OutcomeRule.STEP,
                VALUE,
                "%s goes %s in steps of %s, and %s lies between two of them."
                        .formatted(
                                judged.measure().title(),
                                judged.scale().range(),
                                judged.scale().step().map(Words::of).orElse(""),
                                Words.of(sent)),
                "Send the score as the instrument gives it.");
    }

    static OutcomeRefusal notInTable(Table table, BigDecimal sent) {
        return new OutcomeRefusal(
                OutcomeRule.STEP,
                VALUE,
                "The table leads to no score of %s.%s"
                        .formatted(
                                Words.of(sent),
                                table.row(sent)
                                        .map(value ->
                                                " It may be a raw score: %s.".formatted(Table.inWords(sent, value)))
                                        .orElse("")),
                "Send what the table gives; or the raw score under its own code.");
    }

    static OutcomeRefusal unit(Judged judged, String sent) {
        return new OutcomeRefusal(
                OutcomeRule.UNIT,
                "value.code",
                "%s is given in %s, and %s was sent."
                        .formatted(
                                judged.measure().title(),
                                judged.scale().unit(),
                                sent.isEmpty() ? "no unit" : "another unit"),
                "Send %s as the code of the unit.".formatted(judged.scale().unit()));
    }

    static OutcomeRefusal unknownItem(Judged judged, int at) {
        return new OutcomeRefusal(
                OutcomeRule.ITEM,
                component(at) + ".code",
                "This is not an item of %s.".formatted(judged.measure().title()),
                "Send its items by the codes of its definition, and nothing else as a component.");
    }

    static OutcomeRefusal itemTwice(int at) {
        return new OutcomeRefusal(
                OutcomeRule.ITEM,
                component(at) + ".code",
                "This item has been answered before in the same outcome.",
                "Send each item once.");
    }

    static OutcomeRefusal answer(int at, Item item, BigDecimal sent) {
        return new OutcomeRefusal(
                OutcomeRule.ITEM,
                component(at) + ".value",
                "The answer is a whole number, %s, and %s was sent.".formatted(item.range(), Words.of(sent)),
                "Send the answer as it was given.");
    }

    static OutcomeRefusal licensedText(Judged judged, int at) {
        return new OutcomeRefusal(
                OutcomeRule.LICENSED_TEXT,
                component(at),
                "The words of %s belong to their owner and may not be kept here: an item stands here in words."
                        .formatted(judged.instrument().title()),
                "Send the item's code without text and display, and its answer as a number.");
    }

    static OutcomeRefusal total(Judged judged, Scored given) {
        return new OutcomeRefusal(
                OutcomeRule.TOTAL,
                judged.value().isPresent() ? VALUE : "dataAbsentReason",
                "The items give %s, and %s: %s."
                        .formatted(
                                Words.of(given.value()),
                                judged.value()
                                        .map(value -> Words.of(value) + " was sent")
                                        .orElse("no score was sent"),
                                given.arithmetic()),
                "Send the score that the items give; or correct the item that is wrong.");
    }

    static OutcomeRefusal noTotal(Unscored given) {
        return new OutcomeRefusal(
                OutcomeRule.TOTAL,
                VALUE,
                "The items give no score. " + given.why(),
                "Send all items; or dataAbsentReason in place of the score; or the score without its items.");
    }

    static OutcomeRefusal band(Judged judged, int at, Optional<String> right) {
        return new OutcomeRefusal(
                OutcomeRule.BAND,
                "interpretation[%d]".formatted(at),
                "%s %s."
                        .formatted(
                                judged.value()
                                        .map(value -> "A score of %s".formatted(Words.of(value)))
                                        .orElse("An absent score"),
                                right.map("is in the band \"%s\""::formatted)
                                        .orElse("is in no band that is known here")),
                "Send that band, or none.");
    }

    private static String component(int at) {
        return "component[%d]".formatted(at);
    }
}
