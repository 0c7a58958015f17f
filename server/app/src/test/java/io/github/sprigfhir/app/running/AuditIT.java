package io.github.sprigfhir.app.running;

import static io.github.sprigfhir.app.running.Audit.agent;
import static io.github.sprigfhir.app.running.Audit.entity;
import static io.github.sprigfhir.app.running.Audit.what;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every access leaves one event, with who, why, what and how it ended. */
@GuardedServer
class AuditIT {

    private final Server administrator;
    private final Server practice;
    private final Server network;
    private final String organisation;
    private final Audit audit;
    private final Person person = Person.next();
    private final Story story;

    AuditIT(@LocalServerPort int port, @Autowired DataSource database) {
        var server = new Server(port);
        this.administrator = server.as("demo-admin");
        this.practice = server.as("demo-gp");
        this.network = server.as("demo-link-worker");
        this.audit = new Audit(server, database);
        this.story = Story.about(person, administrator);
        this.organisation = "Organization/" + Labels.idOf(administrator, Labels.NETWORK);
    }

    @Test
    void aReadSaysWhoReadWhatOfWhom() {
        var referral = story.referredBy(practice);

        network.get(referral.task(), audit.traced()).hasStatus(200);

        var event = audit.event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.R);
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientRead");
        assertThat(what(event, "2")).hasSize(1).allMatch(read -> read.startsWith(referral.task() + "/_history/"));
        assertThat(what(event, "1")).containsExactly(referral.patient());
        assertThat(agent(event, "PROV").getWho().getReference()).isEqualTo(organisation);
        assertThat(entity(event, "XrequestId").getWhat().getIdentifier().getValue())
                .isEqualTo(audit.request());
        var client = agent(event, "110152");
        assertThat(client.getWho().getIdentifier().getValue()).isEqualTo("demo-link-worker");
        assertThat(client.getNetwork().getAddress()).isEqualTo("127.0.0.1");
        assertThat(client.getRequestor()).isTrue();
        assertThat(client.getRole().get(0).getCodingFirstRep().getCode()).isEqualTo("link-worker");
        assertThat(client.getPurposeOfUse().get(0).getCodingFirstRep().getCode())
                .isEqualTo("TREAT");
    }

    @Test
    void aSearchSaysWhatWasAskedWithoutTheValuesThatNameAPerson() {
        var referral = story.referredBy(practice);

        network.get(
                        "Task?status=requested&patient.family=" + person.family() + "&patient=" + referral.patient(),
                        audit.traced())
                .hasStatus(200);

        var event = audit.event();
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientQuery");
        assertThat(new String(entity(event, "2").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo("Task?patient=%s&patient.family=***&status=requested".formatted(referral.patient()));
        assertThat(what(event, "1")).containsExactly(referral.patient());
        assertThat(what(event, "Task")).hasSize(1).allMatch(found -> found.startsWith(referral.task()));
    }

    @Test
    void aSearchByPostIsASearchLikeAnyOther() {
        network.send(
                        "POST",
                        "Patient/_search",
                        "application/x-www-form-urlencoded",
                        "family=" + person.family(),
                        audit.traced())
                .hasStatus(200);

        assertThat(new String(entity(audit.event(), "2").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo("Patient?family=***");
    }

    @Test
    void aTransactionIsOneEventOfEverythingThatCameOfIt() {
        var locations = practice.post("", story.gpReferral(), audit.traced())
                .hasStatus(200)
                .locations();

        var event = audit.event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("transaction");
        assertThat(what(event, "2"))
                .containsExactlyInAnyOrderElementsOf(locations.stream()
                        .map(location -> location + "/_history/1")
                        .toList());
        assertThat(what(event, "1")).containsExactly(locations.get(0));
        assertThat(what(event, "Provenance")).hasSize(1);
        assertThat(event.getEntity().stream()
                        .map(entity -> entity.getLifecycle().getCode()))
                .contains("1");
    }

    @Test
    void aChangeNamesTheVersionThatCameOfIt() {
        var referral = story.referredBy(practice);

        network.patch(referral.task(), Server.JSON_PATCH, Worker.patch("received", ""), audit.traced())
                .hasStatus(200);

        var event = audit.event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("patch");
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientUpdate");
        assertThat(what(event, "2")).containsExactly(referral.task() + "/_history/2");
        assertThat(agent(event, "110153").getWho().getIdentifier().getValue()).isEqualTo("demo-link-worker");
    }

    @Test
    void aDeletionIsRecorded() {
        var hall = administrator
                .published("Location-example-hall.json")
                .replaceFirst("\"id\": \"[^\"]+\",", "")
                .replaceAll("Organization/example-[\\w-]+", organisation)
                .replaceAll("(\"value\": \")[^\"]+", "$1" + UUID.randomUUID());
        var address = "Location/"
                + administrator.post("Location", hall).hasStatus(201).id();

        administrator
                .ask("DELETE", address, BodyPublishers.noBody(), audit.traced())
                .hasStatus(200);

        var event = audit.event();
        assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.D);
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.Delete");
        assertThat(what(event, "2")).hasSize(1).allMatch(deleted -> deleted.startsWith(address));
    }

    @Test
    void aBatchHasAnEventForEachOfItsChangesAndOneForItself() {
        var referral = story.referredBy(practice);

        var answer = practice.post(
                        "",
                        Changes.bundle(
                                "batch",
                                Changes.entry("GET", referral.task(), ""),
                                Changes.entry("POST", "Patient", person.patient()),
                                Changes.entry("POST", "Patient", Person.next().patient()),
                                Changes.entry("POST", "Patient", Person.next().patient())),
                        audit.traced())
                .hasStatus(200);

        assertThat(answer.bundle().getEntryFirstRep().getResource())
                .as(answer.body())
                .isNotNull();
        var events = audit.events();
        assertThat(events)
                .hasSize(3)
                .allMatch(event -> event.getSubtypeFirstRep().getCode().equals("batch"));
        assertThat(events).anySatisfy(event -> {
            assertThat(what(event, "2")).anyMatch(read -> read.startsWith(referral.task() + "/_history/"));
            assertThat(event.getOutcomeDesc()).isEqualTo("duplicate-identifier");
        });
    }

    @Test
    void anOperationIsOneEvent() {
        var referral = story.referredBy(practice);

        network.post(referral.serviceRequest() + "/$escalate", """
                        {"resourceType": "Parameters", "parameter": [{"name": "text", "valueString": "%s"}]}
                        """.formatted(person.ownWords()), audit.traced());

        assertThat(audit.event().getSubtypeFirstRep().getCode()).isEqualTo("operation");
        assertThat(Json.of(audit.event())).doesNotContain(person.ownWords());
    }

    @Test
    void theServersDescriptionOfItselfIsNobodysRecord() {
        network.get("metadata", audit.traced()).hasStatus(200);

        assertThat(audit.events()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        audit.fails();

        practice.post("Patient", person.patient(), audit.traced()).hasStatus(500);

        assertThat(practice.get("Patient?identifier=" + person.nhsNumber()).found())
                .isEmpty();
        assertThat(audit.events()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        var id = practice.post("Patient", person.patient()).hasStatus(201).id();
        audit.fails();

        var answer = practice.get("Patient/" + id, audit.traced()).hasStatus(503);

        assertThat(answer.rules()).containsExactly("audit-unavailable");
        assertThat(answer.body()).doesNotContain(person.family());
    }

    @Test
    void theIdsOfARequestAreOnItsAnswerAndInItsEvent() {
        var correlation = UUID.randomUUID().toString();
        var headers = Stream.concat(Arrays.stream(audit.traced()), Stream.of("X-Correlation-Id", correlation))
                .toArray(String[]::new);

        var answer = network.get("Patient?_count=1", headers).hasStatus(200);
        var refused = network.post("Patient", "{", headers).hasStatus(400);

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly(audit.request());
        assertThat(answer.header("X-Correlation-Id")).isEqualTo(correlation);
        assertThat(refused.headers().allValues("X-Request-Id")).containsExactly(audit.request());
        assertThat(refused.header("X-Correlation-Id")).isEqualTo(correlation);
        assertThat(audit.events()).hasSize(2).allSatisfy(event -> assertThat(entity(event, "x-correlation-id")
                        .getWhat()
                        .getIdentifier()
                        .getValue())
                .isEqualTo(correlation));
    }

    @Test
    void anIdThatIsNoUuidIsReplacedByOneThatIs() {
        var answer = network.get(
                "Patient?_count=1", "X-Request-Id", person.family(), "X-Correlation-Id", "a b " + person.family());

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(answer.header("X-Correlation-Id")).isEmpty();
    }
}
