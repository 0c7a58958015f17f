package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.outcomes.report.Names.Places;
import io.github.sprigfhir.app.platform.report.FhirCounts;
import io.github.sprigfhir.domain.outcomes.ToldChange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.springframework.stereotype.Component;

/** Names the parts into which a report divides people. */
@Component
class Strata {

    private static final String IG = "https://sprig-fhir.github.io/ig/CodeSystem/";
    private static final String UNKNOWN = "unknown";
    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";

    private static final Map<String, String> SYSTEMS = Map.of(
            "sex", "http://hl7.org/fhir/administrative-gender",
            "ethnicity", "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategory",
            "need", IG + "need-category",
            "unmet-need", IG + "need-category",
            "attendance", IG + "attendance",
            "service-attendance", IG + "attendance",
            "contact-mode", IG + "contact-mode");

    private final OutcomeReportSettings settings;
    private final Names names;

    Strata(OutcomeReportSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /** The first year of each age band but the youngest. */
    List<Integer> ages() {
        return settings.ageBands();
    }

    /** The names of the services and organisations among the parts. */
    Places places(Collection<String> services, Collection<String> organisations) {
        return names.places(services, organisations);
    }

    /** How a part is called. */
    CodeableConcept name(String kind, String part, Places places) {
        if (part.equals(ToldChange.OTHERS)) {
            return FhirCounts.term("others", "Others");
        }
        if (part.equals(UNKNOWN)) {
            return FhirCounts.term(UNKNOWN, "Unknown");
        }
        return switch (kind) {
            case "age-band" -> new CodeableConcept().setText(band(Integer.parseInt(part)));
            case "deprivation" -> new CodeableConcept().setText(part);
            case "provider", "service" -> places.service(part);
            case "referrer" -> places.organisation(part);
            case "end-reason" -> names.code(isNumber(part) ? BARS : IG + "handover-reason", part);
            default -> names.code(SYSTEMS.getOrDefault(kind, IG + "report-term"), part);
        };
    }

    /** Reasons of the Booking and Referral Standard are numbers, ours are words. */
    private static boolean isNumber(String code) {
        return code.chars().allMatch(Character::isDigit);
    }

    /** As 18-24, or 85 and over. */
    private String band(int number) {
        var ages = settings.ageBands();
        var from = number == 0 ? 0 : ages.get(number - 1);
        return number == ages.size() ? from + " and over" : "%d-%d".formatted(from, ages.get(number) - 1);
    }
}
