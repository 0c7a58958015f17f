package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every refusal leaves exactly one event, which says the status and the rule and nothing of what was sent. */
@GuardedServer
class RefusalsOnRecordIT {

    private final Server server;
    private final Server administrator;
    private final Audit audit;
    private final Person person = Person.next();
    private final Story story;

    RefusalsOnRecordIT(@LocalServerPort int port, @Autowired DataSource database) {
        server = new Server(port);
        administrator = server.as("demo-admin");
        audit = new Audit(server, database);
        story = Story.about(person, administrator);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "demo-gp; GET; Patient?family:unknown=$FAMILY; -; 400; search-",
                "demo-gp; POST; Patient; {; 400; body-json",
                "demo-gp; POST; Patient; {\"resourceType\": \"Task\"}; 400; ",
                "demo-gp; POST; ''; {\"resourceType\": \"Bundle\", \"type\": \"searchset\"}; 400; ",
                "demo-provider; POST; Patient; $PATIENT; 403; access-role",
                "demo-provider; GET; AuditEvent; -; 403; access-role",
                "demo-gp; GET; AuditEvent; -; 403; audit-reader",
                "demo-commissioner; GET; Patient; -; 403; access-role",
                "demo-gp; DELETE; $HIDDEN; -; 403; access-role",
                "demo-gp-2; GET; $HIDDEN; -; 404; not-found",
                "demo-gp-2; GET; $HIDDEN/_history/1; -; 404; not-found",
                "demo-gp-2; GET; $HIDDEN/_history; -; 404; not-found",
                "demo-gp; GET; Patient/00000000-0000-4000-8000-000000000000; -; 404; not-found",
                "demo-gp; GET; Medication/$FAMILY; -; 404; ",
                "demo-gp; PUT; Patient/00000000-0000-4000-8000-000000000000; $PATIENT; 4; ",
                "demo-gp; POST; AuditEvent; {\"resourceType\": \"AuditEvent\"}; 405; ",
                "demo-gp; POST; Patient; $WRONG; 422; nhs-number-check-digit",
                "demo-gp; POST; Patient; $AGAIN; 409; duplicate-identifier",
                "demo-link-worker; POST; ServiceRequest/00000000-0000-4000-8000-000000000000/$escalate; {\"resourceType\": \"Parameters\"}; 404; ",
                "demo-provider; POST; $REQUEST/$escalate; {\"resourceType\": \"Parameters\"}; 403; access-role"
            })
    void itIsOneEvent(String client, String method, String path, String body, String status, String rule) {
        var referral = story.referredBy(server.as("demo-gp"));
        var address = path.replace("''", "")
                .replace("$FAMILY", person.family())
                .replace("$HIDDEN", referral.patient())
                .replace("$REQUEST", referral.serviceRequest());
        var sent = body == null ? "" : body(body);

        var answer = server.as(client)
                .ask(
                        method,
                        address,
                        sent.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent),
                        "X-Request-Id",
                        audit.request(),
                        "Content-Type",
                        Server.JSON);

        assertThat(Integer.toString(answer.status())).as(answer.body()).startsWith(status);
        var event = audit.event();
        assertThat(event.getOutcome()).isEqualTo(answer.status() == 403 ? AuditEventOutcome._8 : AuditEventOutcome._4);
        assertThat(event.getOutcomeDesc()).startsWith("HTTP " + answer.status());
        if (rule != null) {
            assertThat(event.getOutcomeDesc()).contains(rule);
        }
        assertThat(Audit.agent(event, "PROV").getWho().getReference()).startsWith("Organization/");
        assertThat(event.getMeta().getProfile()).isEmpty();
        assertThat(Json.of(event)).contains(client).doesNotContain(person.wrongNhsNumber(), person.family());
    }

    @Test
    void whatIsHiddenIsRecordedAsAskedForByWhoAsked() {
        var patient = story.referredBy(server.as("demo-gp")).patient();

        server.as("demo-gp-2").get(patient, audit.traced()).hasStatus(404);

        assertThat(Audit.what(audit.event(), "1")).containsExactly(patient);
    }

    @Test
    void aScopeThatIsMissingIsOneEventToo() {
        server.as("demo-gp", "system/Organization.rs")
                .get("Patient?_count=1", audit.traced())
                .hasStatus(403);

        assertThat(audit.event().getOutcomeDesc()).isEqualTo("HTTP 403; scope-missing");
    }

    @Test
    void aTransactionThatIsRefusedIsOneEventWhateverItHeld() {
        var answer = server.as("demo-gp")
                .post(
                        "",
                        Changes.bundle(
                                "transaction",
                                Changes.entry("POST", "Patient", Person.next().patient()),
                                Changes.entry(
                                        "POST",
                                        "Patient",
                                        person.patient().replace(person.nhsNumber(), person.wrongNhsNumber()))),
                        audit.traced())
                .hasStatus(422);

        assertThat(answer.rules()).contains("nhs-number-check-digit");
        assertThat(audit.event().getOutcomeDesc()).isEqualTo("HTTP 422; nhs-number-check-digit");
    }

    @Test
    void ofABatchEachRefusalIsInItsEventAndEachChangeHasItsOwn() {
        var referral = story.referredBy(server.as("demo-gp"));
        var answer = server.as("demo-gp-2")
                .post(
                        "",
                        Changes.bundle(
                                "batch",
                                Changes.entry("GET", referral.patient(), ""),
                                Changes.entry("GET", "AuditEvent?patient=" + referral.patient(), ""),
                                Changes.entry("DELETE", "Patient/" + UUID.randomUUID(), ""),
                                Changes.entry("POST", "Patient", Person.next().patient()),
                                Changes.entry(
                                        "POST",
                                        "Patient",
                                        person.patient().replace(person.nhsNumber(), person.wrongNhsNumber()))),
                        audit.traced())
                .hasStatus(200);

        assertThat(answer.bundle().getEntry().stream()
                        .map(entry -> entry.getResponse().getStatus().substring(0, 3)))
                .containsExactly("404", "403", "403", "201", "422");
        var events = audit.events();
        assertThat(events).hasSize(2);
        assertThat(events.get(0).getOutcomeDesc()).isNull();
        assertThat(List.of(events.get(1).getOutcomeDesc().split(", ")))
                .containsExactlyInAnyOrder("not-found", "audit-reader", "access-role", "nhs-number-check-digit");
    }

    @Test
    void aWrongTokenIsCountedWithThoseLikeIt() {
        for (int i = 0; i < 20; i++) {
            server.bearing("not.a.token").get("Patient", audit.traced()).hasStatus(401);
        }

        assertThat(audit.events())
                .hasSizeLessThanOrEqualTo(2)
                .allMatch(event -> event.getOutcome() == AuditEventOutcome._8);
    }

    private String body(String body) {
        return switch (body) {
            case "$PATIENT" -> Person.next().patient();
            case "$AGAIN" -> person.patient();
            case "$WRONG" -> person.patient().replace(person.nhsNumber(), person.wrongNhsNumber());
            default -> body;
        };
    }
}
