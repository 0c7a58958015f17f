package io.github.sprigfhir.app.platform.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/**
 * A line of a report as a table: what a group, or a stratum of it, says.
 *
 * @param group what is counted
 * @param by what people are divided by; empty for everybody
 * @param part the part; empty for everybody
 * @param kind which kind of what is counted; empty for all kinds
 * @param values counts by the code of their population, then statistics by theirs; a count that is not told is
 *     {@value #MASKED}
 */
record ReportRow(String group, String by, String part, String kind, Map<String, String> values) {

    static final String MASKED = "masked";
    private static final String STATISTIC = "https://sprig-fhir.github.io/ig/StructureDefinition/report-statistic";

    ReportRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All lines of a report, in its order. */
    static List<ReportRow> of(MeasureReport report) {
        return report.getGroup().stream().flatMap(group -> of(group).stream()).toList();
    }

    private static List<ReportRow> of(MeasureReportGroupComponent group) {
        var rows = new ArrayList<ReportRow>();
        var name = name(group.getCode());
        var values = new LinkedHashMap<String, String>();
        group.getPopulation().forEach(count -> count(values, count.getCode(), count.getCountElement()));
        statistics(values, group);
        rows.add(new ReportRow(name, "", "", "", values));
        for (var stratifier : group.getStratifier()) {
            stratifier.getStratum().forEach(stratum -> rows.add(of(group.getCode(), stratifier, stratum)));
        }
        return rows;
    }

    private static ReportRow of(
            CodeableConcept group, MeasureReportGroupStratifierComponent stratifier, StratifierGroupComponent stratum) {
        var values = new LinkedHashMap<String, String>();
        stratum.getPopulation().forEach(count -> count(values, count.getCode(), count.getCountElement()));
        statistics(values, stratum);
        var by = stratifier.getCodeFirstRep();
        if (stratum.hasComponent()) {
            var parts = stratum.getComponent();
            return new ReportRow(
                    name(group),
                    name(by),
                    name(parts.get(0).getValue()),
                    name(parts.get(1).getValue()),
                    values);
        }
        return by.equalsDeep(group)
                ? new ReportRow(name(group), "", "", name(stratum.getValue()), values)
                : new ReportRow(name(group), name(by), name(stratum.getValue()), "", values);
    }

    private static void count(Map<String, String> values, CodeableConcept population, IntegerType count) {
        values.put(population.getCodingFirstRep().getCode(), count.hasValue() ? count.getValueAsString() : MASKED);
    }

    private static void statistics(Map<String, String> values, Element part) {
        for (var statistic : part.getExtensionsByUrl(STATISTIC)) {
            if (statistic.getExtensionByUrl("code").getValue() instanceof Coding code
                    && statistic.getExtensionByUrl("value").getValue() instanceof DecimalType value) {
                values.put(code.getCode(), value.getValueAsString());
            }
        }
    }

    private static String name(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : concept.getCoding().stream()
                        .map(coding -> coding.hasDisplay() ? coding.getDisplay() : coding.getCode())
                        .limit(1)
                        .collect(Collectors.joining());
    }
}
