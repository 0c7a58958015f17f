package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * An outcome as somebody sent it.
 *
 * @param instrument the codes that say which instrument was used
 * @param version its version; empty if none was sent
 * @param codes the codes that say which score this is
 * @param amount the score; none where it is said to be absent
 * @param items its items with their answers, in the order sent
 * @param bands the names of the bands that it is said to be in
 */
public record Submitted(
        List<Coded> instrument,
        String version,
        List<Coded> codes,
        Optional<Amount> amount,
        List<SentItem> items,
        List<String> bands) {

    public Submitted {
        instrument = List.copyOf(instrument);
        codes = List.copyOf(codes);
        items = List.copyOf(items);
        bands = List.copyOf(bands);
    }

    Answers answers() {
        var values = new HashMap<Coded, BigDecimal>();
        items.forEach(
                item -> item.answer().ifPresent(answer -> item.codes().forEach(code -> values.put(code, answer))));
        return new Answers(values);
    }

    /**
     * A number with its unit.
     *
     * @param unit its code in UCUM; empty if none was sent
     */
    public record Amount(BigDecimal value, String unit) {}

    /**
     * An item with its answer.
     *
     * @param answer the number; none where it was not answered, or not in a number
     * @param worded whether the question or the answer stands there in words
     */
    public record SentItem(List<Coded> codes, Optional<BigDecimal> answer, boolean worded) {

        public SentItem {
            codes = List.copyOf(codes);
        }
    }
}
