package io.github.sprigfhir.app.platform.writing;

import io.github.sprigfhir.app.platform.reference.RecordKinds;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.VerificationResult;

/** Says which Sprig profile a resource is held to, by its type and content and never by what it claims. */
final class ProfileSelection {

    private static final String BASE = "https://sprig-fhir.github.io/ig/";

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String PLEDGED = BASE + "StructureDefinition/pledged";
    private static final String REFERRED = "871731000000106";

    /** The codes of ValueSet/lifecycle; a test compares the two. */
    static final List<String> LIFECYCLE = List.of(
            "871691000000100", "871711000000103", REFERRED, "1084281000000109", "1362931000000106", "1362721000000106");

    /** The codes of ValueSet/ons4; a test compares the two. */
    static final List<String> ONS4 =
            List.of("ons4-life-satisfaction", "ons4-worthwhile", "ons4-happiness", "ons4-anxiety");

    /** The instruments that have a form, by the ids of their Questionnaires; a test compares it with these. */
    static final List<String> FORMS = List.of("ons4", "ons-loneliness", "phq-9", "gad-7", "ucla-3");

    private static final String CONDITIONS = "http://terminology.hl7.org/CodeSystem/condition-category";

    /** The codes of ValueSet/requirement-kind; a test compares the two. */
    static final List<String> REQUIREMENTS =
            List.of("reasonable-adjustment", "impairment", "mobility", "other-requirement");

    /** The codes of ValueSet/safeguarding-kind; a test compares the two. */
    static final List<String> SAFEGUARDING =
            List.of("safeguarding-concern", "looked-after-child", "unborn-child-protection-plan");

    /** The first row of its type that fits decides; a type without a row is not stored. */
    record Row(String type, Predicate<Resource> fits, String profile) {}

    static final List<Row> TABLE = List.of(
            always("Patient", "sprig-patient"),
            always("Practitioner", "sprig-practitioner"),
            when("PractitionerRole", role -> isRole(role, "link-worker"), "sprig-link-worker"),
            when("PractitionerRole", role -> isRole(role, "service-contact"), "sprig-service-contact"),
            always("PractitionerRole", "sprig-referrer"),
            always("Organization", "sprig-organization"),
            always("Location", "sprig-location"),
            when("HealthcareService", ProfileSelection::isLinkWorkerService, "sprig-link-worker-service"),
            always("HealthcareService", "sprig-community-service"),
            when("VerificationResult", result -> ((VerificationResult) result).hasExtension(PLEDGED), "sprig-pledge"),
            always("VerificationResult", "sprig-assurance"),
            when("ServiceRequest", ProfileSelection::isProposed, "sprig-offer"),
            when("ServiceRequest", ProfileSelection::isCodedAsReferral, "sprig-referral"),
            when("ServiceRequest", r -> ((ServiceRequest) r).hasBasedOn(), "sprig-onward-referral"),
            always("ServiceRequest", "sprig-referral"),
            always("Task", "sprig-handover"),
            when("Consent", ProfileSelection::isForResearch, "sprig-research-consent"),
            always("Consent", "sprig-sharing-consent"),
            when("Flag", r -> isAbout(r, REQUIREMENTS), "sprig-requirement"),
            when("Flag", r -> isAbout(r, SAFEGUARDING), "sprig-safeguarding"),
            always("Flag", "sprig-risk"),
            when("Condition", ProfileSelection::isOfTheProblemList, "sprig-problem"),
            always("Condition", "sprig-issue"),
            always("Composition", "sprig-clinical-summary"),
            when("Observation", ProfileSelection::isOfTheLifecycle, "sprig-lifecycle"),
            when("Observation", ProfileSelection::isOfAnUnmetNeed, "sprig-unmet-need"),
            when("Observation", ProfileSelection::isOfOns4, "sprig-outcome-ons4"),
            when("Observation", r -> isAbout(r, List.of("pregnancy")), "sprig-pregnancy"),
            when("Observation", r -> isAbout(r, List.of("assessment")), "sprig-assessment"),
            when("Observation", RecordKinds::isEntry, "sprig-social-context"),
            always("Observation", "sprig-outcome-score"),
            always("ObservationDefinition", "sprig-measure"),
            always("Encounter", "sprig-contact"),
            when("Communication", r -> isOfKind(r, "feedback"), "sprig-feedback"),
            when("Communication", r -> isOfKind(r, "stop"), "sprig-stop-notice"),
            always("Communication", "sprig-signposting"),
            always("Goal", "sprig-goal"),
            when("CarePlan", r -> isAbout(r, List.of("care-package")), "sprig-care-package"),
            when("CarePlan", r -> isAbout(r, List.of("requested-actions")), "sprig-requested-actions"),
            always("CarePlan", "sprig-support-plan"),
            always("Provenance", "sprig-provenance"),
            when("QuestionnaireResponse", r -> answers(r, FORMS), "sprig-outcome-response"),
            when("QuestionnaireResponse", r -> answers(r, List.of("about-me")), "sprig-about-me"),
            always("QuestionnaireResponse", "sprig-experience"),
            always("Subscription", "sprig-subscription"));

    private ProfileSelection() {}

    static Optional<String> profileOf(Resource resource) {
        var type = resource.fhirType();
        return TABLE.stream()
                .filter(row -> row.type().equals(type) && row.fits().test(resource))
                .map(Row::profile)
                .findFirst();
    }

    private static Row always(String type, String id) {
        return when(type, resource -> true, id);
    }

    private static Row when(String type, Predicate<Resource> fits, String id) {
        return new Row(type, fits, BASE + "StructureDefinition/" + id);
    }

    private static boolean isRole(Resource role, String wanted) {
        return ((PractitionerRole) role)
                .getCode().stream().anyMatch(code -> holds(code, BASE + "CodeSystem/role", wanted));
    }

    private static boolean isLinkWorkerService(Resource service) {
        return ((HealthcareService) service)
                .getCategory().stream()
                        .anyMatch(code -> holds(code, BASE + "CodeSystem/service-category", "link-worker-service"));
    }

    private static boolean isProposed(Resource request) {
        return ((ServiceRequest) request).getIntent() == ServiceRequest.ServiceRequestIntent.PROPOSAL;
    }

    private static boolean isCodedAsReferral(Resource request) {
        return holds(((ServiceRequest) request).getCode(), SNOMED, REFERRED);
    }

    private static boolean isOfTheLifecycle(Resource observation) {
        return LIFECYCLE.stream().anyMatch(code -> holds(((Observation) observation).getCode(), SNOMED, code));
    }

    private static boolean isOfAnUnmetNeed(Resource observation) {
        return holds(((Observation) observation).getCode(), BASE + "CodeSystem/observation-kind", "unmet-need");
    }

    private static boolean isOfOns4(Resource observation) {
        return ONS4.stream()
                .anyMatch(code ->
                        holds(((Observation) observation).getCode(), BASE + "CodeSystem/outcome-measure", code));
    }

    /** Whichever version of the form it names: that is another rule's business. */
    private static boolean answers(Resource answers, List<String> forms) {
        var form = String.valueOf(((QuestionnaireResponse) answers).getQuestionnaire());
        return forms.stream()
                .map(id -> BASE + "Questionnaire/" + id)
                .anyMatch(url -> form.equals(url) || form.startsWith(url + "|"));
    }

    private static boolean isAbout(Resource entry, List<String> kinds) {
        return RecordKinds.of(entry).anyMatch(kinds::contains);
    }

    private static boolean isOfTheProblemList(Resource problem) {
        return ((Condition) problem)
                .getCategory().stream().anyMatch(category -> holds(category, CONDITIONS, "problem-list-item"));
    }

    private static boolean isOfKind(Resource communication, String code) {
        return ((Communication) communication)
                .getCategory().stream().anyMatch(kind -> holds(kind, BASE + "CodeSystem/communication-kind", code));
    }

    private static boolean isForResearch(Resource consent) {
        return holds(((Consent) consent).getScope(), "http://terminology.hl7.org/CodeSystem/consentscope", "research");
    }

    private static boolean holds(CodeableConcept concept, String system, String code) {
        return concept.hasCoding(system, code);
    }
}
