package io.github.sprigfhir.app.platform.report;

import io.github.sprigfhir.domain.kernel.Breakdown;
import io.github.sprigfhir.domain.kernel.ShownCount;
import io.github.sprigfhir.domain.kernel.SmallNumbers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.springframework.stereotype.Component;

/**
 * Writes counts into a MeasureReport as far as they are told: one that is masked has no value and says so by HL7's
 * extension for absent data.
 */
@Component
public class FhirCounts {

    private static final String MASKED = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String TERMS = "https://sprig-fhir.github.io/ig/CodeSystem/report-term";
    private static final Coding POPULATION = new Coding(
            "http://terminology.hl7.org/CodeSystem/measure-population", "initial-population", "Initial Population");

    private final SmallNumbers numbers;

    FhirCounts(ReportSettings settings) {
        this.numbers = settings.numbers();
    }

    /** What is told of parts and of their sum. */
    public Breakdown breakDown(Map<String, Integer> parts) {
        return numbers.breakDown(parts);
    }

    /** What is told of parts that everybody knows, and of their sum. */
    public Breakdown distribution(Map<String, Integer> parts) {
        return numbers.distribution(parts);
    }

    /** The mean of so many values, to the nearest half; none where it is not told. */
    public Optional<BigDecimal> mean(int sum, int count) {
        return numbers.mean(sum, count);
    }

    /** A code of the terms in which reports speak. */
    public static CodeableConcept term(String code, String display) {
        return new CodeableConcept(new Coding(TERMS, code, display));
    }

    /**
     * A group of a report.
     *
     * @param stratifier what the parts are
     * @param name how a part is called
     * @param rest how those are called that are not named
     */
    public static MeasureReportGroupComponent group(
            CodeableConcept code,
            CodeableConcept stratifier,
            Breakdown told,
            Function<String, CodeableConcept> name,
            CodeableConcept rest) {
        var group = new MeasureReportGroupComponent().setCode(code);
        group.addPopulation().setCode(population()).setCountElement(count(told.total()));
        var strata = group.addStratifier().addCode(stratifier);
        told.named()
                .forEach((part, count) -> stratum(strata.addStratum(), name.apply(part), new ShownCount.About(count)));
        told.rest().ifPresent(count -> stratum(strata.addStratum(), rest, count));
        return group;
    }

    private static void stratum(StratifierGroupComponent stratum, CodeableConcept value, ShownCount count) {
        stratum.setValue(value).addPopulation().setCode(population()).setCountElement(count(count));
    }

    private static CodeableConcept population() {
        return new CodeableConcept(POPULATION.copy());
    }

    private static IntegerType count(ShownCount count) {
        if (count instanceof ShownCount.About about) {
            return new IntegerType(about.count());
        }
        var masked = new IntegerType();
        masked.addExtension(MASKED, new CodeType("masked"));
        return masked;
    }
}
