package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Which labels of the circle of care stand on what is stored, from referral to the end; access control is off here. */
@RunningServer
class LabelsIT {

    private static final String REFERRER = "referrer.practice";
    private static final String LINK_WORKER = "link-worker.network";
    private static final String PROVIDER = "provider.trust";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private final Server server;
    private final Story story;
    private final Worker worker;
    private final Story.Referral referral;
    private final Labels labels;

    LabelsIT(@LocalServerPort int port, ApplicationContext beans) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        worker = new Worker(server);
        referral = story.refer();
        labels = new Labels(server, beans);
    }

    @Test
    void aReferralIsSeenByWhoAskedAndByItsLinkWorkers() {
        for (var address : List.of(
                referral.patient(), referral.serviceRequest(), referral.task(), referral.consent(), referral.flag())) {
            assertThat(labels.of(address)).as(address).containsExactly(LINK_WORKER, REFERRER);
        }
        for (var code :
                server.get("Observation?based-on=" + referral.serviceRequest()).found()) {
            assertThat(labels.of(addressOf(code))).containsExactly(LINK_WORKER, REFERRER);
        }
        assertThat(labels.of(provenanceOf(referral.task()))).containsExactly(LINK_WORKER, REFERRER);
    }

    @Test
    void aHandoverShowsThePersonAndTheRequestToItsOwnerAndNothingElse() {
        var onward = handOver();

        assertThat(labels.of(referral.patient())).containsExactly(LINK_WORKER, PROVIDER, REFERRER);
        assertThat(labels.of(onward.get(1))).containsExactly(LINK_WORKER, PROVIDER);
        assertThat(labels.of(onward.get(2))).containsExactly(LINK_WORKER, PROVIDER);
        assertThat(labels.of(onward.get(0))).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(referral.serviceRequest())).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(referral.task())).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(referral.consent())).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(referral.flag())).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(provenanceOf(onward.get(2)))).containsExactly(LINK_WORKER);
    }

    @ParameterizedTest
    @CsvSource({"rejected, 22, false", "completed, , true", "failed, 22, true"})
    void anEndTakesThePersonFromTheProvider(String end, String reason, boolean keepsTask) {
        var onward = handOver();
        worker.take(onward.get(2), end, String.valueOf(reason));

        assertThat(labels.of(referral.patient())).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(onward.get(1))).containsExactly(LINK_WORKER);
        assertThat(labels.of(onward.get(2)).contains(PROVIDER)).isEqualTo(keepsTask);
        assertThat(labels.of(feedback(onward.get(1)))).containsExactly(LINK_WORKER);
    }

    @Test
    void whatThePersonWithdrewFromIsTakenBackWhole() {
        var onward = handOver();
        var task = server.get(onward.get(2)).as(Task.class).setStatus(Task.TaskStatus.CANCELLED);
        task.getStatusReason()
                .addCoding(new Coding(
                        "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason",
                        "consent-withdrawn",
                        "Consent withdrawn"));
        server.put(onward.get(2), Json.of(task)).hasStatus(200);

        assertThat(labels.of(referral.patient())).doesNotContain(PROVIDER);
        assertThat(labels.of(onward.get(2))).containsExactly(LINK_WORKER);
    }

    @Test
    void aDeclinedHandoverTakesItsHistoryFromTheProviderToo() {
        var onward = handOver();
        worker.take(onward.get(2), "received");
        assertThat(labels.of(provenanceOf(onward.get(2)))).containsExactly(LINK_WORKER, PROVIDER);

        worker.move(onward.get(2), "rejected", "22").hasStatus(200);

        for (var provenance : server.get("Provenance?target=" + onward.get(2)).found()) {
            assertThat(labels.of(addressOf(provenance))).containsExactly(LINK_WORKER);
        }
    }

    @Test
    void anEscalationLeavesNoProviderAnything() {
        var onward = handOver();
        worker.take(onward.get(2), "in-progress");
        server.post(
                        referral.serviceRequest() + "/$escalate",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"reason\", \"valueString\": \"In danger.\"}]}")
                .hasStatus(200);

        assertThat(labels.of(referral.patient())).containsExactly(LINK_WORKER, REFERRER);
        assertThat(labels.of(onward.get(1))).containsExactly(LINK_WORKER);
        assertThat(labels.of(onward.get(2))).containsExactly(LINK_WORKER);
        for (var told :
                server.get("Communication?subject=" + referral.patient()).found()) {
            assertThat(labels.of(addressOf(told))).containsExactly(LINK_WORKER, REFERRER);
        }
    }

    @Test
    void aReturnedHandoverIsNoLongerTheProviders() {
        var onward = handOver();
        server.post(onward.get(2) + "/$return", """
                        {"resourceType": "Parameters", "parameter": [{"name": "reason", "valueCodeableConcept": {"coding": [
                          {"system": "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars", "code": "22"}]}}]}""").hasStatus(200);

        assertThat(labels.of(referral.patient())).doesNotContain(PROVIDER);
        assertThat(labels.of(onward.get(2))).containsExactly(LINK_WORKER);
    }

    @Test
    void thePoolIsShownToWhoWasAskedAndThePersonToWhoClaims() {
        var transaction = Json.read(Bundle.class, story.onwardReferral());
        var task = (Task) transaction.getEntry().get(2).getResource();
        task.setOwner(null);
        var pool = new Handover(
                server, server.transaction(Json.of(transaction)).locations().get(2));
        assertThat(labels.of(pool.address())).containsExactly(LINK_WORKER, PROVIDER);
        assertThat(labels.of(referral.patient())).doesNotContain(PROVIDER);

        var walkers = server.get("HealthcareService?identifier=https://riverside-trust.example/id%7CSERVICE-1")
                .found()
                .get(0);
        pool.put(Handover.owner(addressOf(walkers))).hasStatus(200);

        assertThat(labels.of(referral.patient())).contains(PROVIDER);
    }

    @ParameterizedTest
    @CsvSource({"N, true", "L, true", "R, false", "V, false"})
    void aRiskIsShownToAProviderOnlyWhereItSaysSo(String confidentiality, boolean shown) {
        handOver();
        var flag = server.get(referral.flag()).as(Flag.class);
        flag.getMeta().addSecurity(CONFIDENTIALITY, confidentiality, "");
        server.put(referral.flag(), Json.of(flag)).hasStatus(200);

        assertThat(labels.of(referral.flag()).contains(PROVIDER)).isEqualTo(shown);

        flag.getMeta().getSecurity().clear();
        flag.getMeta().addSecurity(CONFIDENTIALITY, "R", "");
        server.put(referral.flag(), Json.of(flag)).hasStatus(200);
        assertThat(labels.of(referral.flag())).doesNotContain(PROVIDER);
    }

    @Test
    void whatIsRecordedInTheCourseIsTheLinkWorkers() {
        var contact = server.transaction(story.contact()).locations();

        assertThat(labels.of(contact.get(0))).containsExactly(LINK_WORKER);
        assertThat(labels.of(contact.get(1))).containsExactly(LINK_WORKER);
    }

    @Test
    void whoeverAskedIsShownWhatTheyAreTold() {
        worker.take(referral.task(), "rejected", "22");

        assertThat(labels.of(feedback(referral.serviceRequest()))).containsExactly(LINK_WORKER, REFERRER);
    }

    @Test
    void noSenderWritesLabels() {
        var task = server.get(referral.task()).as(Task.class);
        task.getMeta().addSecurity("https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care", "provider.mine", "");
        task.getMeta().addTag("https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care", "provider.mine", "");
        server.put(referral.task(), Json.of(task), "X-Meta-Snapshot-Mode", "SECURITY_LABEL");

        assertThat(labels.of(referral.task())).containsExactly(LINK_WORKER, REFERRER);
    }

    @Test
    void labelsHoldForEveryVersionAndMakeNone() {
        var onward = handOver();
        var version = server.get(referral.patient()).header("ETag");
        worker.take(onward.get(2), "rejected");

        assertThat(server.get(referral.patient()).header("ETag")).isEqualTo(version);
        assertThat(labels.of(onward.get(2) + "/_history/1")).containsExactly(LINK_WORKER);
    }

    @Test
    void twoWhoHandTheSamePersonOverAtOnceLoseNoLabel() throws InterruptedException {
        var request = server.get(handOver().get(2)).as(Task.class);
        var numbers = new AtomicInteger();
        var services = List.of(newService("A"), newService("B"), newService("C"));
        for (var service : services) {
            var organisation = server.get(service)
                    .as(HealthcareService.class)
                    .getProvidedBy()
                    .getReference();
            server.post("Consent", story.consent("FOR-" + service, organisation, "2026-10-07T10:00:00Z"))
                    .hasStatus(201);
        }

        Together.atTheSameInstant(3, () -> {
            var number = numbers.getAndIncrement();
            var task = request.copy().setOwner(new Reference(services.get(number)));
            task.setId((String) null);
            task.setMeta(null);
            task.getIdentifierFirstRep().setValue(story.identifier("AT-ONCE-" + number));
            return server.post("Task", Json.of(task)).hasStatus(201);
        });

        assertThat(labels.of(referral.patient())).hasSize(6);
    }

    /** A service of an organisation of its own, whose label nobody has used before. */
    private String newService(String name) {
        var trust = server.get(Labels.TRUST).found().get(0);
        var id = story.identifier(name);
        var organisation = server.post(
                        "Organization",
                        Json.of(without(trust)).replace("9999001", id).replace("Riverside Example Trust", id))
                .hasStatus(201)
                .id();
        var service = server.get("HealthcareService?identifier=https://riverside-trust.example/id%7CSERVICE-1")
                .found()
                .get(0);
        return "HealthcareService/"
                + server.post(
                                "HealthcareService",
                                Json.of(without(service))
                                        .replace("SERVICE-1", id)
                                        .replaceAll("Organization/[^\"]*", "Organization/" + organisation))
                        .hasStatus(201)
                        .id();
    }

    private static Resource without(Resource resource) {
        resource.setId((String) null);
        resource.setMeta(null);
        return resource;
    }

    /** Outcome, onward referral, handover: where they are. */
    private List<String> handOver() {
        return server.transaction(story.onwardReferral()).locations();
    }

    private String feedback(String request) {
        return server
                .get(
                        "Communication?category=https://sprig-fhir.github.io/ig/CodeSystem/communication-kind%7Cfeedback&based-on="
                                + request)
                .found()
                .stream()
                .map(Communication.class::cast)
                .map(LabelsIT::addressOf)
                .findFirst()
                .orElseThrow();
    }

    private String provenanceOf(String target) {
        return server.get("Provenance?_sort=-recorded&target=" + target).found().stream()
                .map(Provenance.class::cast)
                .map(LabelsIT::addressOf)
                .findFirst()
                .orElseThrow();
    }

    private static String addressOf(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
