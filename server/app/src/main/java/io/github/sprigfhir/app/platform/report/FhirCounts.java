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
    private static final String POPULATIONS = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String TERMS = "https://sprig-fhir.github.io/ig/CodeSystem/report-term";
    private final SmallNumbers numbers;

    FhirCounts(ReportSettings settings) {
        this.numbers = settings.numbers();
    }

    /** The scheme's rule for small numbers. */
    public SmallNumbers numbers() {
        return numbers;
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
        group.addPopulation().setCode(population(Population.INITIAL)).setCountElement(count(told.total()));
        var strata = group.addStratifier().addCode(stratifier);
        told.named()
                .forEach((part, count) -> stratum(strata.addStratum(), name.apply(part), new ShownCount.About(count)));
        told.rest().ifPresent(count -> stratum(strata.addStratum(), rest, count));
        return group;
    }

    private static void stratum(StratifierGroupComponent stratum, CodeableConcept value, ShownCount count) {
        stratum.setValue(value)
                .addPopulation()
                .setCode(population(Population.INITIAL))
                .setCountElement(count(count));
    }

    /** The populations that are counted, as HL7 calls them. */
    public enum Population {
        INITIAL("initial-population", "Initial Population"),
        MEASURED("measure-population", "Measure Population"),
        EXCLUDED("measure-population-exclusion", "Measure Population Exclusion");

        private final String code;
        private final String display;

        Population(String code, String display) {
            this.code = code;
            this.display = display;
        }
    }

    public static CodeableConcept population(Population which) {
        return new CodeableConcept(new Coding(POPULATIONS, which.code, which.display));
    }

    /** A count as far as it is told. */
    public static IntegerType count(ShownCount count) {
        if (count instanceof ShownCount.About about) {
            return new IntegerType(about.count());
        }
        var masked = new IntegerType();
        masked.addExtension(MASKED, new CodeType("masked"));
        return masked;
    }
}
