package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever answers for all records takes them away as a whole, and reads none one by one. */
@GuardedServer
class ControllerExportIT {

    private final Server admin;
    private final Server gp;
    private final Server controller;
    private final Bulk bulk;
    private final DataSource database;

    ControllerExportIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        controller =
                new Clients(server, beans).as(Role.CONTROLLER, "https://fhir.nhs.uk/Id/ods-organization-code|U99001");
        bulk = new Bulk(controller);
        database = beans.getBean(DataSource.class);
    }

    @Test
    void everyRecordIsTakenAwayAsItIs() throws Exception {
        var referral = Story.about(Person.next(), admin).referredBy(gp);
        var manifest = bulk.manifest(bulk.begin("$export"));

        for (var address : new String[] {referral.patient(), referral.serviceRequest(), referral.task()}) {
            var type = address.replaceFirst("/.*", "");
            var read = gp.get(address).hasStatus(200);
            assertThat(bulk.lines(manifest, type))
                    .anyMatch(line -> line.get("id").asText().equals(address.replaceFirst(".*/", ""))
                            && read.body().contains(line.at("/meta/lastUpdated").asText())
                            && line.at("/meta/security").isMissingNode());
        }
        assertThat(manifest.get("output").findValuesAsText("type"))
                .contains("Organization", "Consent", "Provenance")
                .doesNotContain("Subscription");
        assertThat(bulk.manifest(bulk.begin("Patient/$export")).get("output").findValuesAsText("type"))
                .contains("Patient", "Task")
                .doesNotContain("Organization");
    }

    @Test
    void whatHasChangedSinceIsTakenAwayAlone() throws Exception {
        Story.about(Person.next(), admin).referredBy(gp);
        var since = bulk.manifest(bulk.begin("$export?_type=Patient"))
                .get("transactionTime")
                .asText();
        var later = Story.about(Person.next(), admin).referredBy(gp);

        assertThat(bulk.export("$export?_type=Patient&_since=" + since.replace("+", "%2B")))
                .containsExactly(later.patient().replaceFirst(".*/", ""));
    }

    @Test
    void whatWasBeingWrittenWhenItWasAskedIsAwaited() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1");
            var state = bulk.begin("$export?_type=Organization");
            Thread.sleep(5000);
            controller.get(state).hasStatus(202);
            connection.rollback();
            connection.setAutoCommit(true);

            assertThat(bulk.manifest(state).get("output")).isNotEmpty();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void thatRecordsAreTakenAwayIsInTheAudit() throws Exception {
        var audit = new Audit(admin, database);
        var traced = audit.traced();
        var state =
                Bulk.state(controller.get("$export?_type=Patient", "Prefer", "respond-async", traced[0], traced[1]));
        bulk.manifest(state);
        controller
                .get(state.replace("export-status", "export-file") + "&type=Patient", traced)
                .hasStatus(200);

        assertThat(audit.events())
                .extracting(event -> new String(Audit.entity(event, "2").getQuery(), StandardCharsets.UTF_8))
                .satisfiesExactly(
                        begun -> assertThat(begun).isEqualTo("$export?_type=***"), fetched -> assertThat(fetched)
                                .isEqualTo("$export-file?job=%s&type=***".formatted(state.replaceFirst(".*job=", ""))));
    }

    @Test
    void nobodyElseTakesRecordsAwayAndTheControllerReadsNone() {
        for (var other :
                new String[] {"demo-admin", "demo-gp", "demo-link-worker", "demo-provider", "demo-commissioner"}) {
            new Server(controller.port())
                    .as(other)
                    .get("$export", "Prefer", "respond-async")
                    .hasStatus(403);
        }
        controller.get("Patient").hasStatus(403);
        controller
                .get("Group/loneliness-study/$export", "Prefer", "respond-async")
                .hasStatus(404);
        controller
                .get("$export?_type=Observation&_typeFilter=Observation%3Fnothing%3Dx", "Prefer", "respond-async")
                .hasStatus(400);
    }

    @Test
    void whoExportsDoesNotSeeWhatOthersExport() throws Exception {
        var state = bulk.begin("$export?_type=Organization");

        assertThat(new Server(controller.port())
                        .as("demo-researcher")
                        .get(state)
                        .status())
                .isIn(404, 503);
        bulk.manifest(state);
    }
}
