package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person learns through their link worker or their practice who looked at their record, and nothing else. */
@GuardedServer
class WhoLookedIT {

    private static final String ANYTHING = "system/*.rs";

    private final Server server;
    private final Server network;
    private final Server representative;
    private final Audit audit;
    private final Story.Referral referral;
    private final Story.Referral other;

    WhoLookedIT(@LocalServerPort int port, @Autowired DataSource database) {
        server = new Server(port);
        network = server.as("demo-link-worker");
        representative = server.as("demo-link-worker", ANYTHING, "PATRQT");
        audit = new Audit(server, database);
        var administrator = server.as("demo-admin");
        referral = Story.about(Person.next(), administrator).referredBy(server.as("demo-gp"));
        other = Story.about(Person.next(), administrator).referredBy(server.as("demo-gp"));
    }

    @Test
    void theAnswerSaysWhoAndWhenAndNothingOfOthers() {
        network.get(
                        "Task?_id=%s,%s&_include=Task:patient".formatted(id(referral.task()), id(other.task())),
                        audit.traced())
                .hasStatus(200);

        var answer = representative
                .get("AuditEvent?altid=demo-link-worker&purpose=TREAT&patient=" + referral.patient())
                .hasStatus(200);

        assertThat(answer.bundle().getTotal()).isEqualTo(1);
        assertThat(answer.body())
                .contains("demo-link-worker", "Organization/", referral.patient(), "search-type", "TREAT")
                .doesNotContain(
                        id(other.patient()),
                        id(other.task()),
                        id(referral.task()),
                        "_include",
                        "127.0.0.1\"",
                        audit.request());
    }

    @Test
    void thePracticeMayAskToo() {
        assertThat(server.as("demo-gp", ANYTHING, "PATRQT")
                        .get("AuditEvent?subtype=transaction&patient=" + referral.patient())
                        .found())
                .hasSize(1);
    }

    @Test
    void whoIsNotLetNearTheRecordHasTriedAndThatIsTold() {
        server.as("demo-gp-2").get(referral.patient()).hasStatus(404);

        assertThat(representative
                        .get("AuditEvent?altid=demo-gp-2&patient=" + referral.patient())
                        .found())
                .singleElement()
                .satisfies(event ->
                        assertThat(((AuditEvent) event).getOutcomeDesc()).isEqualTo("HTTP 404; not-found"));
    }

    @Test
    void thatSomebodyAskedIsOnRecordItself() {
        var asked = "AuditEvent?patient=" + referral.patient();
        representative.get(asked, audit.traced()).hasStatus(200);

        assertThat(Audit.what(audit.event(), "1")).containsExactly(referral.patient());
        assertThat(representative.get(asked + "&purpose=PATRQT").found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?_count=1",
                "?patient=$PERSON,$OTHER",
                "?patient=$PERSON&patient=$OTHER",
                "?patient=$PERSON&entity=$OTHER",
                "?entity=$PERSON",
                "?patient="
            })
    void onlyTheRecordOfExactlyOnePersonIsAskedFor(String search) {
        var answer = representative.get(
                "AuditEvent" + search.replace("$PERSON", referral.patient()).replace("$OTHER", other.patient()));

        assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        assertThat(answer.body()).doesNotContain("\"AuditEvent\"");
    }

    @Test
    void noEventIsReadByItsId() {
        network.get(referral.patient(), audit.traced()).hasStatus(200);
        var event = audit.event().getIdElement().getIdPart();

        assertThat(representative.get("AuditEvent/" + event).hasStatus(403).rules())
                .containsExactly("access-role");
        assertThat(representative.get("AuditEvent?_id=" + event).hasStatus(403).rules())
                .containsExactly("audit-reader");
    }

    @Test
    void withAnotherPurposeOrRoleNobodyLearnsIt() {
        var asked = "AuditEvent?patient=" + referral.patient();

        for (var client : List.of("demo-gp", "demo-link-worker")) {
            assertThat(server.as(client).get(asked).hasStatus(403).rules()).containsExactly("audit-reader");
            assertThat(server.as(client, ANYTHING, "CAREMGT")
                            .get(asked)
                            .hasStatus(403)
                            .rules())
                    .containsExactly("audit-reader");
        }
        for (var client : List.of("demo-provider", "demo-researcher", "demo-commissioner")) {
            assertThat(server.as(client).get(asked).hasStatus(403).rules()).containsExactly("access-role");
        }
        for (var client : List.of("demo-provider", "demo-researcher")) {
            Tokens.ask(server.port(), client, "grant_type=client_credentials&scope=system/*.rs&purpose_of_use=PATRQT")
                    .hasStatus(400);
        }
    }

    @Test
    void aTokenNeedsTheScopeOfTheAuditAndNoOther() {
        var asked = "AuditEvent?patient=" + referral.patient();

        server.as("demo-link-worker", "system/AuditEvent.s", "PATRQT")
                .get(asked)
                .hasStatus(200);
        assertThat(server.as("demo-link-worker", "system/Patient.rs", "PATRQT")
                        .get(asked)
                        .hasStatus(403)
                        .rules())
                .containsExactly("scope-missing");
    }

    @Test
    void aPersonWhomTheCallerDoesNotSeeIsAnsweredLikeNobody() {
        var stranger = server.as("demo-gp-2", ANYTHING, "PATRQT");
        var nobody = "Patient/" + UUID.randomUUID();
        for (var caller : List.of(stranger, representative)) {
            var unknown = caller.get("AuditEvent?patient=" + nobody).hasStatus(404);
            assertThat(unknown.body())
                    .isEqualTo(caller.get(nobody).hasStatus(404).body());
        }
        var hidden = stranger.get("AuditEvent?patient=" + referral.patient()).hasStatus(404);
        assertThat(hidden.body())
                .isEqualTo(stranger.get(referral.patient()).hasStatus(404).body());
    }

    @Test
    void anEntryOfABatchIsAnsweredAsTheRequestIs() {
        var batch = Changes.bundle(
                "batch",
                Changes.entry("GET", "AuditEvent?patient=" + referral.patient(), ""),
                Changes.entry("GET", "AuditEvent?patient=Patient/" + UUID.randomUUID(), ""),
                Changes.entry("GET", "AuditEvent?_count=1", ""));

        var asked = representative.post("", batch).hasStatus(200).bundle().getEntry();
        assertThat(((Bundle) asked.get(0).getResource()).getEntry())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(Json.of(found.getResource()))
                        .contains(referral.patient())
                        .doesNotContain("Task/"));
        assertThat(asked.get(1).getResponse().getStatus()).startsWith("404");
        assertThat(asked.get(2).getResponse().getStatus()).startsWith("403");
        var refused = network.post("", batch).hasStatus(200).bundle().getEntry();
        assertThat(refused).allSatisfy(entry -> {
            assertThat(entry.getResponse().getStatus()).startsWith("403");
            assertThat(entry.getResource()).isNull();
        });
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
