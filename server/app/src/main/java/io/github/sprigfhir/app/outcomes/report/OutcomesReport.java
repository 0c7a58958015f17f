package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.outcomes.report.Names.Places;
import io.github.sprigfhir.app.platform.report.FhirCounts;
import io.github.sprigfhir.app.platform.report.FhirCounts.Population;
import io.github.sprigfhir.app.platform.report.Reported;
import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.outcomes.Figure;
import io.github.sprigfhir.domain.outcomes.Pairs;
import io.github.sprigfhir.domain.outcomes.ToldChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.springframework.stereotype.Component;

/** Reports how scores changed in the episodes that ended in a period. */
@Component
class OutcomesReport implements Reported {

    private static final double SURE = 0.975;

    private final Changes changes;
    private final MeasureBook book;
    private final Strata strata;
    private final FhirCounts counts;

    OutcomesReport(Changes changes, MeasureBook book, Strata strata, FhirCounts counts) {
        this.changes = changes;
        this.book = book;
        this.strata = strata;
        this.counts = counts;
    }

    @Override
    public String measure() {
        return "outcomes";
    }

    @Override
    public List<MeasureReportGroupComponent> groups(Measure definition, Asked asked) {
        var counted = changes.count(asked.first(), asked.last(), book.all(), strata.ages());
        var places = strata.places(parts("provider", counted), parts("referrer", counted));
        return book.all().stream()
                .filter(measured -> counted.containsKey(measured.key()))
                .map(measured -> group(measured, definition, counted.getOrDefault(measured.key(), Map.of()), places))
                .toList();
    }

    private static Set<String> parts(String kind, Map<String, Map<String, Map<String, Pairs>>> counted) {
        return counted.values().stream()
                .flatMap(kinds -> kinds.getOrDefault(kind, Map.of()).keySet().stream())
                .collect(Collectors.toSet());
    }

    private MeasureReportGroupComponent group(
            Measured measured, Measure definition, Map<String, Map<String, Pairs>> counted, Places places) {
        var whole =
                counted.getOrDefault(Changes.ALL, Map.of()).values().stream().reduce(Pairs.NONE, Pairs::plus);
        var told = ToldChange.of(whole, measured.range(), counts.numbers(), OutcomesReport::quantile);
        var group = new MeasureReportGroupComponent().setCode(measured.code());
        populations(told, (which, count) -> FhirFigures.tell(group, which, count));
        told.figures().forEach((figure, value) -> group.addExtension(FhirFigures.statistic(figure, value)));
        group.setMeasureScore(score(told));
        for (var stratifier : definition.getGroupFirstRep().getStratifier()) {
            var kind = stratifier.getCode().getCodingFirstRep().getCode();
            var divided = group.addStratifier().addCode(stratifier.getCode());
            ToldChange.division(
                            counted.getOrDefault(kind, Map.of()),
                            measured.range(),
                            counts.numbers(),
                            OutcomesReport::quantile)
                    .forEach((part, change) ->
                            stratum(divided.addStratum().setValue(strata.name(kind, part, places)), change));
        }
        return group;
    }

    private static void stratum(StratifierGroupComponent stratum, ToldChange told) {
        populations(told, (which, count) -> FhirFigures.tell(stratum, which, count));
        told.figures().forEach((figure, value) -> stratum.addExtension(FhirFigures.statistic(figure, value)));
        stratum.setMeasureScore(score(told));
    }

    private static double quantile(int freedom) {
        return TDistribution.of(freedom).inverseCumulativeProbability(SURE);
    }

    private static void populations(ToldChange told, BiConsumer<Population, ShownCount> write) {
        write.accept(Population.INITIAL, told.measured());
        write.accept(Population.MEASURED, told.paired());
        write.accept(Population.EXCLUDED, told.alone());
    }

    private static Quantity score(ToldChange told) {
        var change = told.figures().get(Figure.MEAN_CHANGE);
        return change == null ? new Quantity() : new Quantity().setValue(change);
    }
}
