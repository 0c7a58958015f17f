package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every access and every refusal leaves one event, with who, why, what and how it ended. */
@RunningServer
class AuditIT {

    private static final String ORGANISATION = "Organization/0b9f5d1e-7c2a-4e0b-9a3d-1f2e3d4c5b6a";
    private static final String USER = "PractitionerRole/1c9f5d1e-7c2a-4e0b-9a3d-1f2e3d4c5b6b";
    private static final String LINK_WORKER = "app;link-worker;%s;%s;CAREMGT".formatted(ORGANISATION, USER);
    private static final String ADMINISTRATOR = "desk;administrator;%s;;HSYSADMIN".formatted(ORGANISATION);

    private final Server server;
    private final JdbcClient database;
    private final Person person = Person.next();
    private final Story story;
    private final String request = UUID.randomUUID().toString();

    AuditIT(@LocalServerPort int port, @Autowired DataSource database) {
        this.server = new Server(port);
        this.database = JdbcClient.create(database);
        this.story = Story.about(person, server);
    }

    @Test
    void aReadSaysWhoReadWhatOfWhom() {
        var referral = story.refer();

        server.get(referral.task(), as(LINK_WORKER)).hasStatus(200);

        var event = event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.R);
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientRead");
        assertThat(what(event, "2")).containsExactly(referral.task() + "/_history/1");
        assertThat(what(event, "1")).containsExactly(referral.patient());
        assertThat(agent(event, "110152").getWho().getIdentifier().getValue()).isEqualTo("app");
        assertThat(agent(event, "110152").getNetwork().getAddress()).isEqualTo("127.0.0.1");
        assertThat(agent(event, "PROV").getWho().getReference()).isEqualTo(ORGANISATION);
        var user = agent(event, "IRCP");
        assertThat(user.getWho().getReference()).isEqualTo(USER);
        assertThat(user.getRole().get(0).getCodingFirstRep().getCode()).isEqualTo("link-worker");
        assertThat(user.getPurposeOfUse().get(0).getCodingFirstRep().getCode()).isEqualTo("CAREMGT");
        assertThat(entity(event, "XrequestId").getWhat().getIdentifier().getValue())
                .isEqualTo(request);
    }

    @Test
    void aSearchSaysWhatWasAskedWithoutTheValuesThatNameAPerson() {
        var referral = story.refer();

        server.get(
                        "Task?status=requested&patient.family=" + person.family() + "&patient=" + referral.patient(),
                        as(LINK_WORKER))
                .hasStatus(200);

        var event = event();
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientQuery");
        assertThat(new String(entity(event, "2").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo("Task?patient=%s&patient.family=***&status=requested".formatted(referral.patient()));
        assertThat(what(event, "1")).containsExactly(referral.patient());
        assertThat(what(event, "Task")).containsExactly(referral.task() + "/_history/1");
    }

    @Test
    void aSearchByPostIsASearchLikeAnyOther() {
        server.send(
                        "POST",
                        "Patient/_search",
                        "application/x-www-form-urlencoded",
                        "family=" + person.family(),
                        as(LINK_WORKER))
                .hasStatus(200);

        assertThat(new String(entity(event(), "2").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo("Patient?family=***");
    }

    @Test
    void aTransactionIsOneEventOfEverythingThatCameOfIt() {
        var locations = server.post("", story.gpReferral(), as(LINK_WORKER)).locations();

        var event = event();
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
        var referral = story.refer();

        server.patch(referral.task(), Server.JSON_PATCH, Worker.patch("received", ""), as(LINK_WORKER))
                .hasStatus(200);

        var event = event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("patch");
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientUpdate");
        assertThat(what(event, "2")).containsExactly(referral.task() + "/_history/2");
        assertThat(agent(event, "AUT").getWho().getReference()).isEqualTo(USER);
    }

    @Test
    void aDeletionIsRecorded() {
        var id = server.post("Patient", person.patient()).hasStatus(201).id();

        server.ask("DELETE", "Patient/" + id, BodyPublishers.noBody(), as(LINK_WORKER))
                .hasStatus(200);

        var event = event();
        assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.D);
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientDelete");
        assertThat(what(event, "1")).containsExactly("Patient/" + id);
    }

    @Test
    void aRefusedWriteSaysWhichRuleAndNothingOfWhatWasSent() {
        server.post("Patient", person.patient().replace(person.nhsNumber(), person.wrongNhsNumber()), as(LINK_WORKER))
                .hasStatus(422);

        var event = event();
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._4);
        assertThat(event.getOutcomeDesc()).isEqualTo("HTTP 422; nhs-number-check-digit");
        assertThat(event.getMeta().getProfile()).isEmpty();
        assertThat(Json.of(event)).doesNotContain(person.wrongNhsNumber(), person.family());
    }

    @Test
    void whatIsNotThereIsRecordedAsAskedFor() {
        var nobody = "Patient/" + UUID.randomUUID();

        server.get(nobody, as(LINK_WORKER)).hasStatus(404);

        var event = event();
        assertThat(event.getOutcomeDesc()).isEqualTo("HTTP 404; not-found");
        assertThat(what(event, "1")).containsExactly(nobody);
    }

    @Test
    void whatTheGuardRefusesIsRecordedAndSoIsAnUnknownType() {
        server.post("Patient", "{", as(LINK_WORKER)).hasStatus(400);
        assertThat(event().getOutcomeDesc()).isEqualTo("HTTP 400; body-json");
    }

    @Test
    void anUnknownTypeIsRecorded() {
        server.get("Medication/" + person.family(), as(LINK_WORKER)).hasStatus(404);

        assertThat(Json.of(event())).doesNotContain(person.family());
    }

    @Test
    void aBatchHasAnEventForEachOfItsChangesAndOneForItself() {
        var referral = story.refer();

        server.post(
                        "",
                        Changes.bundle(
                                "batch",
                                Changes.entry("GET", referral.task(), ""),
                                Changes.entry("POST", "Patient", person.patient()),
                                Changes.entry("POST", "Patient", Person.next().patient()),
                                Changes.entry("POST", "Patient", Person.next().patient())),
                        as(LINK_WORKER))
                .hasStatus(200);

        var events = events();
        assertThat(events)
                .hasSize(3)
                .allMatch(event -> event.getSubtypeFirstRep().getCode().equals("batch"));
        assertThat(events).anySatisfy(event -> {
            assertThat(what(event, "2")).contains(referral.task() + "/_history/1");
            assertThat(event.getOutcomeDesc()).isEqualTo("duplicate-identifier");
        });
    }

    @Test
    void anOperationIsOneEvent() {
        var referral = story.refer();

        server.post(referral.serviceRequest() + "/$escalate", """
                        {"resourceType": "Parameters", "parameter": [{"name": "text", "valueString": "%s"}]}
                        """.formatted(person.ownWords()), as(LINK_WORKER));

        assertThat(event().getSubtypeFirstRep().getCode()).isEqualTo("operation");
        assertThat(Json.of(event())).doesNotContain(person.ownWords());
    }

    @Test
    void theServersDescriptionOfItselfIsNobodysRecord() {
        server.get("metadata", as(LINK_WORKER)).hasStatus(200);

        assertThat(events()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        breakTheAuditForThisRequest();

        server.post("Patient", person.patient(), as(LINK_WORKER)).hasStatus(500);

        assertThat(server.get("Patient?identifier=" + person.nhsNumber()).found())
                .isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotShown() {
        var id = server.post("Patient", person.patient()).hasStatus(201).id();
        breakTheAuditForThisRequest();

        var answer = server.get("Patient/" + id, as(LINK_WORKER)).hasStatus(503);

        assertThat(answer.rules()).containsExactly("audit-unavailable");
        assertThat(answer.body()).doesNotContain(person.family());
    }

    @Test
    void theIdsOfARequestAreOnItsAnswerAndInItsEvent() {
        var correlation = UUID.randomUUID().toString();

        var answer = server.get("Patient?_count=1", with(as(LINK_WORKER), "X-Correlation-Id", correlation));
        var refused = server.post("Patient", "{", "X-Request-Id", request, "X-Correlation-Id", correlation);

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly(request);
        assertThat(answer.header("X-Correlation-Id")).isEqualTo(correlation);
        assertThat(refused.hasStatus(400).headers().allValues("X-Request-Id")).containsExactly(request);
        assertThat(refused.header("X-Correlation-Id")).isEqualTo(correlation);
        assertThat(events()).hasSize(2).allSatisfy(event -> assertThat(entity(event, "x-correlation-id")
                        .getWhat()
                        .getIdentifier()
                        .getValue())
                .isEqualTo(correlation));
    }

    @Test
    void anIdThatIsNoUuidIsReplacedByOneThatIs() {
        var answer = server.get(
                "Patient?_count=1", "X-Request-Id", person.family(), "X-Correlation-Id", "a b " + person.family());

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(answer.header("X-Correlation-Id")).isEmpty();
    }

    @Test
    void theRecordIsSearchedByWhatStandsInIt() {
        var referral = story.refer();
        server.get(referral.task(), as(LINK_WORKER)).hasStatus(200);
        server.get("Patient/" + UUID.randomUUID(), as(LINK_WORKER)).hasStatus(404);

        for (var search : List.of(
                "patient=" + referral.patient() + "&subtype=read",
                "entity=" + referral.task() + "&action=R",
                "entity=" + referral.task() + "/_history/1&agent=" + USER,
                "patient=" + referral.patient() + "&subtype=read&agent=" + ORGANISATION,
                "patient=" + referral.patient() + "&altid=app&agent-role=link-worker&purpose=CAREMGT",
                "patient=" + referral.patient() + "&type=rest&outcome=0&altid=app&date=ge2026&_sort=date",
                "_id=" + event("read", "0"))) {
            assertThat(audit(search)).as(search).hasSize(1);
        }
        assertThat(audit("patient=" + referral.patient() + "&purpose=BTG")).isEmpty();
        assertThat(audit("patient=" + referral.patient() + "&date=lt2020")).isEmpty();
        assertThat(audit("outcome=4&subtype=read&_count=200"))
                .allMatch(event -> event.getOutcome() == AuditEventOutcome._4)
                .isNotEmpty();
    }

    @Test
    void pagesFollowEachOtherAndSayHowManyThereAre() {
        var referral = story.refer();
        for (int i = 0; i < 3; i++) {
            server.get(referral.task()).hasStatus(200);
        }
        var first = server.get(
                        "AuditEvent?subtype=read&_count=2&patient=" + referral.patient(),
                        "X-Test-Identity",
                        ADMINISTRATOR)
                .hasStatus(200)
                .bundle();
        var next = server.get(first.getLink("next").getUrl().replaceAll(".*/fhir/", ""))
                .hasStatus(200)
                .bundle();

        assertThat(first.getTotal()).isEqualTo(3);
        assertThat(first.getEntry()).hasSize(2);
        assertThat(next.getEntry()).hasSize(1);
        assertThat(next.getLink("next")).isNull();
    }

    @Test
    void whatASearchDoesNotKnowItRefuses() {
        for (var search :
                List.of("shoes=1", "date=yesterday", "_sort=outcome", "_count=x", "patient:not=1", "date=ap2026")) {
            server.get("AuditEvent?" + search, "X-Test-Identity", ADMINISTRATOR).hasStatus(400);
        }
    }

    @Test
    void onlyAnAdministratorReadsTheRecordAndItsReadingIsRecorded() {
        for (var role :
                List.of("link-worker", "referrer", "provider", "researcher", "commissioner", "directory-editor")) {
            var answer = server.get(
                    "AuditEvent?_count=1", "X-Test-Identity", "app;%s;%s;;TREAT".formatted(role, ORGANISATION));
            assertThat(answer.hasStatus(403).rules()).containsExactly("audit-reader");
        }

        server.get("AuditEvent?_count=1", as(ADMINISTRATOR)).hasStatus(200);

        var event = event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("search-type");
        assertThat(new String(entity(event, "2").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo("AuditEvent?_count=1");
        assertThat(agent(event, "110153").getRequestor()).isTrue();
    }

    @Test
    void aPersonLearnsThroughTheirLinkWorkerWhoLookedAndNothingElse() {
        var referral = story.refer();
        var other = Story.about(Person.next(), server).refer();
        server.get(
                        "Task?_id=%s,%s&_include=Task:patient".formatted(id(referral.task()), id(other.task())),
                        as(LINK_WORKER))
                .hasStatus(200);
        var representative = "app;link-worker;%s;%s;PATRQT".formatted(ORGANISATION, USER);

        var answer = server.get("AuditEvent?altid=app&patient=" + referral.patient(), "X-Test-Identity", representative)
                .hasStatus(200);

        assertThat(answer.bundle().getTotal()).isEqualTo(1);
        assertThat(answer.body())
                .contains(USER, ORGANISATION, referral.patient(), "search-type")
                .doesNotContain(id(other.patient()), id(other.task()), "_include", "127.0.0.1\"", request);
        server.get("AuditEvent?_count=1", "X-Test-Identity", representative).hasStatus(403);
        server.get("AuditEvent/" + event().getIdElement().getIdPart(), "X-Test-Identity", representative)
                .hasStatus(403);
        server.get(
                        "AuditEvent?patient=%s,%s".formatted(referral.patient(), other.patient()),
                        "X-Test-Identity",
                        representative)
                .hasStatus(403);
        server.get("AuditEvent?patient=Patient/" + UUID.randomUUID(), "X-Test-Identity", representative)
                .hasStatus(404);
    }

    @Test
    void nobodyWritesTheRecord() {
        server.get("Patient?_count=1", as(LINK_WORKER)).hasStatus(200);
        var event = event();
        var address = "AuditEvent/" + event.getIdElement().getIdPart();

        assertThat(server.put(address, Json.of(event)).status()).isEqualTo(405);
        assertThat(server.delete(address).status()).isEqualTo(405);
        assertThat(server.patch(address, Server.JSON_PATCH, "[]").status()).isEqualTo(405);
        assertThat(server.post("AuditEvent", Json.of(event)).status()).isEqualTo(405);
        assertThat(server.transaction(
                                Changes.bundle("transaction", Changes.entry("POST", "AuditEvent", Json.of(event))))
                        .status())
                .isBetween(400, 422);
        assertThat(server.transaction(Changes.bundle("transaction", Changes.entry("DELETE", address, "")))
                        .status())
                .isBetween(400, 422);
    }

    @Test
    void everyRequestOfTheGuidesPageRuns() throws IOException {
        var referral = story.refer();
        var requests = Files.readAllLines(Path.of("../../implementation-guide/pages/audit.md")).stream()
                .filter(line -> line.startsWith("GET [base]/fhir/"))
                .map(line -> line.substring("GET [base]/fhir/".length()))
                .toList();

        assertThat(requests).hasSizeGreaterThan(6);
        for (var request : requests) {
            server.get(
                            request.replace("Patient/[id]", referral.patient())
                                    .replace("Task/[id]", referral.task())
                                    .replace("Organization/[id]", ORGANISATION),
                            "X-Test-Identity",
                            request.contains("patient=")
                                    ? "app;link-worker;%s;;PATRQT".formatted(ORGANISATION)
                                    : ADMINISTRATOR)
                    .hasStatus(200);
        }
    }

    private void breakTheAuditForThisRequest() {
        var name = "broken_" + request.replace('-', '_');
        database.sql("""
                        create function %s() returns trigger language plpgsql as $$
                        begin raise exception 'no more room'; end $$
                        """.formatted(name)).update();
        database.sql(
                        "create trigger %s before insert on sprig_audit for each row when (new.request = '%s') execute function %s()"
                                .formatted(name, request, name))
                .update();
    }

    private String[] as(String identity) {
        return new String[] {"X-Test-Identity", identity, "X-Request-Id", request};
    }

    private static String[] with(String[] headers, String name, String value) {
        return Stream.concat(Arrays.stream(headers), Stream.of(name, value)).toArray(String[]::new);
    }

    /** The one event of this test's request. */
    private AuditEvent event() {
        var events = events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private List<AuditEvent> events() {
        return database
                .sql("select event::text from sprig_audit where request = ?::uuid order by id")
                .param(request)
                .query(String.class)
                .list()
                .stream()
                .map(id -> server.get("AuditEvent/" + id, "X-Test-Identity", ADMINISTRATOR)
                        .hasStatus(200)
                        .as(AuditEvent.class))
                .toList();
    }

    private String event(String subtype, String outcome) {
        return events().stream()
                .filter(event -> event.getSubtypeFirstRep().getCode().equals(subtype)
                        && event.getOutcome().toCode().equals(outcome))
                .map(event -> event.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }

    private List<AuditEvent> audit(String search) {
        return server.get("AuditEvent?" + search, "X-Test-Identity", ADMINISTRATOR).found().stream()
                .map(AuditEvent.class::cast)
                .toList();
    }

    private static List<String> what(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type) && entity.hasWhat())
                .map(entity -> entity.getWhat().getReference())
                .toList();
    }

    private static AuditEventEntityComponent entity(AuditEvent event, String type) {
        return event.getEntity().stream()
                .filter(entity -> entity.getType().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static AuditEventAgentComponent agent(AuditEvent event, String type) {
        return event.getAgent().stream()
                .filter(agent -> agent.getType().getCodingFirstRep().getCode().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
