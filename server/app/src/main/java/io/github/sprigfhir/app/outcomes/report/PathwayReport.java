package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.platform.report.FhirCounts;
import io.github.sprigfhir.app.platform.report.FhirCounts.Population;
import io.github.sprigfhir.app.platform.report.Reported;
import io.github.sprigfhir.domain.kernel.Breakdown;
import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.outcomes.Crossed;
import io.github.sprigfhir.domain.outcomes.Histogram;
import io.github.sprigfhir.domain.outcomes.Spread;
import io.github.sprigfhir.domain.outcomes.ToldChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.springframework.stereotype.Component;

/**
 * Reports how people went through social prescribing in the episodes that ended in a period: a group whose definition has
 * a measure population tells how numbers are spread, and any other what there was, and of each kind how many.
 */
@Component
class PathwayReport implements Reported {

    private final Courses courses;
    private final Strata strata;
    private final FhirCounts counts;

    PathwayReport(Courses courses, Strata strata, FhirCounts counts) {
        this.courses = courses;
        this.strata = strata;
        this.counts = counts;
    }

    @Override
    public String measure() {
        return "pathway";
    }

    @Override
    public List<MeasureReportGroupComponent> groups(Measure definition, Asked asked) {
        var counted = courses.count(asked.first(), asked.last(), strata.ages());
        return definition.getGroup().stream()
                .map(group -> group(group, counted.getOrDefault(code(group.getCode()), Map.of())))
                .toList();
    }

    private MeasureReportGroupComponent group(
            MeasureGroupComponent definition, Map<String, Map<String, Map<String, Integer>>> counted) {
        var group = new MeasureReportGroupComponent().setCode(definition.getCode());
        var isSpread = definition.getPopulation().size() > 1;
        var whole = counted.getOrDefault(Changes.ALL, Map.of(Changes.ALL, Map.of()));
        if (isSpread) {
            tell(group, whole);
        } else {
            Crossed.told(whole, counts.numbers())
                    .values()
                    .forEach(told -> FhirFigures.tell(group, Population.INITIAL, told.total()));
        }
        for (var stratifier : definition.getStratifier()) {
            var kind = code(stratifier.getCode());
            var parts = counted.getOrDefault(kind, Map.of());
            var divided = group.addStratifier().addCode(stratifier.getCode());
            if (isSpread) {
                divideSpread(divided, kind, parts);
            } else if (kind.equals(code(definition.getCode()))) {
                Crossed.told(whole, counts.numbers())
                        .values()
                        .forEach(told -> each(
                                told,
                                (what, count) -> FhirFigures.tell(
                                        divided.addStratum().setValue(strata.name(kind, what)),
                                        Population.INITIAL,
                                        count)));
            } else {
                cross(divided, definition.getCode(), parts);
            }
        }
        return group;
    }

    /** A stratum for each part, and one for each part and kind of what there was. */
    private void cross(
            MeasureReportGroupStratifierComponent divided,
            CodeableConcept columns,
            Map<String, Map<String, Integer>> parts) {
        var rows = divided.getCodeFirstRep();
        Crossed.told(parts, counts.numbers()).forEach((part, told) -> {
            var name = strata.name(code(rows), part);
            FhirFigures.tell(divided.addStratum().setValue(name), Population.INITIAL, told.total());
            each(told, (what, count) -> {
                var cell = divided.addStratum();
                cell.addComponent().setCode(rows.copy()).setValue(name.copy());
                cell.addComponent().setCode(columns.copy()).setValue(strata.name(code(columns), what));
                FhirFigures.tell(cell, Population.INITIAL, count);
            });
        });
    }

    private static void each(Breakdown told, BiConsumer<String, ShownCount> teller) {
        told.named().forEach((what, count) -> teller.accept(what, new ShownCount.About(count)));
        told.rest().ifPresent(count -> teller.accept(ToldChange.OTHERS, count));
    }

    private void tell(MeasureReportGroupComponent group, Map<String, Map<String, Integer>> whole) {
        var spread = Spread.of(
                whole.values().stream().map(PathwayReport::histogram).reduce(Histogram.NONE, Histogram::plus),
                counts.numbers());
        FhirFigures.tell(group, Population.MEASURED, spread.counted());
        FhirFigures.tell(group, Population.EXCLUDED, spread.without());
        spread.figures()
                .forEach((figure, number) ->
                        group.addExtension(FhirFigures.statistic(figure, BigDecimal.valueOf(number))));
    }

    private void divideSpread(
            MeasureReportGroupStratifierComponent divided, String kind, Map<String, Map<String, Integer>> parts) {
        var histograms = parts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> histogram(part.getValue())));
        Spread.division(histograms, counts.numbers()).forEach((part, spread) -> {
            var stratum = divided.addStratum().setValue(strata.name(kind, part));
            FhirFigures.tell(stratum, Population.MEASURED, spread.counted());
            FhirFigures.tell(stratum, Population.EXCLUDED, spread.without());
            spread.figures()
                    .forEach((figure, number) ->
                            stratum.addExtension(FhirFigures.statistic(figure, BigDecimal.valueOf(number))));
        });
    }

    /** What has no number is counted under the empty one. */
    private static Histogram histogram(Map<String, Integer> counted) {
        var numbers = new TreeMap<Integer, Integer>();
        counted.forEach((number, count) -> {
            if (!number.isEmpty()) {
                numbers.put(Integer.valueOf(number), count);
            }
        });
        return new Histogram(numbers, counted.getOrDefault("", 0));
    }

    private static String code(CodeableConcept concept) {
        return concept.getCodingFirstRep().getCode();
    }
}
