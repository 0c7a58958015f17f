package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token is for a purpose, and breaking the glass needs a reason, which is kept. */
@GuardedServer
class PurposeIT {

    private static final String ASKED = "grant_type=client_credentials&scope=system/*.rs";

    private final int port;
    private final JdbcClient database;

    @Autowired
    PurposeIT(@LocalServerPort int port, DataSource database) {
        this.port = port;
        this.database = JdbcClient.create(database);
    }

    @Test
    void aTokenIsForTheRolesOwnPurposeUnlessItSaysOtherwise() {
        assertThat(purpose("demo-gp", "")).isEqualTo("TREAT");
        assertThat(purpose("demo-gp", "&purpose_of_use=CAREMGT")).isEqualTo("CAREMGT");
        assertThat(purpose("demo-researcher", "")).isEqualTo("HRESCH");
        assertThat(purpose("demo-admin", "")).isEqualTo("HSYSADMIN");
    }

    @Test
    void nobodyGetsATokenForAnothersPurpose() {
        refused("demo-researcher", "&purpose_of_use=TREAT", "purpose-not-for-role");
        refused("demo-gp", "&purpose_of_use=everything", "purpose-unknown");
        refused("demo-provider", "&purpose_of_use=BTG&purpose_reason=Somebody+is+in+danger", "purpose-not-for-role");
        refused("demo-gp", "&purpose_of_use=BTG", "purpose-reason");
        refused("demo-gp", "&purpose_of_use=BTG&purpose_reason=short", "purpose-reason");
    }

    @Test
    void theReasonForBreakingTheGlassIsKept() {
        var answer = Tokens.json(Tokens.ask(
                        port,
                        "demo-link-worker",
                        ASKED + "&purpose_of_use=BTG&purpose_reason=She+said+she+would+not+see+tomorrow")
                .hasStatus(200));
        var claims = Tokens.claims(answer.path("access_token").asText());
        assertThat(claims.path("purpose_of_use").asText()).isEqualTo("BTG");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(900);
        assertThat(database.sql("select client, person, reason from sprig_broken_glass where id = ?")
                        .param(claims.path("purpose_reason_id").asText())
                        .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                        .single())
                .containsExactly("demo-link-worker", "", "She said she would not see tomorrow");
    }

    private String purpose(String client, String more) {
        var answer = Tokens.json(Tokens.ask(port, client, ASKED + more).hasStatus(200));
        return Tokens.claims(answer.path("access_token").asText())
                .path("purpose_of_use")
                .asText();
    }

    private void refused(String client, String more, String rule) {
        assertThat(Tokens.ask(port, client, ASKED + more).hasStatus(400).body()).contains("invalid_request", rule);
    }
}
