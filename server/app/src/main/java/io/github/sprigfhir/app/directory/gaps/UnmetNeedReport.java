package io.github.sprigfhir.app.directory.gaps;

import io.github.sprigfhir.app.platform.report.FhirCounts;
import io.github.sprigfhir.app.platform.report.Reported;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.springframework.stereotype.Component;

/** Reports how often each need was unmet, and where. */
@Component
class UnmetNeedReport implements Reported {

    private final UnmetNeeds needs;
    private final FhirCounts counts;

    UnmetNeedReport(UnmetNeeds needs, FhirCounts counts) {
        this.needs = needs;
        this.counts = counts;
    }

    @Override
    public String measure() {
        return "unmet-need";
    }

    @Override
    public List<MeasureReportGroupComponent> groups(Measure definition, Asked asked) {
        var counted = needs.count(asked.first(), asked.last());
        return definition.getGroup().stream()
                .map(Measure.MeasureGroupComponent::getCode)
                .map(need -> FhirCounts.group(
                        need.copy(),
                        FhirCounts.term("area", "Area"),
                        counts.breakDown(counted.getOrDefault(code(need), Map.of())),
                        UnmetNeedReport::area,
                        FhirCounts.term("elsewhere", "Elsewhere")))
                .toList();
    }

    private static String code(CodeableConcept need) {
        return need.getCoding().stream()
                .filter(coding -> FhirUnmetNeed.NEEDS.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .orElseThrow();
    }

    private static CodeableConcept area(String name) {
        return name.equals(HomeArea.UNKNOWN) ? FhirCounts.term(name, "Unknown") : new CodeableConcept().setText(name);
    }
}
