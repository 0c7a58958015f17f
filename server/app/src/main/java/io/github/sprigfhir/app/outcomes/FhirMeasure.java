package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.domain.outcomes.Alert;
import io.github.sprigfhir.domain.outcomes.Band;
import io.github.sprigfhir.domain.outcomes.Coded;
import io.github.sprigfhir.domain.outcomes.DefinitionFault;
import io.github.sprigfhir.domain.outcomes.Direction;
import io.github.sprigfhir.domain.outcomes.Item;
import io.github.sprigfhir.domain.outcomes.Meaning;
import io.github.sprigfhir.domain.outcomes.Measure;
import io.github.sprigfhir.domain.outcomes.Scale;
import io.github.sprigfhir.domain.outcomes.Scoring;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDefinitionQualifiedIntervalComponent;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;

/** Reads the definition of a score, which obeys the profile sprig-measure. */
final class FhirMeasure {

    private static final String IG = "https://sprig-fhir.github.io/ig/StructureDefinition/";
    private static final String SCORING = IG + "measure-scoring";
    private static final String ITEM = IG + "measure-item";
    private static final String CHANGE = IG + "reliable-change";

    private FhirMeasure() {}

    /** The instrument that gives the score, with its version. */
    static Coding instrument(ObservationDefinition definition) {
        return (Coding) definition.getExtensionByUrl(IG + "measure-instrument").getValue();
    }

    static Measure of(ObservationDefinition definition) {
        var scoring = scoring(definition);
        return new Measure(
                definition.getCode().getCoding().stream()
                        .map(FhirMeasure::coded)
                        .toList(),
                definition.getPreferredReportName(),
                scale(definition, scoring),
                meaning(definition),
                scoring);
    }

    static Coded coded(Coding coding) {
        return new Coded(String.valueOf(coding.getSystem()), String.valueOf(coding.getCode()));
    }

    /** Where in a definition a part of it stands. */
    static String path(DefinitionFault.Part part) {
        return "ObservationDefinition."
                + switch (part) {
                    case CODE -> "code";
                    case RANGE, BANDS -> "qualifiedInterval";
                    case RELIABLE_CHANGE -> "extension('%s')".formatted(CHANGE);
                    case SCORING, MAY_MISS -> "extension('%s')".formatted(SCORING);
                    case ITEMS -> "extension('%s')".formatted(ITEM);
                };
    }

    private static Scale scale(ObservationDefinition definition, Scoring scoring) {
        var possible = intervals(definition, ObservationRangeCategory.ABSOLUTE)
                .map(ObservationDefinitionQualifiedIntervalComponent::getRange)
                .findFirst();
        var details = definition.getQuantitativeDetails();
        // A table says itself which scores there are.
        Optional<BigDecimal> step = details.hasDecimalPrecision() && !(scoring instanceof Scoring.Table)
                ? Optional.of(BigDecimal.ONE.movePointLeft(details.getDecimalPrecision()))
                : Optional.empty();
        return new Scale(
                possible.map(range -> range.getLow().getValue()),
                possible.map(range -> range.getHigh().getValue()),
                step,
                details.getUnit().getCodingFirstRep().getCode());
    }

    private static Meaning meaning(ObservationDefinition definition) {
        var direction = definition
                .getExtensionByUrl(IG + "measure-direction")
                .getValue()
                .primitiveValue();
        return new Meaning(
                Arrays.stream(Direction.values())
                        .filter(one -> one.code().equals(direction))
                        .findFirst()
                        .orElseThrow(),
                intervals(definition, ObservationRangeCategory.REFERENCE)
                        .map(band -> new Band(
                                band.getRange().getLow().getValue(),
                                band.getRange().getHigh().getValue(),
                                band.getCondition()))
                        .toList(),
                Optional.ofNullable(definition.getExtensionByUrl(CHANGE))
                        .map(change -> new BigDecimal(part(change, "threshold"))));
    }

    private static Stream<ObservationDefinitionQualifiedIntervalComponent> intervals(
            ObservationDefinition definition, ObservationRangeCategory category) {
        return definition.getQualifiedInterval().stream().filter(interval -> interval.getCategory() == category);
    }

    private static Scoring scoring(ObservationDefinition definition) {
        var scoring = definition.getExtensionByUrl(SCORING);
        var items = definition.getExtensionsByUrl(ITEM).stream()
                .map(FhirMeasure::item)
                .toList();
        return switch (part(scoring, "rule")) {
            case "sum" -> new Scoring.Sum(items, scoring.hasExtension("mayMiss") ? number(scoring, "mayMiss") : 0);
            case "table" -> new Scoring.Table(items, rows(scoring));
            default -> new Scoring.Given(items);
        };
    }

    private static NavigableMap<Integer, BigDecimal> rows(Extension scoring) {
        var rows = new TreeMap<Integer, BigDecimal>();
        scoring.getExtensionsByUrl("row")
                .forEach(row -> rows.put(number(row, "raw"), new BigDecimal(part(row, "score"))));
        return rows;
    }

    private static Item item(Extension item) {
        List<Coded> codes = item.getExtensionsByUrl("code").stream()
                .map(code -> coded((Coding) code.getValue()))
                .toList();
        return new Item(
                codes,
                number(item, "low"),
                number(item, "high"),
                Optional.ofNullable(item.getExtensionByUrl("alert")).map(FhirMeasure::alert));
    }

    private static Alert alert(Extension alert) {
        var risk = (Coding) alert.getExtensionByUrl("risk").getValue();
        return new Alert(number(alert, "above"), coded(risk), risk.getDisplay());
    }

    private static int number(Extension whole, String url) {
        return Integer.parseInt(part(whole, url));
    }

    private static String part(Extension whole, String url) {
        return whole.getExtensionByUrl(url).getValue().primitiveValue();
    }
}
