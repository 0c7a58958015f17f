package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tokens prove is on record, and so is who asks for one; strangers cannot fill the disk. */
@GuardedServer
class AuditedAccessIT {

    private static final String ASKED = "grant_type=client_credentials&scope=system/*.rs";

    private final int port;
    private final Server server;
    private final JdbcClient database;
    private final String request = UUID.randomUUID().toString();

    @Autowired
    AuditedAccessIT(@LocalServerPort int port, DataSource database) {
        this.port = port;
        this.server = new Server(port);
        this.database = JdbcClient.create(database);
    }

    @Test
    void whatTheTokenProvesIsOnRecord() {
        server.get("Organization?_count=1", as("demo-link-worker")).hasStatus(200);

        assertThat(rows("client || ' ' || role || ' ' || purpose || ' ' || outcome"))
                .containsExactly("demo-link-worker link-worker TREAT 0");
        assertThat(rows("organisation").get(0)).startsWith("Organization/");
    }

    @Test
    void aTokenThatIsGivenOutIsOnRecord() {
        token("demo-gp", "demo", ASKED).hasStatus(200);

        assertThat(rows("interaction || ' ' || client || ' ' || outcome")).containsExactly("LOGIN demo-gp 0");
    }

    @Test
    void aTokenThatIsRefusedToAKnownClientIsOnRecord() {
        token("demo-gp", "demo", ASKED + "&purpose_of_use=BTG&purpose_reason=short")
                .hasStatus(400);

        assertThat(rows("interaction || ' ' || client || ' ' || status || ' ' || coalesce(reason, 'none')"))
                .containsExactly("LOGIN demo-gp 400 none");
    }

    @Test
    void strangersAreCountedAndTheFirstOfTheMinuteIsOnRecord() {
        for (int i = 0; i < 20; i++) {
            server.get("Patient", "X-Request-Id", request).hasStatus(401);
        }

        assertThat(rows("status::text")).hasSizeLessThanOrEqualTo(2);
        assertThat(database.sql(
                                "select count(*) from sprig_audit where status = 401 and client is null and rules = '{token-missing}'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void theReasonForBreakingTheGlassIsReadByTheAdministrator() {
        var asked = ASKED + "&purpose_of_use=BTG&purpose_reason=She+said+she+would+not+see+today";
        var broken = Tokens.json(token("demo-link-worker", "demo", asked).hasStatus(200))
                .path("access_token")
                .asText();
        server.get("Organization?_count=1", "Authorization", "Bearer " + broken, "X-Request-Id", request)
                .hasStatus(200);

        assertThat(rows("interaction || ' ' || purpose")).containsExactly("LOGIN BTG", "SEARCH_TYPE BTG");
        var events = server.get("AuditEvent?purpose=BTG&_count=200", as("demo-admin"))
                .found();
        assertThat(events.stream().map(AuditEvent.class::cast).filter(event -> Json.of(event)
                        .contains(request)))
                .hasSize(2)
                .allMatch(event -> Json.of(event).contains("She said she would not see today"));
    }

    @Test
    void onlyTheAdministratorsTokenReadsTheRecord() {
        for (var client :
                List.of("demo-gp", "demo-link-worker", "demo-provider", "demo-researcher", "demo-commissioner")) {
            server.get("AuditEvent?_count=1", as(client)).hasStatus(403);
        }
        server.get("AuditEvent?_count=1", as("demo-admin")).hasStatus(200);
    }

    @Test
    void aChangeOfTheRegisterIsOnRecordByWhateverWayItCame() {
        var id = "audited-" + request;
        database.sql("""
                        insert into sprig_client (id, kind, name, role, organisation, scopes)
                        values (?, 'system', 'Audited', 'provider', 'Organization/1', 'system/*.r')
                        """).param(id).update();
        database.sql("update sprig_client set disabled = true where id = ?")
                .param(id)
                .update();
        database.sql("delete from sprig_client where id = ?").param(id).update();

        var events = server.get("AuditEvent?subtype=110137&_count=200", as("demo-admin")).found().stream()
                .map(AuditEvent.class::cast)
                .filter(event -> Json.of(event).contains(id))
                .toList();
        assertThat(events.stream()
                        .map(event -> event.getEntityFirstRep().getLifecycle().getCode()))
                .containsExactly("14", "3", "1");
        assertThat(events)
                .allMatch(
                        event -> event.getAgentFirstRep().getWho().getDisplay().startsWith("Operator"));
    }

    @Test
    void startingIsOnRecord() {
        assertThat(database.sql("select count(*) from sprig_audit where interaction = 'START'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private String[] as(String client) {
        return new String[] {"Authorization", "Bearer " + Tokens.of(port, client), "X-Request-Id", request};
    }

    private Answer token(String client, String secret, String form) {
        var basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return server.askAt(
                "/oauth2/token",
                "POST",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + basic,
                "X-Request-Id",
                request);
    }

    private List<String> rows(String columns) {
        return database.sql("select %s from sprig_audit where request = ?::uuid order by id".formatted(columns))
                .param(request)
                .query(String.class)
                .list();
    }
}
