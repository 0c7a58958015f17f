package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.platform.report.FhirCounts;
import io.github.sprigfhir.app.platform.report.FhirCounts.Population;
import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.outcomes.Figure;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** Writes counts and figures about some people into the group or the stratum of a MeasureReport. */
final class FhirFigures {

    private static final String STATISTIC = "https://sprig-fhir.github.io/ig/StructureDefinition/report-statistic";

    private FhirFigures() {}

    static void tell(MeasureReportGroupComponent group, Population which, ShownCount count) {
        group.addPopulation().setCode(FhirCounts.population(which)).setCountElement(FhirCounts.count(count));
    }

    static void tell(StratifierGroupComponent stratum, Population which, ShownCount count) {
        stratum.addPopulation().setCode(FhirCounts.population(which)).setCountElement(FhirCounts.count(count));
    }

    /** As an extension: MeasureReport has room for one score alone. */
    static Extension statistic(Figure figure, BigDecimal value) {
        var statistic = new Extension(STATISTIC);
        statistic.addExtension(
                "code", FhirCounts.term(figure.code(), figure.display()).getCodingFirstRep());
        statistic.addExtension("value", new DecimalType(value));
        return statistic;
    }
}
