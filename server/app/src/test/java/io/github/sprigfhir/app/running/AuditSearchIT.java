package io.github.sprigfhir.app.running;

import static io.github.sprigfhir.app.running.Audit.agent;
import static io.github.sprigfhir.app.running.Audit.entity;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The administrator searches the record by what stands in it; nobody writes it. */
@GuardedServer
class AuditSearchIT {

    private final Server administrator;
    private final Server network;
    private final Server representative;
    private final Server server;
    private final String organisation;
    private final Audit audit;
    private final Story.Referral referral;

    AuditSearchIT(@LocalServerPort int port, @Autowired DataSource database) {
        this.server = new Server(port);
        this.administrator = server.as("demo-admin");
        this.network = server.as("demo-link-worker");
        this.representative = server.as("demo-link-worker", "system/AuditEvent.s", "PATRQT");
        this.audit = new Audit(server, database);
        this.referral = Story.about(Person.next(), administrator).referredBy(server.as("demo-gp"));
        this.organisation = "Organization/" + Labels.idOf(administrator, Labels.NETWORK);
    }

    @Test
    void theRecordIsSearchedByWhatStandsInIt() {
        network.get(referral.task(), audit.traced()).hasStatus(200);
        var id = audit.event().getIdElement().getIdPart();
        network.get("Patient/" + UUID.randomUUID()).hasStatus(404);

        for (var search : List.of(
                "patient=" + referral.patient() + "&subtype=read",
                "entity=" + referral.task() + "&action=R",
                "entity=" + referral.task() + "/_history/1&action=R&agent=" + organisation,
                "patient=" + referral.patient() + "&altid=demo-link-worker&agent-role=link-worker&purpose=TREAT",
                "patient=" + referral.patient() + "&type=rest&outcome=0&altid=demo-link-worker&date=ge2026&_sort=date",
                "_id=" + id)) {
            assertThat(audit.found(search)).as(search).hasSize(1);
        }
        assertThat(audit.found("patient=" + referral.patient() + "&purpose=BTG"))
                .isEmpty();
        assertThat(audit.found("patient=" + referral.patient() + "&date=lt2020"))
                .isEmpty();
        assertThat(audit.found("outcome=4&subtype=read&_count=200"))
                .allMatch(event -> event.getOutcome() == AuditEventOutcome._4)
                .isNotEmpty();
    }

    @Test
    void pagesFollowEachOtherAndSayHowManyThereAre() {
        for (int i = 0; i < 3; i++) {
            network.get(referral.task()).hasStatus(200);
        }
        var first = administrator
                .get("AuditEvent?subtype=read&_count=2&patient=" + referral.patient())
                .hasStatus(200)
                .bundle();
        var next = administrator
                .get(first.getLink("next").getUrl().replaceAll(".*/fhir/", ""))
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
            administrator.get("AuditEvent?" + search).hasStatus(400);
        }
    }

    @Test
    void onlyAnAdministratorReadsTheRecordAndItsReadingIsRecorded() {
        for (var client : List.of("demo-gp", "demo-link-worker")) {
            var answer = server.as(client).get("AuditEvent?_count=1").hasStatus(403);
            assertThat(answer.rules()).as(client).containsExactly("audit-reader");
        }
        for (var client : List.of("demo-provider", "demo-researcher", "demo-commissioner")) {
            var answer = server.as(client).get("AuditEvent?_count=1").hasStatus(403);
            assertThat(answer.rules()).as(client).containsExactly("access-role");
        }

        administrator.get("AuditEvent?_count=1", audit.traced()).hasStatus(200);

        var event = audit.event();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("search-type");
        assertThat(new String(entity(event, "2").getQuery(), StandardCharsets.UTF_8))
                .isEqualTo("AuditEvent?_count=1");
        assertThat(agent(event, "110153").getRequestor()).isTrue();
    }

    @Test
    void nobodyWritesTheRecord() {
        network.get("Patient?_count=1", audit.traced()).hasStatus(200);
        var event = audit.event();
        var address = "AuditEvent/" + event.getIdElement().getIdPart();

        assertThat(administrator.put(address, Json.of(event)).status()).isEqualTo(405);
        assertThat(administrator.delete(address).status()).isEqualTo(405);
        assertThat(administrator.patch(address, Server.JSON_PATCH, "[]").status())
                .isEqualTo(405);
        assertThat(administrator.post("AuditEvent", Json.of(event)).status()).isEqualTo(405);
        for (var entry : List.of(
                Changes.entry("POST", "AuditEvent", Json.of(event)),
                Changes.entry("PUT", address, Json.of(event)),
                Changes.entry("DELETE", address, ""))) {
            assertThat(administrator
                            .transaction(Changes.bundle("transaction", entry))
                            .status())
                    .isBetween(400, 422);
        }
        assertThat(Json.of(audit.event())).isEqualTo(Json.of(event));
    }

    @Test
    void everyRequestOfTheGuidesPageRuns() throws IOException {
        var requests = Files.readAllLines(Path.of("../../implementation-guide/pages/audit.md")).stream()
                .filter(line -> line.startsWith("GET [base]/fhir/"))
                .map(line -> line.substring("GET [base]/fhir/".length()))
                .toList();

        assertThat(requests).hasSizeGreaterThan(6);
        for (var request : requests) {
            var reader = request.contains("patient=") ? representative : administrator;
            reader.get(request.replace("Patient/[id]", referral.patient())
                            .replace("Task/[id]", referral.task())
                            .replace("Organization/[id]", organisation))
                    .hasStatus(200);
        }
    }
}
