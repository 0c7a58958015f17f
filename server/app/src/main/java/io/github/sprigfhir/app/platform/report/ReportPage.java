package io.github.sprigfhir.app.platform.report;

import io.github.sprigfhir.app.platform.report.LineChart.Scale;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a report as a page that can be read, printed and sent on: tables, with a bar or an interval beside each line. */
final class ReportPage {

    private static final String EVERYBODY = "Everybody";
    private static final String COUNTED = "initial-population";
    private static final String MEASURED = "measure-population";
    private static final String LEFT_OUT = "measure-population-exclusion";

    private final TemplateEngine engine = new TemplateEngine();
    private final Map<String, String> names;

    /** @param terms the terms of reports, by which their columns are called */
    ReportPage(CodeSystem terms) {
        var pages = new ClassLoaderTemplateResolver();
        pages.setSuffix(".html");
        pages.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(pages);
        names = terms.getConcept().stream()
                .collect(Collectors.toMap(
                        CodeSystem.ConceptDefinitionComponent::getCode,
                        CodeSystem.ConceptDefinitionComponent::getDisplay));
    }

    String of(Measure measure, MeasureReport report) {
        var groups = new LinkedHashMap<String, List<Map<String, Object>>>();
        ReportRow.of(report).stream()
                .collect(Collectors.groupingBy(ReportRow::group, LinkedHashMap::new, Collectors.toList()))
                .forEach((group, rows) -> groups.put(group, tables(rows)));
        var context = new Context(Locale.UK);
        context.setVariable("measure", measure);
        context.setVariable("report", report);
        context.setVariable("groups", groups);
        return engine.process("report-page", context);
    }

    /** As maps, because the template can read no records. */
    private List<Map<String, Object>> tables(List<ReportRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(ReportRow::by, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(division -> table(division.getKey(), division.getValue()))
                .toList();
    }

    private Map<String, Object> table(String by, List<ReportRow> rows) {
        var figures = new LinkedHashSet<String>();
        rows.forEach(row -> figures.addAll(row.values().keySet()));
        var scale = LineChart.scaleOf(rows);
        return Map.of(
                "heading",
                by.isEmpty() ? EVERYBODY : "By " + by.substring(0, 1).toLowerCase(Locale.UK) + by.substring(1),
                "kinds",
                rows.stream().anyMatch(row -> !row.kind().isEmpty()),
                "columns",
                figures.stream().map(this::column).toList(),
                "lines",
                rows.stream().map(row -> line(row, figures, scale)).toList());
    }

    private static Map<String, Object> line(ReportRow row, Collection<String> figures, Optional<Scale> scale) {
        var line = new HashMap<String, Object>();
        line.put("part", row.part().isEmpty() && row.kind().isEmpty() ? EVERYBODY : row.part());
        line.put("kind", row.kind());
        line.put(
                "cells",
                figures.stream()
                        .map(figure -> row.values().getOrDefault(figure, "–"))
                        .toList());
        scale.flatMap(known -> known.draw(row)).ifPresent(chart -> {
            line.put("from", chart.from());
            line.put("width", chart.width());
            line.put("zero", chart.zero());
            line.put("text", chart.text());
            chart.mark().ifPresent(mark -> line.put("mark", mark));
        });
        return line;
    }

    private String column(String figure) {
        return switch (figure) {
            case COUNTED -> "Counted";
            case MEASURED -> "n";
            case LEFT_OUT -> "Left out";
            default -> names.getOrDefault(figure, figure);
        };
    }

    static Optional<BigDecimal> number(ReportRow row, String figure) {
        return Optional.ofNullable(row.values().get(figure))
                .filter(text -> !text.equals(ReportRow.MASKED))
                .map(BigDecimal::new);
    }
}
