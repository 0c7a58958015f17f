package io.github.sprigfhir.domain.outcomes;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Instruments for tests, as their owners publish them; the ones that ship are compared with the sources elsewhere. */
final class Known {

    static final String OURS = "https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure";
    static final String LOINC = "http://loinc.org";
    static final String POINTS = "{score}";

    /** Stewart-Brown et al. 2009, from a raw score of 7 on. */
    private static final List<String> METRIC = List.of(
            "7", "9.51", "11.25", "12.4", "13.33", "14.08", "14.75", "15.32", "15.84", "16.36", "16.88", "17.43",
            "17.98", "18.59", "19.25", "19.98", "20.73", "21.54", "22.35", "23.21", "24.11", "25.03", "26.02", "27.03",
            "28.13", "29.31", "30.7", "32.55", "35");

    private Known() {}

    static Coded code(String code) {
        return new Coded(OURS, code);
    }

    static List<Item> items(String stem, int count, int low, int high) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Item(List.of(code(stem + "-" + number)), low, high))
                .toList();
    }

    static Scale whole(int low, int high) {
        return new Scale(
                Optional.of(BigDecimal.valueOf(low)),
                Optional.of(BigDecimal.valueOf(high)),
                Optional.of(BigDecimal.ONE),
                POINTS);
    }

    static Meaning lowerBetter(int reliable, Band... bands) {
        return new Meaning(Direction.LOWER_BETTER, List.of(bands), Optional.of(BigDecimal.valueOf(reliable)));
    }

    static Band band(String low, String high) {
        return new Band(new BigDecimal(low), new BigDecimal(high), low + " to " + high);
    }

    static Measure phq9() {
        return new Measure(
                List.of(code("phq-9"), new Coded(LOINC, "44261-6")),
                "PHQ-9",
                whole(0, 27),
                lowerBetter(6, band("0", "4"), band("5", "9"), band("10", "14"), band("15", "19"), band("20", "27")),
                new Scoring.Sum(items("phq-9", 9, 0, 3), 0));
    }

    /** A sum in which two of four items may be missing; made up, as no source that ships allows it. */
    static Measure patient() {
        return new Measure(
                List.of(code("made-up")),
                "Made-up sum",
                whole(4, 20),
                new Meaning(Direction.HIGHER_BETTER, List.of(), Optional.empty()),
                new Scoring.Sum(items("made-up", 4, 1, 5), 2));
    }

    static Measure swemwbsRaw() {
        return new Measure(
                List.of(code("swemwbs-raw")),
                "SWEMWBS, raw",
                whole(7, 35),
                new Meaning(Direction.HIGHER_BETTER, List.of(), Optional.empty()),
                new Scoring.Sum(items("swemwbs", 7, 1, 5), 0));
    }

    static NavigableMap<Integer, BigDecimal> metricRows() {
        var rows = new TreeMap<Integer, BigDecimal>();
        IntStream.range(0, METRIC.size()).forEach(at -> rows.put(at + 7, new BigDecimal(METRIC.get(at))));
        return rows;
    }

    static Measure swemwbs() {
        return new Measure(
                List.of(code("swemwbs-metric")),
                "SWEMWBS, metric",
                new Scale(
                        Optional.of(BigDecimal.valueOf(7)),
                        Optional.of(BigDecimal.valueOf(35)),
                        Optional.empty(),
                        POINTS),
                new Meaning(Direction.HIGHER_BETTER, List.of(), Optional.of(BigDecimal.valueOf(3))),
                new Scoring.Table(items("swemwbs", 7, 1, 5), metricRows()));
    }

    static Measure happiness() {
        return new Measure(
                List.of(code("happiness")),
                "Happiness",
                whole(0, 10),
                new Meaning(Direction.HIGHER_BETTER, List.of(), Optional.empty()),
                new Scoring.Given(List.of(new Item(List.of(code("happiness")), 0, 10))));
    }

    /** Its range is its owner's business. */
    static Measure index() {
        return new Measure(
                List.of(code("index")),
                "Index",
                new Scale(Optional.empty(), Optional.empty(), Optional.empty(), "1"),
                new Meaning(Direction.HIGHER_BETTER, List.of(), Optional.empty()),
                new Scoring.Given(items("index", 5, 1, 5)));
    }

    static Measure activation() {
        return new Measure(
                List.of(code("activation")),
                "Activation",
                new Scale(
                        Optional.of(BigDecimal.ZERO),
                        Optional.of(BigDecimal.valueOf(100)),
                        Optional.of(new BigDecimal("0.1")),
                        POINTS),
                new Meaning(
                        Direction.HIGHER_BETTER,
                        List.of(band("0", "47.0"), band("47.1", "55.1"), band("55.2", "67.0"), band("67.1", "100")),
                        Optional.of(BigDecimal.valueOf(3))),
                new Scoring.Given(List.of()));
    }

    static Instruments instruments() {
        return new Instruments(List.of(
                new Instrument(code("phq-9"), "1", "PHQ-9", true, List.of(phq9())),
                new Instrument(code("phq-9"), "2", "PHQ-9", true, List.of(phq9())),
                new Instrument(code("swemwbs"), "1", "SWEMWBS", false, List.of(swemwbsRaw(), swemwbs())),
                new Instrument(code("pam"), "1", "PAM", false, List.of(activation())),
                new Instrument(code("index"), "1", "Index", false, List.of(index()))));
    }

    /** Answers to the first items of a stem, in order; a null-like gap is a dash. */
    static Answers answers(String stem, String spaced) {
        Map<Coded, BigDecimal> values = new HashMap<>();
        var words = List.of(spaced.split(" ", -1));
        IntStream.range(0, words.size())
                .filter(at -> !words.get(at).equals("-"))
                .forEach(at -> values.put(code(stem + "-" + (at + 1)), new BigDecimal(words.get(at))));
        return new Answers(values);
    }
}
