package io.github.sprigfhir.app.platform.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;

/** A report is read as a page and as a table; whatever it is about, both are text and nothing else. */
class ReportPageTest {

    private static final String STATISTIC = "https://sprig-fhir.github.io/ig/StructureDefinition/report-statistic";
    private static final String HOSTILE = "=1+1,\"<script>alert(1)</script>\"";

    @Test
    void aPageShowsEveryLineWithItsInterval() throws IOException {
        var page = new ReportPage(terms()).of(measure(), report());
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "report-page.html"), page);

        assertThat(page)
                .contains("<title>Outcomes, 2026-07-01 to 2026-09-30</title>")
                .contains("<h2>ONS4 happiness</h2>", "<caption>By sex</caption>", ">Mean change</th>", ">masked</td>")
                .contains("aria-label=\"95 % confidence interval of the mean change: 0.5 to 1.5\"")
                .contains("class=\"span\"", "class=\"mark\"", "class=\"zero\"")
                .doesNotContain("th:text", "<script");
    }

    @Test
    void whatAPartIsCalledIsTextInThePage() {
        assertThat(new ReportPage(terms()).of(measure(), report())).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aTableHasALineForEverybodyAndOneForEachPart() {
        assertThat(ReportCsv.of(report()).lines())
                .containsExactly(
                        "measure,period-start,period-end,group,divided-by,part,kind,"
                                + "initial-population,measure-population,mean-change,change-low,change-high",
                        "https://m.example|1,2026-07-01,2026-09-30,ONS4 happiness,,,,60,50,1.0,0.5,1.5",
                        "https://m.example|1,2026-07-01,2026-09-30,ONS4 happiness,Sex,Female,,masked,30,-1.5,-2.0,-1.0",
                        "https://m.example|1,2026-07-01,2026-09-30,ONS4 happiness,Sex,"
                                + "\"'=1+1,\"\"<script>alert(1)</script>\"\"\",,masked,20,2.0,1.0,3.0");
    }

    @Test
    void ofNothingThereIsAPageThatSaysSo() {
        assertThat(new ReportPage(terms()).of(measure(), report().setGroup(List.of())))
                .contains("Nothing is on record for this period.");
    }

    private static CodeSystem terms() {
        var terms = new CodeSystem();
        terms.addConcept().setCode("mean-change").setDisplay("Mean change");
        return terms;
    }

    private static Measure measure() {
        return new Measure().setTitle("Outcomes").setDescription("How scores changed.");
    }

    private static MeasureReport report() {
        var report = new MeasureReport()
                .setMeasure("https://m.example|1")
                .setDateElement(new DateTimeType("2026-10-29T09:00:00Z"))
                .setPeriod(new Period()
                        .setStartElement(new DateTimeType("2026-07-01"))
                        .setEndElement(new DateTimeType("2026-09-30")));
        var group = report.addGroup().setCode(new CodeableConcept().setText("ONS4 happiness"));
        group.addPopulation().setCode(population("initial-population")).setCount(60);
        group.addPopulation().setCode(population("measure-population")).setCount(50);
        figures(group, "1.0", "0.5", "1.5");
        var sexes = group.addStratifier().addCode(new CodeableConcept().setText("Sex"));
        var female = sexes.addStratum().setValue(new CodeableConcept().setText("Female"));
        female.addPopulation().setCode(population("initial-population")).setCountElement(masked());
        female.addPopulation().setCode(population("measure-population")).setCount(30);
        figures(female, "-1.5", "-2.0", "-1.0");
        var hostile = sexes.addStratum().setValue(new CodeableConcept().setText(HOSTILE));
        hostile.addPopulation().setCode(population("initial-population")).setCountElement(masked());
        hostile.addPopulation().setCode(population("measure-population")).setCount(20);
        figures(hostile, "2.0", "1.0", "3.0");
        return report;
    }

    private static void figures(Element part, String mean, String low, String high) {
        figure(part, "mean-change", mean);
        figure(part, "change-low", low);
        figure(part, "change-high", high);
    }

    private static void figure(Element part, String code, String value) {
        var statistic = new Extension(STATISTIC);
        statistic.addExtension("code", new Coding().setCode(code));
        statistic.addExtension("value", new DecimalType(new BigDecimal(value)));
        part.addExtension(statistic);
    }

    private static CodeableConcept population(String code) {
        return new CodeableConcept(new Coding().setCode(code));
    }

    private static IntegerType masked() {
        var count = new IntegerType();
        count.addExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", new CodeType("masked"));
        return count;
    }
}
