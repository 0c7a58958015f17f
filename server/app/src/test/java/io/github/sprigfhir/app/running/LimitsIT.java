package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/** What searches, conditions and statements may ask of the running server, and that dates are compared as FHIR says. */
@RunningServer
class LimitsIT {

    private final Server server;
    private final DataSource database;
    private final Environment environment;
    private final Person person = Person.next();

    @Autowired
    LimitsIT(@LocalServerPort int port, DataSource database, Environment environment) {
        this.server = new Server(port);
        this.database = database;
        this.environment = environment;
        // Everybody's practice is in it.
        server.transaction(server.published("Bundle-example-directory.json")).hasStatus(200);
    }

    @Test
    void aYearIsComparedFromItsFirstDayToItsLast() {
        server.post("Patient", person.patient()).hasStatus(201);
        var year = Integer.parseInt(person.birthDate().substring(0, 4));
        var month = person.birthDate().substring(0, 7);

        for (var found : List.of(
                "ge" + year,
                "le" + year,
                "gt" + (year - 1),
                "lt" + (year + 1),
                "" + year,
                "ge" + month,
                "le" + month,
                month)) {
            assertThat(bornIn(found)).as(found).hasSize(1);
        }
        for (var notFound : List.of("gt" + year, "lt" + year, "sa" + year, "eb" + year, "gt" + month, "lt" + month)) {
            assertThat(bornIn(notFound)).as(notFound).isEmpty();
        }
        var now = Year.now(ZoneOffset.UTC);
        assertThat(server.get("Patient?family=%s&_lastUpdated=ge%s".formatted(person.family(), now))
                        .found())
                .hasSize(1);
        assertThat(server.get("Patient?family=%s&_lastUpdated=lt%s".formatted(person.family(), now))
                        .found())
                .isEmpty();
        // Where the type of the value cannot be told, it is refused rather than compared wrongly.
        assertThat(server.get("Task?patient.birthdate=ge" + year).hasStatus(400).rules())
                .containsExactly("search-parameter");
        assertThat(server.get("Task?patient.birthdate=ge%s-01-01".formatted(year))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aConditionIsCheckedAsASearchIs() {
        for (var condition : List.of("value-quantity=1E999999999", "_has:::=a", "identifier=" + "a,".repeat(300))) {
            assertThat(server.post("Observation", "{\"resourceType\": \"Observation\"}", "If-None-Exist", condition)
                            .hasStatus(400)
                            .rules())
                    .containsAnyOf("search-parameter", "limit");
            assertThat(server.put("Observation?" + condition, "{\"resourceType\": \"Observation\"}")
                            .hasStatus(400)
                            .rules())
                    .containsAnyOf("search-parameter", "limit");
            assertThat(server.transaction(Changes.bundle(
                                    "transaction",
                                    Changes.entry(
                                            "POST",
                                            "Observation",
                                            "{\"resourceType\": \"Observation\"}",
                                            "\"ifNoneExist\": \"%s\"".formatted(condition))))
                            .hasStatus(400)
                            .rules())
                    .containsAnyOf("search-parameter", "limit");
        }
        assertThat(server.post(
                                "Patient",
                                person.patient()
                                        .replace("ods-organization-code|A99001", "ods-organization-code|A99001&name=x"))
                        .hasStatus(422)
                        .rules())
                .contains("reference-form");
    }

    @Test
    void aNarrativeIsRefusedByWhicheverWayItComes() {
        var unsafe =
                "\"text\": {\"status\": \"generated\", \"div\": \"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script>1</script></div>\"},";
        var patient = "{" + unsafe + person.patient().substring(person.patient().indexOf('{') + 1);

        assertThat(server.post("Patient", patient).hasStatus(422).rules()).contains("narrative");
        assertThat(server.transaction(Changes.bundle("transaction", Changes.entry("POST", "Patient", patient)))
                        .hasStatus(422)
                        .expressions())
                .contains("Bundle.entry[0].resource.text.div");
        var stored = "Patient/"
                + server.post("Patient", person.patient()).hasStatus(201).id();
        var patch = "[{\"op\": \"add\", \"path\": \"/text\", \"value\": {%s}}]"
                .formatted(unsafe.substring(unsafe.indexOf('{') + 1, unsafe.lastIndexOf('}')));
        assertThat(server.patch(stored, Server.JSON_PATCH, patch).hasStatus(422).rules())
                .contains("narrative");
    }

    @Test
    void noStatementWorksForLongerThanItMay() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var setting = statement.executeQuery("show statement_timeout")) {
                setting.next();
                assertThat(setting.getString(1)).isEqualTo("30s");
            }
            connection.setAutoCommit(false);
            statement.execute("set local statement_timeout = 50");
            assertThatThrownBy(() -> statement.execute("select pg_sleep(5)"))
                    .isInstanceOfSatisfying(SQLException.class, cancelled -> assertThat(cancelled.getSQLState())
                            .isEqualTo("57014"));
            connection.rollback();
        }
    }

    @Test
    void theEmbeddedDatabaseListensOnThisMachineAlone() throws SQLException {
        assertThat(environment.getProperty("spring.datasource.url")).startsWith("jdbc:postgresql://127.0.0.1:");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var setting = statement.executeQuery("show listen_addresses")) {
            setting.next();
            assertThat(setting.getString(1)).isEqualTo("127.0.0.1");
        }
    }

    private List<?> bornIn(String date) {
        return server.get("Patient?family=%s&birthdate=%s".formatted(person.family(), date))
                .found();
    }
}
