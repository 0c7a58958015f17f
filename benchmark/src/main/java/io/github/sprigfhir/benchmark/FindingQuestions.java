package io.github.sprigfhir.benchmark;

import static io.github.sprigfhir.benchmark.Weighted.share;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/** What link workers ask: of a hundred, so many of each kind. Called by many threads. */
final class FindingQuestions {

    private static final String PATH = "/fhir/HealthcareService/$find-services?";
    private static final List<double[]> TOWNS = List.of(
            new double[] {51.51, -0.13},
            new double[] {52.48, -1.90},
            new double[] {53.80, -1.55},
            new double[] {55.86, -4.25},
            new double[] {51.48, -3.18},
            new double[] {53.05, -2.99},
            new double[] {54.33, -2.75},
            new double[] {57.48, -4.22});

    private final Random random;
    private final Weighted<Question.Kind> kinds;

    FindingQuestions(Random random) {
        this.random = random;
        kinds = new Weighted<>(
                List.of(
                        share(35, kind("need, place", () -> need() + place(25))),
                        share(
                                15,
                                kind(
                                        "need, place, person",
                                        () -> need() + place(25) + "&age=40&language=en&free=true")),
                        share(10, kind("need, place, time", () -> need() + place(25) + "&day=tue&time=10:30:00")),
                        share(
                                10,
                                kind("two needs, place, level", () -> need() + "&" + need() + place(25) + "&level=2")),
                        share(10, kind("common word, place", () -> "text=friendly" + place(25))),
                        share(8, kind("misspelt words, place", () -> "text=" + encoded("wlaking grup") + place(25))),
                        share(4, kind("word, no place", () -> "text=gardening")),
                        share(4, kind("need, no place", this::need)),
                        share(
                                4,
                                kind(
                                        "rare and far",
                                        () -> need() + place(300)
                                                + "&language=pl&accessibility=hearing-loop,quiet-space&day=sun&time=10:00:00"))));
    }

    /**
     * One question.
     *
     * @param kind which questions it is like
     */
    record Question(String kind, Call call) {

        record Kind(String name, Supplier<String> query) {}
    }

    private static Question.Kind kind(String name, Supplier<String> query) {
        return new Question.Kind(name, query);
    }

    synchronized Question next() {
        var kind = kinds.draw(random);
        return new Question(kind.name(), Call.of("GET", PATH + kind.query().get()));
    }

    private String need() {
        return "need=" + FindingModels.NEEDS.get(random.nextInt(FindingModels.NEEDS.size()));
    }

    /** In or around a town, small ones as often as London. */
    private String place(int kilometres) {
        var town = TOWNS.get(random.nextInt(TOWNS.size()));
        return String.format(
                Locale.ROOT,
                "&position=%.5f%%7C%.5f&distance=%d",
                town[0] + random.nextGaussian() * 0.05,
                town[1] + random.nextGaussian() * 0.08,
                kilometres);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
