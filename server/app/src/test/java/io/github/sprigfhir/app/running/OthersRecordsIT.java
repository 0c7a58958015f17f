package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a caller may not see cannot be told from what is not there, and nothing can be hung on it. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersRecordsIT {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String RENAME = "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"received\"}]";

    private final World world;
    private final World.Org own;
    private final World.Records mine;
    private final World.Records theirs;

    @Autowired
    OthersRecordsIT(@LocalServerPort int port, ApplicationContext beans) {
        world = new World(new Server(port), beans);
        own = world.organisation();
        var other = world.organisation();
        mine = world.records(own);
        theirs = world.records(other);
        world.show(mine.addresses().values(), own);
        world.show(theirs.addresses().values(), other);
    }

    @Test
    void aWholeResourceSentToIt() {
        assertAlike(Kind.TASK, address -> linkWorker().put(address, with(address)));
        assertAlike(Kind.TASK, address -> linkWorker().put(address, with(address), "If-Match", "W/\"7\""));
        assertAlike(Kind.SUBSCRIPTION, address -> linkWorker().put(address, with(address)));
    }

    @Test
    void aPatchOfIt() {
        assertAlike(Kind.TASK, address -> linkWorker().patch(address, Server.JSON_PATCH, RENAME));
        assertAlike(Kind.TASK, address -> linkWorker()
                .patch(address, Server.JSON, Changes.fhirPathReplace("Task.status", "received")));
        assertAlike(
                Kind.TASK, address -> linkWorker().patch(address, Server.JSON_PATCH, RENAME, "If-Match", "W/\"7\""));
    }

    @Test
    void itsDeletion() {
        assertAlike(Kind.SUBSCRIPTION, address -> linkWorker().delete(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "batch"})
    void theSameWithinABundle(String type) {
        for (var method : List.of("PUT", "PATCH")) {
            assertAlike(Kind.TASK, address -> linkWorker()
                    .post(
                            "",
                            Changes.bundle(
                                    type,
                                    Changes.entry(
                                            method,
                                            address,
                                            method.equals("PUT")
                                                    ? with(address)
                                                    : Changes.fhirPathReplace("Task.status", "received")))));
        }
    }

    @Test
    void anOperationOnIt() {
        var nothing = "{\"resourceType\": \"Parameters\"}";
        assertAlike(Kind.TASK, address -> linkWorker().post(address + "/$return", nothing));
        assertAlike(Kind.SERVICE_REQUEST, address -> linkWorker().post(address + "/$escalate", nothing));
        assertAlike(Kind.SERVICE_REQUEST, address -> linkWorker().post(address + "/$handover", nothing));
        assertAlike(Kind.SUBSCRIPTION, address -> linkWorker().get(address + "/$status"));
    }

    @Test
    void anOperationThatIsToldToUseIt() {
        assertAlike(Kind.TASK, address -> linkWorker()
                .post(mine.of(Kind.SERVICE_REQUEST) + "/$handover", """
                        {"resourceType": "Parameters", "parameter": [
                          {"name": "replaces", "valueReference": {"reference": "%s"}}]}""".formatted(address)));
    }

    @Test
    void aReferenceToIt() {
        assertAlike(Kind.SERVICE_REQUEST, address -> linkWorker().post("Encounter", contactOf(address)));
        assertAlike(Kind.SERVICE_REQUEST, address -> linkWorker()
                .transaction(Changes.bundle("transaction", Changes.entry("POST", "Encounter", contactOf(address)))));
        assertAlike(Kind.TASK, address -> linkWorker()
                .patch(
                        mine.of(Kind.TASK),
                        Server.JSON_PATCH,
                        "[{\"op\": \"add\", \"path\": \"/partOf\", \"value\": [{\"reference\": \"%s\"}]}]"
                                .formatted(address)));
        assertThat(linkWorker()
                        .post("Encounter", contactOf(theirs.of(Kind.SERVICE_REQUEST)))
                        .hasStatus(422)
                        .rules())
                .containsExactly("reference-to-nothing");
    }

    @Test
    void aConditionalReferenceToIt() {
        var existing = identifier(theirs.of(Kind.SERVICE_REQUEST));
        for (var route : List.<Function<String, Answer>>of(
                contact -> linkWorker().post("Encounter", contact), contact -> linkWorker()
                        .transaction(Changes.bundle("transaction", Changes.entry("POST", "Encounter", contact))))) {
            var there = route.apply(contactOf("ServiceRequest?identifier=" + existing));
            var nowhere = route.apply(contactOf("ServiceRequest?identifier=https://world.example/id|nothing"));

            assertThat(there.hasStatus(422).rules()).containsExactly("reference-to-nothing");
            assertThat(there.body().replace(existing, "")).isEqualTo(nowhere.body());
        }
    }

    @Test
    void aConditionalReferenceFindsWhatIsSeen() {
        var seen = identifier(mine.of(Kind.SERVICE_REQUEST));

        linkWorker()
                .post("Encounter", contactOf("ServiceRequest?identifier=" + seen))
                .hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task?status=requested",
                "Task?identifier=a|b&status=requested",
                "Task?patient.family=Quillfeather",
                "Task?_has:Provenance:target:_id=1",
                "Task?_security=https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care|provider.1",
                "Task?identifier:not=a|b",
            })
    void aConditionThatGuesses(String condition) {
        var task = world.record(Kind.TASK, own, mine);
        var asked = condition.replace("|", "%7C");

        for (var answer : List.of(
                linkWorker().put(asked, task),
                linkWorker().patch(asked, Server.JSON_PATCH, RENAME),
                linkWorker().post("Task", task, "If-None-Exist", asked.substring(5)),
                linkWorker().transaction(Changes.bundle("transaction", Changes.entry("PUT", asked, task))),
                linkWorker()
                        .transaction(Changes.bundle(
                                "transaction",
                                Changes.entry(
                                        "POST",
                                        "Task",
                                        task,
                                        "\"ifNoneExist\": \"%s\"".formatted(asked.substring(5))))))) {
            assertThat(answer.hasStatus(400).rules()).as(answer.request()).containsExactly("access-condition");
        }
    }

    @Test
    void aConditionMatchesOnlyWhatIsSeen() {
        var condition = "Task?identifier=" + identifier(theirs.of(Kind.TASK)).replace("|", "%7C");

        linkWorker().patch(condition, Server.JSON_PATCH, RENAME).hasStatus(404);

        assertThat(world.stored(theirs.of(Kind.TASK))).contains("\"requested\"");
    }

    /** The answers about what is hidden and about what never was differ in the id alone. */
    private void assertAlike(Kind kind, Function<String, Answer> asked) {
        var hidden = theirs.of(kind);
        var nothing = kind.type() + "/" + NOBODY;
        var before = world.stored(hidden);

        var one = asked.apply(hidden);
        var other = asked.apply(nothing);

        assertThat(one.status()).as("%s%n%s", one.request(), one.body()).isEqualTo(other.status());
        assertThat(anonymous(one)).isEqualTo(anonymous(other)).doesNotContain("access-");
        assertThat(world.stored(hidden)).isEqualTo(before);
    }

    private String anonymous(Answer answer) {
        return answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID");
    }

    private String with(String address) {
        var id = address.substring(address.indexOf('/') + 1);
        var type = address.substring(0, address.indexOf('/'));
        return "{\"resourceType\": \"%s\", \"id\": \"%s\", \"status\": \"requested\"}".formatted(type, id);
    }

    private String contactOf(String request) {
        var records = new EnumMap<Kind, String>(mine.addresses());
        records.put(Kind.SERVICE_REQUEST, request);
        return world.record(Kind.ENCOUNTER, own, new World.Records(records));
    }

    private String identifier(String address) {
        var json = world.stored(address);
        return json.replaceAll("(?s).*\"identifier\":\\[\\{\"system\":\"([^\"]+)\",\"value\":\"([^\"]+)\".*", "$1|$2");
    }

    private Server linkWorker() {
        return world.as(Role.LINK_WORKER, own);
    }
}
