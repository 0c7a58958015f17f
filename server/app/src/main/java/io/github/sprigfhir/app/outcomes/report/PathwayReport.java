package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.outcomes.report.Names.Places;
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
import java.util.stream.Stream;
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
        var services = Stream.concat(
                        parts("provider", counted),
                        counted.getOrDefault("service", Map.of()).getOrDefault(Changes.ALL, Map.of()).values().stream()
                                .flatMap(used -> used.keySet().stream()))
                .collect(Collectors.toSet());
        var places = strata.places(services, parts("referrer", counted).collect(Collectors.toSet()));
        return definition.getGroup().stream()
                .map(group -> new Group(group, counted.getOrDefault(code(group.getCode()), Map.of()), places).tell())
                .toList();
    }

    private static Stream<String> parts(
            String kind, Map<String, Map<String, Map<String, Map<String, Integer>>>> counted) {
        return counted.values().stream().flatMap(kinds -> kinds.getOrDefault(kind, Map.of()).keySet().stream());
    }

    /** One group of the report: its definition, and what was counted by what it is divided by, part and kind. */
    private final class Group {

        private final MeasureGroupComponent definition;
        private final Map<String, Map<String, Map<String, Integer>>> counted;
        private final Places places;

        Group(MeasureGroupComponent definition, Map<String, Map<String, Map<String, Integer>>> counted, Places places) {
            this.definition = definition;
            this.counted = counted;
            this.places = places;
        }

        MeasureReportGroupComponent tell() {
            var group = new MeasureReportGroupComponent().setCode(definition.getCode());
            return definition.getPopulation().size() > 1 ? spread(group) : crossed(group);
        }

        private MeasureReportGroupComponent crossed(MeasureReportGroupComponent group) {
            var whole = Crossed.told(whole(), counts.numbers()).values();
            whole.forEach(told -> FhirFigures.tell(group, Population.INITIAL, told.total()));
            for (var stratifier : definition.getStratifier()) {
                var kind = code(stratifier.getCode());
                var divided = group.addStratifier().addCode(stratifier.getCode());
                if (kind.equals(code(definition.getCode()))) {
                    whole.forEach(told -> each(
                            told,
                            (what, count) -> FhirFigures.tell(
                                    divided.addStratum().setValue(strata.name(kind, what, places)),
                                    Population.INITIAL,
                                    count)));
                } else {
                    Crossed.told(counted.getOrDefault(kind, Map.of()), counts.numbers())
                            .forEach((part, told) -> cross(divided, strata.name(kind, part, places), told));
                }
            }
            return group;
        }

        /** A stratum for a part, and one for each kind of it. */
        private void cross(MeasureReportGroupStratifierComponent divided, CodeableConcept part, Breakdown told) {
            FhirFigures.tell(divided.addStratum().setValue(part), Population.INITIAL, told.total());
            each(told, (what, count) -> {
                var cell = divided.addStratum();
                cell.addComponent().setCode(divided.getCodeFirstRep().copy()).setValue(part.copy());
                cell.addComponent()
                        .setCode(definition.getCode().copy())
                        .setValue(strata.name(code(definition.getCode()), what, places));
                FhirFigures.tell(cell, Population.INITIAL, count);
            });
        }

        private MeasureReportGroupComponent spread(MeasureReportGroupComponent group) {
            var all = whole().values().stream().map(PathwayReport::histogram).reduce(Histogram.NONE, Histogram::plus);
            var whole = Spread.of(all, counts.numbers());
            FhirFigures.tell(group, Population.MEASURED, whole.counted());
            FhirFigures.tell(group, Population.EXCLUDED, whole.without());
            whole.figures()
                    .forEach((figure, number) ->
                            group.addExtension(FhirFigures.statistic(figure, BigDecimal.valueOf(number))));
            for (var stratifier : definition.getStratifier()) {
                var kind = code(stratifier.getCode());
                var divided = group.addStratifier().addCode(stratifier.getCode());
                var histograms = counted.getOrDefault(kind, Map.of()).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, part -> histogram(part.getValue())));
                Spread.division(histograms, counts.numbers()).forEach((part, spread) -> {
                    var stratum = divided.addStratum().setValue(strata.name(kind, part, places));
                    FhirFigures.tell(stratum, Population.MEASURED, spread.counted());
                    FhirFigures.tell(stratum, Population.EXCLUDED, spread.without());
                    spread.figures()
                            .forEach((figure, number) ->
                                    stratum.addExtension(FhirFigures.statistic(figure, BigDecimal.valueOf(number))));
                });
            }
            return group;
        }

        private Map<String, Map<String, Integer>> whole() {
            return counted.getOrDefault(Changes.ALL, Map.of(Changes.ALL, Map.of()));
        }
    }

    private static void each(Breakdown told, BiConsumer<String, ShownCount> teller) {
        told.named().forEach((what, count) -> teller.accept(what, new ShownCount.About(count)));
        told.rest().ifPresent(count -> teller.accept(ToldChange.OTHERS, count));
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
