package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Searches the logs of the whole run for everybody who was in it; so it runs last. */
@RunningServer
@Order(Integer.MAX_VALUE)
class NoPersonInTheLogIT {

    private final Server server;
    private final Path home;
    private final Person person = Person.next();

    NoPersonInTheLogIT(@LocalServerPort int port, @Value("${sprig.home}") Path home) {
        this.server = new Server(port);
        this.home = home;
    }

    @Test
    void noLogNamesAPersonOrTheirWords() throws IOException, InterruptedException {
        provokeTheLog();
        var logs = logs();

        assertThat(logs.get(0)).as("the server's log").anyMatch(line -> line.contains("Tomcat started"));
        assertThat(logs.get(1)).as("the database's log").anyMatch(line -> line.contains("ready to accept connections"));
        assertThat(Person.everybody()).contains(person);
        var secrets = Person.everybody().stream()
                .flatMap(someone -> someone.secrets().stream())
                .distinct()
                .toList();
        var told = new ArrayList<String>();
        for (var log : logs) {
            for (var line : log) {
                if (secrets.stream().anyMatch(line::contains)) {
                    told.add(line);
                }
            }
        }
        assertThat(told).isEmpty();
    }

    /** What HostileRequestsIT sends to be logged, looked up or taken for a line of its own. */
    @Test
    void noLogRepeatsWhatAnAttackerSent() throws IOException {
        for (var log : logs()) {
            assertThat(log)
                    .noneMatch(line -> line.contains("X-Injected")
                            || line.contains("jndi:")
                            || line.contains("elsewhere.example")
                            || line.contains("DROP TABLE"));
        }
    }

    private List<List<String>> logs() throws IOException {
        return List.of(ServerLog.lines(), Files.readAllLines(home.resolve("postgresql.log")));
    }

    /** Everything that is known to make servers talkative: refusals, races, failures in the database, odd searches. */
    private void provokeTheLog() throws InterruptedException {
        var story = Story.about(person, server);
        var referral = story.gpReferral();
        Together.atTheSameInstant(6, () -> server.transaction(referral).status());
        server.post("Patient", person.patient());
        server.post("Patient", person.patient().replace(person.nhsNumber(), person.wrongNhsNumber()));
        server.post("Patient", person.patient().replace("female", person.family()));
        server.post("Patient", person.patient().replace(person.birthDate(), person.birthDate() + "x"));
        server.post("Patient", "{\"resourceType\": \"Patient\", \"%s\": true}".formatted(person.family()));
        server.put("Patient/" + person.nhsNumber(), person.patient());
        server.get("Patient/" + person.family());
        for (var search : List.of(
                "family=" + person.family() + "&shoes=" + person.nhsNumber(),
                "family:exact=" + person.family() + "&birthdate=" + person.birthDate(),
                "identifier=https://fhir.nhs.uk/Id/nhs-number%7C" + person.nhsNumber(),
                "birthdate=" + person.birthDate() + "x",
                "family=" + person.family() + "&value-quantity=x",
                "_has:Observation:subject:" + person.family() + "=x",
                "_sort=" + person.family(),
                "_include=Patient:" + person.family())) {
            server.get("Patient?" + search);
            server.transaction(Changes.bundle("batch", Changes.entry("GET", "Patient?" + search, "")));
            server.transaction(Changes.bundle("transaction", Changes.entry("GET", "Patient?" + search, "")));
        }
        server.patch(
                "Patient?family=" + person.family(),
                Server.JSON_PATCH,
                "[{\"op\": \"replace\", \"path\": \"/%s\", \"value\": 1}]".formatted(person.family()));
        server.delete("Patient?family=" + person.family() + "&birthdate=" + person.birthDate());
    }
}
