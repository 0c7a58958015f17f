package io.github.sprigfhir.app.directory.experience;

import io.github.sprigfhir.app.directory.experience.Experiences.Counted;
import io.github.sprigfhir.app.platform.report.FhirCounts;
import io.github.sprigfhir.app.platform.report.Reported;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.springframework.stereotype.Component;

/** Reports how people rated one service. */
@Component
class ExperienceReport implements Reported {

    private static final String RATINGS = "https://sprig-fhir.github.io/ig/CodeSystem/experience-rating";

    private final Experiences experiences;
    private final FhirCounts counts;

    ExperienceReport(Experiences experiences, FhirCounts counts) {
        this.experiences = experiences;
        this.counts = counts;
    }

    @Override
    public String measure() {
        return "service-experience";
    }

    @Override
    public boolean isAboutOneService() {
        return true;
    }

    @Override
    public List<MeasureReportGroupComponent> groups(Measure definition, Asked asked) {
        var counted = experiences.count(asked.service().orElseThrow(), asked.first(), asked.last());
        var ratings = sums(counted, one -> String.valueOf(one.rating()));
        var rating = FhirCounts.group(
                FhirCounts.term("rating", "Rating"),
                FhirCounts.term("rating", "Rating"),
                counts.distribution(ratings),
                code -> new CodeableConcept(new Coding().setSystem(RATINGS).setCode(code)),
                FhirCounts.term("others", "Others"));
        var sum = counted.stream().mapToInt(one -> one.rating() * one.count()).sum();
        counts.mean(sum, ratings.values().stream().mapToInt(Integer::intValue).sum())
                .ifPresent(mean -> rating.setMeasureScore(new Quantity().setValue(mean)));
        var said = counted.stream().filter(one -> one.recommends().isPresent()).toList();
        var recommend = FhirCounts.group(
                FhirCounts.term("recommend", "Would recommend"),
                FhirCounts.term("recommend", "Would recommend"),
                counts.distribution(sums(said, one -> one.recommends().orElseThrow() ? "yes" : "no")),
                code -> FhirCounts.term(code, code.equals("yes") ? "Yes" : "No"),
                FhirCounts.term("others", "Others"));
        return List.of(rating, recommend);
    }

    private static Map<String, Integer> sums(List<Counted> counted, Function<Counted, String> part) {
        return counted.stream().collect(Collectors.toMap(part, Counted::count, Integer::sum));
    }
}
