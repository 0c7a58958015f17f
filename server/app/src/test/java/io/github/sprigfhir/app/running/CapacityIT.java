package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A service takes no more people than it has places for, whoever hands them over and however many at once. */
@GuardedServer
class CapacityIT {

    private static final String CAPACITY = "https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity";
    private static final String SYSTEM = "https://sprig-fhir.github.io/ig/CodeSystem/capacity-status";
    private static final String OURS = "https://riverside-trust.example/id";
    private static final int ASKING = 20;

    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server sameLinkWorkers;
    private final Server provider;

    CapacityIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        var network =
                address(linkWorker, "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CU99001");
        sameLinkWorkers = new Clients(server, beans).as(Role.LINK_WORKER, network);
    }

    @Test
    void ofTwentyAtTheSameInstantFourFindAPlace() throws InterruptedException {
        var service = service(available("\"valueUnsignedInt\": 4"));
        var before = version(service);
        Queue<Story> people = new ConcurrentLinkedQueue<>();
        IntStream.range(0, ASKING).forEach(number -> people.add(referred()));
        Queue<Server> clients = new ConcurrentLinkedQueue<>(
                Collections.nCopies(ASKING / 2, List.of(linkWorker, sameLinkWorkers)).stream()
                        .flatMap(List::stream)
                        .toList());

        var answers = Together.atTheSameInstant(ASKING, () -> handOver(clients.remove(), people.remove(), service));

        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(4);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.hasStatus(422).rules()).containsExactly("capacity"));
        assertThat(capacity(service)).containsEntry("status", "no-capacity").containsEntry("places", "0");
        assertThat(version(service)).isEqualTo(before + 4);
        assertThat(tasksOf(service)).hasSize(4);
    }

    @Test
    void theSameHandoverSentTwiceTakesOnePlace() throws InterruptedException {
        var service = service(available("\"valueUnsignedInt\": 4"));
        var person = referred();

        var answers = Together.atTheSameInstant(4, () -> handOver(linkWorker, person, service));
        handOver(linkWorker, person, service).hasStatus(200);

        assertThat(answers).allSatisfy(answer -> answer.hasStatus(200));
        assertThat(capacity(service)).containsEntry("places", "3");
        assertThat(tasksOf(service)).hasSize(1);
    }

    @Test
    void whereThereIsAListTheHandoverWaitsAndSaysSo() {
        var service = service("""
                {"url": "status", "valueCoding": {"system": "%s", "code": "waiting-list"}},
                {"url": "waiting", "valueUnsignedInt": 7}""".formatted(SYSTEM));

        var answer = handOver(linkWorker, referred(), service).hasStatus(200);

        var task = taskOf(answer);
        assertThat(task.getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("on-waiting-list");
        assertThat(answer.headers().allValues("Warning")).anyMatch(warning -> warning.contains("waits for a place"));
        assertThat(capacity(service)).containsEntry("waiting", "8").containsEntry("status", "waiting-list");
        move(provider, task, "received");
        move(provider, task, "accepted");
        move(provider, task, "in-progress");
        assertThat(admin(task).hasBusinessStatus()).isFalse();
    }

    @Test
    void whatIsDeclinedGivesItsPlaceBackUnlessTheServiceHasCountedAnewSince() {
        var service = service(available("\"valueUnsignedInt\": 1"));
        var first = taskOf(handOver(linkWorker, referred(), service).hasStatus(200));
        assertThat(handOver(linkWorker, referred(), service).hasStatus(422).rules())
                .containsExactly("capacity");

        move(provider, first, "received");
        move(provider, first, "rejected");
        assertThat(capacity(service)).containsEntry("places", "1").containsEntry("status", "available");

        var second = taskOf(handOver(linkWorker, referred(), service).hasStatus(200));
        state(service, "available", 3).hasStatus(200);
        move(provider, second, "received");
        move(provider, second, "rejected");
        assertThat(capacity(service)).containsEntry("places", "3");
    }

    @Test
    void whatWasAcceptedKeepsItsPlace() {
        var service = service(available("\"valueUnsignedInt\": 2"));
        var task = taskOf(handOver(linkWorker, referred(), service).hasStatus(200));
        move(provider, task, "received");
        move(provider, task, "accepted");
        move(linkWorker, task, "cancelled");

        assertThat(capacity(service)).containsEntry("places", "1");
    }

    @Test
    void aFullLinkWorkerServiceTakesNoReferrals() {
        var network =
                address(linkWorker, "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CU99001");
        var value = UUID.randomUUID().toString();
        admin.post("HealthcareService", """
                        {"resourceType": "HealthcareService", "active": true, "name": "Full link workers",
                         "identifier": [{"system": "https://dale-link-workers.example/id", "value": "%s"}],
                         "extension": [{"url": "%s", "extension": [
                           {"url": "status", "valueCoding": {"system": "%s", "code": "no-capacity"}}]}],
                         "category": [{"coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/service-category", "code": "link-worker-service"}]}],
                         "providedBy": {"reference": "%s"}}""".formatted(value, CAPACITY, SYSTEM, network))
                .hasStatus(201);
        var story = Story.about(Person.next(), admin);

        var answer = gp.transaction(story.gpReferral()
                .replace(
                        "HealthcareService?identifier=https://dale-link-workers.example/id|SERVICE-1",
                        "HealthcareService?identifier=https://dale-link-workers.example/id|" + value));

        assertThat(answer.hasStatus(422).rules()).containsExactly("capacity");
        assertThat(answer.expressions()).containsExactly("Bundle.entry[4].resource.owner");
    }

    @Test
    void aProviderSaysHowMuchRoomItHasByOnePatchAndTheServerDatesIt() {
        var service = service(available("\"valueUnsignedInt\": 4"));
        var before = Instant.now().minusMillis(1);

        state(service, "no-capacity", 0).hasStatus(200);
        assertThat(capacity(service)).containsEntry("status", "no-capacity");
        assertThat(Instant.parse(capacity(service).get("asOf"))).isAfter(before);

        provider.patch(service, Server.JSON_PATCH, """
                [{"op": "replace", "path": "/extension/0/extension/0/valueCoding/code", "value": "available"},
                 {"op": "replace", "path": "/extension/0/extension/1/valueUnsignedInt", "value": 2}]""").hasStatus(200);
        assertThat(capacity(service)).containsEntry("status", "available").containsEntry("places", "2");
        assertThat(found("available")).contains(service.replace("HealthcareService/", ""));
        assertThat(found("no-capacity")).doesNotContain(service.replace("HealthcareService/", ""));
    }

    @Test
    void aProviderChangesNothingElseOfAServiceAndNoneOfAnother() {
        var service = service(available("\"valueUnsignedInt\": 4"));
        var rename = "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"Ours alone\"}]";

        assertThat(provider.patch(service, Server.JSON_PATCH, rename)
                        .hasStatus(422)
                        .rules())
                .containsExactly("service-capacity-only");
        assertThat(admin.get(service).as(HealthcareService.class).getName()).isEqualTo("A group");
        var anothers = address(admin, "HealthcareService?identifier=https://hilltop-collective.example/id%7CSERVICE-1");
        assertThat(state(anothers, "available", 3).hasStatus(403).rules()).containsExactly("access-own");
        assertThat(provider.delete(service).hasStatus(403).rules()).containsExactly("access-role");
    }

    @Test
    void whatWasConfirmedTooLongAgoIsUnknownAndNeverFree() throws InterruptedException {
        var longAgo =
                service(available("\"valueUnsignedInt\": 4}, {\"url\": \"asOf\", \"valueDateTime\": \"2026-01-01\""));
        assertThat(capacity(longAgo)).containsOnly(Map.entry("status", "unknown"), Map.entry("asOf", "2026-01-01"));
        handOver(linkWorker, referred(), longAgo).hasStatus(200);

        var soon = Instant.now().minus(Duration.ofDays(30)).plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        var service = service(
                available("\"valueUnsignedInt\": 4}, {\"url\": \"asOf\", \"valueDateTime\": \"%s\"".formatted(soon)));
        assertThat(capacity(service)).containsEntry("status", "available");
        for (int tries = 0; tries < 80 && !"unknown".equals(capacity(service).get("status")); tries++) {
            Thread.sleep(500);
        }
        assertThat(capacity(service)).containsOnlyKeys("status", "asOf").containsEntry("status", "unknown");
    }

    @Test
    void nobodyConfirmsWhatHasNotComeYet() {
        var later =
                service(available("\"valueUnsignedInt\": 4}, {\"url\": \"asOf\", \"valueDateTime\": \"2999-01-01\""));

        assertThat(Instant.parse(capacity(later).get("asOf")))
                .isBefore(Instant.now().plusSeconds(1));
    }

    private static String available(String places) {
        return """
                {"url": "status", "valueCoding": {"system": "%s", "code": "available"}},
                {"url": "places", %s}""".formatted(SYSTEM, places);
    }

    private String service(String capacity) {
        Story.about(Person.next(), admin);
        return "HealthcareService/"
                + admin.post("HealthcareService", """
                {"resourceType": "HealthcareService", "active": true, "name": "A group",
                 "identifier": [{"system": "%s", "value": "%s"}],
                 "extension": [{"url": "%s", "extension": [%s]},
                   {"url": "https://sprig-fhir.github.io/ig/StructureDefinition/service-need", "valueCodeableConcept": {
                     "coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/need-category", "code": "loneliness-isolation"}]}}],
                 "category": [{"coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/service-category", "code": "community-service"}]}],
                 "providedBy": {"reference": "Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999001"}}
                """.formatted(OURS, UUID.randomUUID(), CAPACITY, capacity))
                        .hasStatus(201)
                        .id();
    }

    /** Somebody whom the GP has referred, and who agrees to be known to the charity. */
    private Story referred() {
        var story = Story.about(Person.next(), admin);
        story.referredBy(gp);
        linkWorker
                .post("Consent", story.consent("TRUST", Story.TRUST, "2026-09-07T10:06:00+01:00"))
                .hasStatus(201);
        return story;
    }

    private Answer handOver(Server client, Story story, String service) {
        var referral = address(
                client, "ServiceRequest?identifier=%s%%7C%s".formatted(Story.PRACTICE, story.identifier("REFERRAL")));
        return client.post(referral + "/$handover", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "service", "valueReference": {"reference": "%s"}},
                  {"name": "firstContact", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/party", "code": "provider"}},
                  {"name": "nonAttendanceAction", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/non-attendance-action", "code": "tell-link-worker"}},
                  {"name": "outcomesReturned", "valueBoolean": true},
                  {"name": "identifier", "valueIdentifier": {"system": "https://dale-link-workers.example/id", "value": "%s"}}]}
                """.formatted(service, story.identifier("ROOM")));
    }

    /** The small FHIRPath Patch of the guide. */
    private Answer state(String service, String status, int places) {
        var at = "HealthcareService.extension.where(url='%s').extension.where(url='%s').value";
        return provider.patch(service, Server.JSON, """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "operation", "part": [{"name": "type", "valueCode": "replace"},
                    {"name": "path", "valueString": "%s"},
                    {"name": "value", "valueCoding": {"system": "%s", "code": "%s"}}]},
                  {"name": "operation", "part": [{"name": "type", "valueCode": "replace"},
                    {"name": "path", "valueString": "%s"},
                    {"name": "value", "valueUnsignedInt": %d}]}]}
                """.formatted(
                        at.formatted(CAPACITY, "status"), SYSTEM, status, at.formatted(CAPACITY, "places"), places));
    }

    private static void move(Server client, Task task, String status) {
        client.patch("Task/" + task.getIdPart(), Server.JSON_PATCH, Worker.patch(status, "22"))
                .hasStatus(200);
    }

    private Task taskOf(Answer answer) {
        return (Task) answer.as(Bundle.class).getEntry().get(1).getResource();
    }

    private Task admin(Task task) {
        return linkWorker.get("Task/" + task.getIdPart()).as(Task.class);
    }

    private List<?> tasksOf(String service) {
        return linkWorker.get("Task?owner=" + service).found();
    }

    private List<String> found(String status) {
        return admin.get("HealthcareService?_count=200&capacity=%s%%7C%s".formatted(SYSTEM, status)).found().stream()
                .map(found -> found.getIdPart())
                .toList();
    }

    /** The parts of what a service states, each as its text. */
    private Map<String, String> capacity(String service) {
        var stated = admin.get(service).as(HealthcareService.class).getExtensionByUrl(CAPACITY);
        var parts = new TreeMap<String, String>();
        for (Extension part : new ArrayList<>(stated.getExtension())) {
            parts.put(
                    part.getUrl(),
                    part.getValue() instanceof Coding coding
                            ? coding.getCode()
                            : part.getValue().primitiveValue());
        }
        return parts;
    }

    private int version(String service) {
        return Integer.parseInt(
                admin.get(service).as(HealthcareService.class).getMeta().getVersionId());
    }

    private static String address(Server server, String search) {
        var found = server.get(search).found().get(0);
        return found.fhirType() + "/" + found.getIdPart();
    }
}
