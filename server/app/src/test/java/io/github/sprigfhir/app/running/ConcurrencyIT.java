package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Versions, and what becomes of two who change the same thing. */
@RunningServer
class ConcurrencyIT {

    private static final String FIRST = "W/\"1\"";

    private final Server server;
    private final Person person = Person.next();
    private final String address;

    ConcurrencyIT(@LocalServerPort int port) {
        server = new Server(port);
        Story.about(person, server);
        address = "Patient/"
                + server.post("Patient", person.patient()).hasStatus(201).id();
    }

    @Test
    void aCreatedResourceIsAtItsLocationInItsFirstVersion() {
        var created = server.post("Patient", Person.next().patient()).hasStatus(201);

        assertThat(created.header("Location"))
                .startsWith(server.fhirBase() + "/Patient/")
                .endsWith("/_history/1");
        assertThat(created.id()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(created.header("ETag")).isEqualTo(FIRST);
        server.get("Patient/%s/_history/1".formatted(created.id())).hasStatus(200);
    }

    @Test
    void anUpdateOfTheCurrentVersionMakesTheNext() {
        var updated = server.put(address, changed(AdministrativeGender.OTHER), "If-Match", FIRST)
                .hasStatus(200);

        assertThat(updated.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(server.get(address).header("ETag")).isEqualTo("W/\"2\"");
        assertThat(server.get(address + "/_history/1").as(Patient.class).getGender())
                .isEqualTo(AdministrativeGender.FEMALE);
        assertThat(server.get(address + "/_history").as(Bundle.class).getEntry())
                .hasSize(2);
    }

    @Test
    void aHistoryIsWholeHoweverOftenItIsRead() {
        for (var gender :
                List.of(AdministrativeGender.OTHER, AdministrativeGender.MALE, AdministrativeGender.UNKNOWN)) {
            var before = server.get(address + "/_history")
                    .as(Bundle.class)
                    .getEntry()
                    .size();

            server.put(address, changed(gender)).hasStatus(200);

            assertThat(server.get(address + "/_history").as(Bundle.class).getEntry())
                    .hasSize(before + 1);
        }
    }

    @Test
    void anUpdateOfAnOldVersionIsRefused() {
        server.put(address, changed(AdministrativeGender.OTHER), "If-Match", FIRST)
                .hasStatus(200);

        var late = server.put(address, changed(AdministrativeGender.MALE), "If-Match", FIRST)
                .hasStatus(412);

        assertThat(late.rules()).containsExactly("precondition-failed");
        assertThat(server.get(address).as(Patient.class).getGender()).isEqualTo(AdministrativeGender.OTHER);
    }

    @Test
    void aPatchOfAnOldVersionIsRefused() {
        server.put(address, changed(AdministrativeGender.OTHER)).hasStatus(200);
        var patch = "[{\"op\": \"replace\", \"path\": \"/gender\", \"value\": \"male\"}]";

        server.patch(address, Server.JSON_PATCH, patch, "If-Match", FIRST).hasStatus(412);
        server.patch(address, Server.JSON_PATCH, patch, "If-Match", "W/\"2\"").hasStatus(200);
    }

    @Test
    void ofThoseWhoChangeTheSameVersionAtTheSameInstantExactlyOneWins() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            var version = server.get(address).header("ETag");
            var change = changed(round % 2 == 0 ? AdministrativeGender.OTHER : AdministrativeGender.MALE);

            var statuses = Together.atTheSameInstant(
                    4, () -> server.put(address, change, "If-Match", version).status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        }
    }

    @Test
    void whoHasTheCurrentVersionNeedNotReadItAgain() {
        assertThat(server.get(address, "If-None-Match", FIRST).hasStatus(304).body())
                .isEmpty();
        server.put(address, changed(AdministrativeGender.OTHER)).hasStatus(200);
        server.get(address, "If-None-Match", FIRST).hasStatus(200);
    }

    @Test
    void theSenderSaysWhatToGetBack() {
        assertThat(created("return=minimal").body()).isEmpty();
        assertThat(created("return=representation").as(Patient.class).getMeta().getVersionId())
                .isEqualTo("1");
        assertThat(created("return=OperationOutcome").as(OperationOutcome.class).getIssue())
                .allSatisfy(
                        issue -> assertThat(issue.getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.INFORMATION));
    }

    @Test
    void whatWasDeletedIsGoneButKeepsItsHistory() {
        assertThat(server.delete(address).status()).isIn(200, 204);

        assertThat(server.get(address).hasStatus(410).rules()).containsExactly("deleted");
        server.get(address + "/_history/1").hasStatus(200);
        assertThat(server.get("Patient?family=" + person.family()).found()).isEmpty();
        for (var answer :
                List.of(server.patch(address, Server.JSON_PATCH, "[]"), server.get(address + "/_history/2"))) {
            assertThat(answer.hasStatus(410).rules()).containsExactly("deleted");
        }
    }

    private Answer created(String preference) {
        return server.post("Patient", Person.next().patient(), "Prefer", preference)
                .hasStatus(201);
    }

    private String changed(AdministrativeGender gender) {
        return Json.of(server.get(address).as(Patient.class).setGender(gender));
    }
}
