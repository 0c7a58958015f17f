package io.github.sprigfhir.app.running;

import java.util.List;

/** Sends the published example transactions, told anew about one test's own person. */
final class Story {

    static final String PRACTICE = "https://fellside-surgery.example/id";
    static final String LINK_WORKERS = "https://dale-link-workers.example/id";
    static final String NETWORK = "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|U99001";
    static final String TRUST =
            "Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999001";

    private final Server server;
    private final Person person;

    private Story(Server server, Person person) {
        this.server = server;
        this.person = person;
    }

    /** Makes sure that the directory of the story is there; it may be sent again and again. */
    static Story about(Person person, Server server) {
        server.transaction(server.published("Bundle-example-directory.json")).hasStatus(200);
        return new Story(server, person);
    }

    /** What {@code REFERRAL-1} of the examples is called in this story. */
    String identifier(String kind) {
        return kind + "-" + person.number();
    }

    String gpReferral() {
        return toldAnew("Bundle-example-gp-referral.json");
    }

    String offer() {
        return toldAnew("Bundle-example-offer.json");
    }

    /** The first meeting and the goal; needs the referral. */
    String contact() {
        return toldAnew("Bundle-example-contact.json");
    }

    /** What was agreed at the first meeting; needs the contact. */
    String supportPlan() {
        return toldAnew("Bundle-example-support-plan.json");
    }

    String onwardReferral() {
        return toldAnew("Bundle-example-onward-referral.json");
    }

    String exitOutcome() {
        return toldAnew("Bundle-example-exit-outcome.json");
    }

    /** Answers to the PHQ-9, for which the server reckons the score; needs the referral. */
    String answers(Referral referral) {
        return server.published("QuestionnaireResponse-example-answers.json")
                .replace("ANSWERS-1", identifier("ANSWERS"))
                .replace("ServiceRequest/example-referral", referral.serviceRequest())
                .replace("Patient/example-patient", referral.patient())
                .replace(
                        "PractitionerRole/example-link-worker-role",
                        "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030");
    }

    /**
     * The GP refers; what was stored, in the order of the transaction. The person then agrees that the charity of the
     * story may know of them too, so that a test can hand them over as it likes.
     */
    Referral refer() {
        var referral = referOnly();
        server.post(
                        "Consent",
                        consent("TRUST", TRUST, "2026-09-07T10:06:00+01:00"),
                        "If-None-Exist",
                        "identifier=%s%%7C%s".formatted(LINK_WORKERS, identifier("TRUST")))
                .hasStatus(200, 201);
        return referral;
    }

    /** The GP refers, and the person has agreed to no more than that. */
    Referral referOnly() {
        return new Referral(server.transaction(gpReferral()).locations());
    }

    /** The GP refers, on a server that wants to know who does. */
    Referral referredBy(Server gp) {
        return new Referral(gp.transaction(gpReferral()).locations());
    }

    /** A consent of the person that lets one organisation know of them for their care. */
    String consent(String kind, String organisation, String dateTime) {
        return """
                {"resourceType": "Consent",
                 "identifier": [{"system": "%s", "value": "%s"}],
                 "status": "active",
                 "scope": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "patient-privacy"}]},
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IDSCL"}]}],
                 "patient": {"reference": "%s"},
                 "dateTime": "%s",
                 "performer": [{"reference": "%s"}],
                 "policyRule": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "OPTIN"}]},
                 "provision": {
                   "type": "permit",
                   "period": {"start": "2026-09-07"},
                   "actor": [{"role": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "code": "IRCP"}]},
                              "reference": {"reference": "%s"}}],
                   "purpose": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "TREAT"}]}}
                """.formatted(LINK_WORKERS, identifier(kind), patient(), dateTime, patient(), organisation);
    }

    /** How the person is referred to. */
    String patient() {
        return "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|" + person.nhsNumber();
    }

    /** An example that a test changes before it sends it. */
    String toldAnew(String example) {
        return server.published(example)
                .replace("9990000107", person.nhsNumber())
                .replace("Examplewood", person.family())
                .replace("1948-03-07", person.birthDate())
                .replace("Since my sister died I hardly see a soul from one week to the next.", person.ownWords())
                .replace("CONSENT-1", identifier("CONSENT"))
                .replace("RISK-1", identifier("RISK"))
                .replace("REFERRAL-1", identifier("REFERRAL"))
                .replace("HANDOVER-1", identifier("HANDOVER"))
                .replace("OFFER-1", identifier("OFFER"))
                .replace("GOAL-1", identifier("GOAL"))
                .replace("PLAN-1", identifier("PLAN"))
                .replace("SIGNPOSTING-1", identifier("SIGNPOSTING"))
                .replace("CONTACT-", identifier("CONTACT") + "-")
                .replace("OUTCOME-", identifier("OUTCOME") + "-");
    }

    /** Where the five resources of a stored GP referral are, as type and id. */
    record Referral(String patient, String consent, String flag, String serviceRequest, String task) {

        static Referral of(List<String> locations) {
            return new Referral(locations);
        }

        private Referral(List<String> locations) {
            this(locations.get(0), locations.get(1), locations.get(2), locations.get(3), locations.get(4));
        }
    }
}
