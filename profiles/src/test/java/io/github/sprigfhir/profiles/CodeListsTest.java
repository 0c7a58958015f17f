package io.github.sprigfhir.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value sets hold exactly the codes that the domain names. */
class CodeListsTest {

    private static final String OURS = "https://sprig-fhir.github.io/ig/CodeSystem/";

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', textBlock = """
            need-category | %need-category | loneliness-isolation mental-wellbeing physical-activity healthy-weight-food long-term-condition money-debt-benefits housing-homelessness employment-volunteering education-skills caring-responsibilities parenting-family bereavement domestic-abuse substance-use legal-advice immigration transport-access digital-inclusion food-fuel-poverty arts-culture-nature practical-help-home safety-crime social-care other
            handover-reason | https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars | 21 22 23 24 26 27 31 32 40 41 42 99
            handover-reason | %handover-reason | duplicate consent-withdrawn consent-expired did-not-attend moved-away deceased escalated-to-gp insufficient-assurance no-suitable-service
            handover-status | http://hl7.org/fhir/task-status | requested received accepted rejected in-progress on-hold completed failed cancelled
            referral-code | http://snomed.info/sct | 871731000000106
            onward-referral-code | http://snomed.info/sct | 390893007
            risk | http://snomed.info/sct | 766561000000109 861931000000100
            lifecycle | http://snomed.info/sct | 871691000000100 871711000000103 871731000000106 1084281000000109 1362931000000106 1362721000000106
            offer-status | http://hl7.org/fhir/request-status | active completed revoked
            representative-authority | %representative-authority | parental-responsibility lasting-power-of-attorney court-appointed-deputy best-interests
            engagement-level | %engagement-level | light medium holistic
            handover-flag | %handover-flag | did-not-attend-twice on-waiting-list
            non-attendance-action | %non-attendance-action | contact-person tell-link-worker tell-referrer close
            contact-mode | %contact-mode | in-person home-visit telephone video message group
            contact-status | http://hl7.org/fhir/encounter-status | planned finished cancelled
            attendance | %attendance | attended did-not-attend
            feedback-outcome | http://hl7.org/fhir/task-status | rejected completed failed cancelled
            change | http://terminology.hl7.org/CodeSystem/v3-DataOperation | CREATE UPDATE DELETE
            outcome-point | %outcome-point | baseline review exit follow-up
            assurance-level | %assurance-level | 1 2 3
            assurance-measure | %assurance-measure | data-protection safeguarding-dbs insurance health-safety-risk lone-working financial equality governing-document pathway skills-experience first-aid mental-health-first-aid user-experience
            unmet-need-status | http://hl7.org/fhir/observation-status | final amended cancelled entered-in-error
            experience-status | http://hl7.org/fhir/questionnaire-answers-status | completed amended entered-in-error
            experience-rating | %experience-rating | 1 2 3 4 5
            outcome-direction | %outcome-direction | higher-better lower-better
            outcome-change | %outcome-change | reliably-better no-reliable-change reliably-worse better same worse
            scoring-rule | %scoring-rule | given sum table
            outcome-instrument | %outcome-instrument | ons4 ons-loneliness phq-9 gad-7 ucla-3 swemwbs wemwbs pam eq-5d-5l mycaw outcomes-star goal-based-outcomes de-jong-gierveld-6 wsas
            statistic | %report-term | mean-before mean-after mean-change change-low change-high effect-dz effect-dav effect-baseline improved unchanged deteriorated no-follow-up lower-quartile median upper-quartile
            goal-achievement | http://terminology.hl7.org/CodeSystem/goal-achievement | in-progress improving worsening no-change achieved sustaining not-achieved no-progress not-attainable
            support-plan-status | http://hl7.org/fhir/request-status | draft active on-hold revoked completed entered-in-error
            ons4 | %outcome-measure | ons4-life-satisfaction ons4-worthwhile ons4-happiness ons4-anxiety
            """)
    void aValueSetHoldsTheCodesOfTheDomain(String valueSet, String system, String codes) {
        assertEquals(List.of(codes.split(" ")), codesIn(valueSet, system.replace("%", OURS)));
    }

    private static List<String> codesIn(String id, String system) {
        ValueSet valueSet = Artefacts.OURS.example(ValueSet.class, id);
        return valueSet.getCompose().getInclude().stream()
                .filter(include -> system.equals(include.getSystem()))
                .flatMap(CodeListsTest::codesOf)
                .toList();
    }

    /** An include that lists nothing stands for its whole code system. */
    private static Stream<String> codesOf(ConceptSetComponent include) {
        if (include.hasConcept()) {
            return include.getConcept().stream().map(ConceptReferenceComponent::getCode);
        }
        return Artefacts.OURS
                .all(CodeSystem.class)
                .filter(s -> Objects.equals(s.getUrl(), include.getSystem()))
                .flatMap(s -> s.getConcept().stream())
                .map(CodeSystem.ConceptDefinitionComponent::getCode);
    }
}
