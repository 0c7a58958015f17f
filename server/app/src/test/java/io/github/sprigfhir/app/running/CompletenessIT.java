package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What of the Social Prescribing Information Standard is on record, and what a referral must have. */
@GuardedServer
class CompletenessIT {

    private static final String DEMAND = "https://sprig-fhir.github.io/ig/StructureDefinition/record-demand";

    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Story story;

    CompletenessIT(@LocalServerPort int port) {
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        story = Story.about(Person.next(), admin);
    }

    @Test
    void itSaysOfEveryRowHowItStands() {
        var referral = story.referredBy(gp);
        var entries = new Entries(gp, referral);

        var before = completeness(gp, referral);
        gp.post("QuestionnaireResponse", entries.ofThePractice("QuestionnaireResponse-example-about-me"))
                .hasStatus(201);
        gp.post("Observation", entries.ofThePractice("Observation-example-household"))
                .hasStatus(201);
        var after = completeness(gp, referral);

        assertThat(((BooleanType) before.getParameter("complete").getValue()).booleanValue())
                .isTrue();
        assertThat(states(before)).hasSize(355);
        assertThat(states(before))
                .containsEntry(4, "present")
                .containsEntry(59, "present")
                .containsEntry(61, "missing")
                .containsEntry(63, "not-asked")
                .containsEntry(125, "present")
                .containsEntry(136, "present")
                .containsEntry(148, "present")
                .containsEntry(182, "not-asked")
                .containsEntry(289, "none-stated")
                .containsEntry(294, "present");
        assertThat(states(after))
                .containsEntry(61, "present")
                .containsEntry(63, "present")
                .containsEntry(64, "missing")
                .containsEntry(65, "not-asked")
                .containsEntry(195, "present");
        assertThat(part(rows(before).get(60), "text")).isEqualTo("About me: not on record; send it if it is known.");
        assertThat(before.getParameter("summary").getValue().primitiveValue())
                .startsWith("Everything mandatory is on record.");
    }

    @Test
    void eachIsToldOfWhatTheySee() {
        var referral = story.referredBy(gp);
        linkWorker.transaction(story.contact()).hasStatus(200);
        linkWorker.transaction(story.supportPlan()).hasStatus(200);

        assertThat(states(completeness(linkWorker, referral)))
                .containsEntry(154, "present")
                .containsEntry(302, "present")
                .containsEntry(311, "present")
                .containsEntry(316, "present")
                .containsEntry(351, "present")
                .containsEntry(318, "present");
        assertThat(states(completeness(gp, referral)))
                .containsEntry(154, "missing")
                .containsEntry(302, "missing");
        var path = referral.serviceRequest() + "/$completeness";
        assertThat(gp.as("demo-gp-2").get(path).hasStatus(404).rules()).containsExactly("not-found");
        assertThat(gp.as("demo-provider").get(path).hasStatus(403).rules()).containsExactly("access-role");
        assertThat(gp.get(path + "?colour=red").hasStatus(400).rules()).containsExactly("operation-parameter");
        assertThat(gp.as("demo-gp", "system/ServiceRequest.rs")
                        .get(path)
                        .hasStatus(403)
                        .rules())
                .containsOnly("scope-missing");
    }

    @Test
    void whatIsEnteredInErrorIsNotOnRecord() {
        var referral = story.referredBy(gp);
        var entries = new Entries(gp, referral);
        var entry = "Observation/"
                + gp.post("Observation", entries.ofThePractice("Observation-example-household"))
                        .hasStatus(201)
                        .id();
        gp.put(entry, gp.get(entry).body().replace("\"status\":\"final\"", "\"status\":\"entered-in-error\""))
                .hasStatus(200);

        assertThat(states(completeness(gp, referral)))
                .containsEntry(191, "missing")
                .containsEntry(192, "not-asked");
    }

    @Test
    void aReferralWithoutWhatIsMandatoryIsRefusedWithAllThatIsMissing() {
        var role = "PractitionerRole/"
                + admin.post("PractitionerRole", nameless()).hasStatus(201).id();

        var refused = gp.transaction(referral(request -> request.setRequester(new Reference(role))))
                .hasStatus(422);

        assertThat(refused.rules()).containsOnly("referral-incomplete");
        assertThat(refused.body())
                .contains("Referrer details > Name (row 125")
                .contains("Referrer details > Service (row 130")
                .contains("Referrer details > Contact details (row 136")
                .contains("PractitionerRole.telecom.value (profile sprig-referrer)");
        assertThat(refused.expressions()).hasSize(3).allMatch(expression -> expression.endsWith("resource.requester"));
    }

    @Test
    void aPersonMayReferThemself() {
        gp.transaction(referral(request -> request.setRequester(request.getSubject())))
                .hasStatus(200);
    }

    @Test
    void anAdjustmentIsNoRisk() {
        var bundle = Json.read(Bundle.class, referral(request -> {}));
        var flag = bundle.getEntry().stream()
                .filter(entry -> entry.getResource().fhirType().equals("Flag"))
                .findFirst()
                .orElseThrow();
        var patient = bundle.getEntry().get(0).getFullUrl();
        var known = ((Flag) flag.getResource()).getIdentifierFirstRep();
        flag.setResource(Json.read(gp.published("Flag-example-adjustment.json")
                .replace("Patient/example-patient", patient)
                .replace(
                        "PractitionerRole/example-gp-role",
                        "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013")));
        flag.getResource().setId((String) null);
        ((Flag) flag.getResource()).setIdentifier(List.of(known));

        var refused = gp.transaction(Json.of(bundle)).hasStatus(422);

        assertThat(refused.rules()).containsExactly("referral-incomplete");
        assertThat(refused.body()).contains("Risks (row 289");
    }

    @Test
    void aServiceMayDemandMore() {
        var asksForPostcode = service(29);
        var asksForPhotograph = service(29, 42, 61);

        gp.transaction(referral(to(asksForPostcode))).hasStatus(200);
        var refused = gp.transaction(again(to(asksForPhotograph))).hasStatus(422);

        assertThat(refused.rules()).containsOnly("referral-incomplete");
        assertThat(refused.body())
                .contains(
                        "Photograph (row 42 of the Social Prescribing Information Standard) is demanded by the service")
                .contains("About me (row 61")
                .doesNotContain("row 29");
        assertThat(admin.post("HealthcareService", demanding(400))
                        .hasStatus(422)
                        .rules())
                .containsExactly("sprig-row-known");
    }

    @Test
    void nobodyLearnsByADemandWhatOthersHaveNoted() {
        var referral = story.referredBy(gp);
        linkWorker
                .post(
                        "QuestionnaireResponse",
                        new Entries(gp, referral).ofTheLinkWorker("QuestionnaireResponse-example-about-me"))
                .hasStatus(201);
        linkWorker
                .post("Condition", new Entries(gp, referral).ofTheLinkWorker("Condition-example-problem"))
                .hasStatus(201);
        var asksForProblems = service(184);
        var again = Json.read(
                ServiceRequest.class, gp.get(referral.serviceRequest()).body());
        again.setId((String) null);
        again.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
        again.setPerformer(List.of(new Reference(asksForProblems)));

        assertThat(gp.post("ServiceRequest", Json.of(again)).hasStatus(422).rules())
                .containsExactly("referral-incomplete");
        gp.post("Condition", new Entries(gp, referral).ofThePractice("Condition-example-problem"))
                .hasStatus(201);
        gp.post("ServiceRequest", Json.of(again)).hasStatus(201);
    }

    @Test
    void aServiceIsToldHowCompleteItsReferralsAre() {
        var service = service(61);
        // Of a service that demands what is missing there are none.
        var other = service();
        gp.transaction(referral(to(other))).hasStatus(200);
        gp.transaction(again(to(other))).hasStatus(200);
        var days = "/$completeness?start=2026-09-01&end=2026-09-30";

        var report = linkWorker.get(other + days).hasStatus(200).as(Parameters.class);

        assertThat(whole(report, "referrals")).isEqualTo(2);
        assertThat(whole(report, "completeReferrals")).isEqualTo(2);
        assertThat(rows(report)).hasSize(355).allSatisfy(row -> assertThat(
                        List.of("present", "none-stated", "missing", "not-asked").stream()
                                .mapToInt(state -> Integer.parseInt(part(row, state)))
                                .sum())
                .isEqualTo(2));
        assertThat(part(rows(report).get(60), "missing")).isEqualTo("2");
        assertThat(whole(linkWorker.get(service + days).as(Parameters.class), "referrals"))
                .isZero();
        assertThat(whole(gp.as("demo-gp-2").get(other + days).as(Parameters.class), "referrals"))
                .isZero();
        assertThat(linkWorker
                        .get(other + "/$completeness?start=tomorrow")
                        .hasStatus(400)
                        .rules())
                .containsExactly("operation-parameter", "operation-parameter");
    }

    private Parameters completeness(Server who, Story.Referral referral) {
        return who.get(referral.serviceRequest() + "/$completeness")
                .hasStatus(200)
                .as(Parameters.class);
    }

    /** The GP's referral of the story, with its ServiceRequest changed. */
    private String referral(Consumer<ServiceRequest> change) {
        return changed(story.gpReferral(), change);
    }

    /** The same of somebody else. */
    private String again(Consumer<ServiceRequest> change) {
        return changed(Story.about(Person.next(), admin).gpReferral(), change);
    }

    private static String changed(String referral, Consumer<ServiceRequest> change) {
        var bundle = Json.read(Bundle.class, referral);
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof ServiceRequest request) {
                change.accept(request);
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Task.class::isInstance)
                        .map(Task.class::cast)
                        .forEach(task ->
                                task.setOwner(request.getPerformerFirstRep()).setRequester(request.getRequester()));
            }
        }
        return Json.of(bundle);
    }

    private static Consumer<ServiceRequest> to(String service) {
        return request -> request.setPerformer(List.of(new Reference(service)));
    }

    private String service(int... demanded) {
        return "HealthcareService/"
                + admin.post("HealthcareService", demanding(demanded))
                        .hasStatus(201)
                        .id();
    }

    private String demanding(int... demanded) {
        var service = Json.read(
                HealthcareService.class,
                admin.published("HealthcareService-example-link-worker-service.json")
                        .replace("Organization/example-primary-care-network", Story.NETWORK));
        service.setId((String) null);
        service.setLocation(null);
        service.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
        Arrays.stream(demanded).forEach(row -> service.addExtension(DEMAND, new PositiveIntType(row)));
        return Json.of(service);
    }

    private String nameless() {
        var role = Json.read(PractitionerRole.class, admin.published("PractitionerRole-example-gp-role.json"));
        role.setId((String) null);
        role.setPractitioner(null).setTelecom(null).setHealthcareService(null).setLocation(null);
        role.setOrganization(
                new Reference("Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001"));
        role.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
        return Json.of(role);
    }

    private static Map<Integer, String> states(Parameters answer) {
        return rows(answer).stream()
                .collect(Collectors.toMap(row -> Integer.valueOf(part(row, "number")), row -> part(row, "state")));
    }

    private static List<ParametersParameterComponent> rows(Parameters answer) {
        return answer.getParameter().stream()
                .filter(one -> one.getName().equals("row"))
                .toList();
    }

    private static int whole(Parameters answer, String name) {
        return ((IntegerType) answer.getParameter(name).getValue()).getValue();
    }

    private static String part(ParametersParameterComponent row, String name) {
        return row.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
