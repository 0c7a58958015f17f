package io.github.sprigfhir.profiles;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry of instruments says what is published of them, and nothing that is not. */
class RegistryTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "outcomes");
    private static final Pattern ROW = Pattern.compile("\"(\\d+)\": (\\d+\\.\\d+)");
    private static final String NONE = "";

    private static Stream<ObservationDefinition> registry() {
        return Artefacts.OURS.all(ObservationDefinition.class);
    }

    private static ObservationDefinition measure(String id) {
        return Artefacts.OURS.example(ObservationDefinition.class, id);
    }

    private static String said(ObservationDefinition measure, String path) {
        return Artefacts.FHIR.newFhirPath().evaluate(measure, path, Base.class).stream()
                .map(Base::primitiveValue)
                .collect(joining(" "));
    }

    private static String extension(String name) {
        return "extension('https://sprig-fhir.github.io/ig/StructureDefinition/%s')".formatted(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ons4-life-satisfaction | 0 10 | higher-better | given | 1 | 0-4 5-6 7-8 9-10 | ''",
                "ons4-worthwhile | 0 10 | higher-better | given | 1 | 0-4 5-6 7-8 9-10 | ''",
                "ons4-happiness | 0 10 | higher-better | given | 1 | 0-4 5-6 7-8 9-10 | ''",
                "ons4-anxiety | 0 10 | lower-better | given | 1 | 0-1 2-3 4-5 6-10 | ''",
                "ons-loneliness | 1 5 | lower-better | given | 1 | 1-1 2-2 3-3 4-4 5-5 | ''",
                "phq-9 | 0 27 | lower-better | sum | 9 | 0-4 5-9 10-14 15-19 20-27 | 6",
                "gad-7 | 0 21 | lower-better | sum | 7 | 0-4 5-9 10-14 15-21 | 4",
                "ucla-3 | 3 9 | lower-better | sum | 3 | '' | ''",
                "swemwbs-raw | 7 35 | higher-better | sum | 7 | '' | ''",
                "swemwbs-metric | 7 35 | higher-better | table | 7 | '' | 3",
                "wemwbs | 14 70 | higher-better | sum | 14 | '' | 9",
                "pam | 0 100 | higher-better | given | 0 | 0-47 47.1-55.1 55.2-67 67.1-100 | 3",
                "eq-5d-5l-index | '' | higher-better | given | 5 | '' | ''",
                "eq-5d-5l-vas | 0 100 | higher-better | given | 0 | '' | ''",
                "mycaw-concern-1 | 0 6 | lower-better | given | 0 | '' | ''",
                "mycaw-concern-2 | 0 6 | lower-better | given | 0 | '' | ''",
                "mycaw-wellbeing | 0 6 | lower-better | given | 0 | '' | ''",
                "outcomes-star-area-1 | 1 10 | higher-better | given | 0 | '' | ''",
                "outcomes-star-area-10 | 1 10 | higher-better | given | 0 | '' | ''",
                "goal-based-outcome-1 | 0 10 | higher-better | given | 0 | '' | 3",
                "goal-based-outcome-2 | 0 10 | higher-better | given | 0 | '' | 3",
                "goal-based-outcome-3 | 0 10 | higher-better | given | 0 | '' | 3",
                "de-jong-gierveld-6 | 0 6 | lower-better | sum | 6 | 0-1 2-4 5-6 | ''",
                "de-jong-gierveld-6-emotional | 0 3 | lower-better | sum | 3 | '' | ''",
                "de-jong-gierveld-6-social | 0 3 | lower-better | sum | 3 | '' | ''",
                "wsas | 0 40 | lower-better | sum | 5 | 0-9 10-20 21-40 | ''"
            })
    void aMeasureIsAsItIsPublished(
            String id, String range, String direction, String rule, int items, String bands, String change) {
        var measure = measure(id);
        var possible = "qualifiedInterval.where(category = 'absolute').range";
        assertEquals(range, said(measure, possible + ".low.value.combine(" + possible + ".high.value)"));
        assertEquals(direction, said(measure, extension("measure-direction") + ".value"));
        assertEquals(rule, said(measure, extension("measure-scoring") + ".extension('rule').value"));
        assertEquals(String.valueOf(items), said(measure, extension("measure-item") + ".count()"));
        assertEquals(change, said(measure, extension("reliable-change") + ".extension('threshold').value"));
        assertEquals(
                bands,
                measure.getQualifiedInterval().stream()
                        .filter(interval -> interval.hasCondition())
                        .map(interval -> interval.getRange().getLow().getValue() + "-"
                                + interval.getRange().getHigh().getValue())
                        .collect(joining(" ")));
        assertEquals(NONE, said(measure, extension("measure-scoring") + ".extension('mayMiss').value"));
    }

    @Test
    void everyCodeIsOneOfThePublishedOnesOrOurs() {
        var codes = registry()
                .flatMap(measure -> measure.getCode().getCoding().stream())
                .filter(coding -> !coding.getSystem().startsWith("https://sprig-fhir.github.io/"))
                .map(Coding::getCode)
                .collect(toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(
                        List.of("445455005", "70274-6", "720433000", "44261-6", "718466001", "718426000", "736534008")),
                codes);
    }

    @Test
    void everyInstrumentSaysWhatMayBeDoneWithItsWords() {
        var uses = Artefacts.OURS.example(CodeSystem.class, "outcome-instrument").getConcept().stream()
                .collect(toMap(ConceptDefinitionComponent::getCode, RegistryTest::use, (a, b) -> a, TreeMap::new));
        var expected = new TreeMap<String, String>();
        for (var code : List.of("ons4", "ons-loneliness", "phq-9", "gad-7")) {
            expected.put(code, "embed");
        }
        expected.put("ucla-3", "switchable");
        for (var code : List.of(
                "swemwbs",
                "wemwbs",
                "pam",
                "eq-5d-5l",
                "mycaw",
                "outcomes-star",
                "goal-based-outcomes",
                "de-jong-gierveld-6",
                "wsas")) {
            expected.put(code, "score-only");
        }
        assertEquals(expected, uses);
    }

    private static String use(ConceptDefinitionComponent instrument) {
        return instrument.getProperty().stream()
                .filter(property -> property.getCode().equals("licence-use"))
                .map(property -> property.getValueCoding().getCode())
                .collect(joining(" "));
    }

    @Test
    void everyInstrumentHasAMeasure() {
        var measured = registry()
                .map(measure -> said(measure, extension("measure-instrument") + ".value.code"))
                .collect(toCollection(TreeSet::new));
        var known = Artefacts.OURS.example(CodeSystem.class, "outcome-instrument").getConcept().stream()
                .map(ConceptDefinitionComponent::getCode)
                .collect(toCollection(TreeSet::new));
        assertEquals(known, measured);
    }

    @Test
    void theTableOfTheSwemwbsIsThePublishedOne() throws IOException {
        var text = source("swemwbs-raw-to-metric.json");
        var published = ROW.matcher(text.substring(text.indexOf("rawToMetric")))
                .results()
                .collect(toMap(row -> Integer.valueOf(row.group(1)), row -> new BigDecimal(row.group(2))));
        var table = measure("swemwbs-metric")
                .getExtensionByUrl("https://sprig-fhir.github.io/ig/StructureDefinition/measure-scoring")
                .getExtensionsByUrl("row")
                .stream()
                .collect(toMap(
                        row -> Integer.valueOf(
                                row.getExtensionByUrl("raw").getValue().primitiveValue()),
                        row -> new BigDecimal(
                                row.getExtensionByUrl("score").getValue().primitiveValue())));
        assertEquals(stripped(published), stripped(table));
    }

    private static Map<Integer, String> stripped(Map<Integer, BigDecimal> rows) {
        return rows.entrySet().stream().collect(toMap(Map.Entry::getKey, row -> row.getValue()
                .stripTrailingZeros()
                .toPlainString()));
    }

    @Test
    void theItemsOfPhq9AndGad7HaveThePublishedCodes() throws IOException {
        var published = source("loinc-phq9-gad7.csv")
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        for (var id : List.of("phq-9", "gad-7")) {
            assertEquals(
                    published.stream()
                            .filter(line ->
                                    line[0].toLowerCase(java.util.Locale.ROOT).equals(id) && line[1].matches("[1-9]"))
                            .map(line -> line[2])
                            .collect(joining(" ")),
                    said(measure(id), extension("measure-item") + ".extension('code').value.code"));
        }
    }

    @Test
    void theThresholdsAreThePublishedOnes() throws IOException {
        var ids = Map.of(
                "SWEMWBS", "swemwbs-metric",
                "WEMWBS", "wemwbs",
                "PHQ-9", "phq-9",
                "GAD-7", "gad-7",
                "Goal-Based Outcomes", "goal-based-outcome-1",
                "PAM", "pam");
        var lines =
                source("nhse-reliable-change-thresholds.csv").lines().skip(1).toList();
        assertEquals(ids.size(), lines.size());
        for (var line : lines) {
            var cells = List.of(line.split(",", -1));
            var measure = measure(ids.getOrDefault(cells.get(0), "none"));
            assertEquals(cells.get(1), said(measure, extension("reliable-change") + ".extension('threshold').value"));
            assertEquals(
                    cells.get(2).equals("positive") ? "higher-better" : "lower-better",
                    said(measure, extension("measure-direction") + ".value"));
        }
    }

    /** The source, or skips the calling test, and says so, where it is not at hand. */
    private static String source(String name) throws IOException {
        var file = FOLDER.resolve(name);
        assumeTrue(
                Files.exists(file),
                "%s was not found at ../shared/data/outcomes beside the repository: nothing was compared with it."
                        .formatted(name));
        return Files.readString(file);
    }
}
