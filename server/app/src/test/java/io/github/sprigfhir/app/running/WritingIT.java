package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.SecurityLabels;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Nobody writes labels, nobody writes in another's name, and nobody mixes two people. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritingIT {

    private static final String LABEL = "\"meta\": {\"%s\": [{\"system\": \"" + SecurityLabels.CIRCLE_OF_CARE
            + "\", \"code\": \"link-worker.1\"}],";

    private final World world;
    private final World.Org own;
    private final World.Org other;
    private final World.Records records;

    @Autowired
    WritingIT(@LocalServerPort int port, ApplicationContext beans) {
        world = new World(new Server(port), beans);
        own = world.organisation();
        other = world.organisation();
        records = world.records(own);
        show();
    }

    /** Whoever keeps the labels in step takes away what no referral explains. */
    private void show() {
        world.show(records.addresses().values(), own);
    }

    @Test
    void aLabelIsNotSentWithAResource() {
        var labelled = goal(LABEL.formatted("security"));
        var task = labelled(records.of(Kind.TASK));

        for (var answer : List.of(
                linkWorker().post("Goal", labelled),
                linkWorker().transaction(Changes.bundle("transaction", Changes.entry("POST", "Goal", labelled))),
                linkWorker().put(records.of(Kind.TASK), task),
                linkWorker()
                        .transaction(
                                Changes.bundle("transaction", Changes.entry("PUT", records.of(Kind.TASK), task))))) {
            assertThat(answer.hasStatus(422).rules()).as(answer.request()).containsExactly("access-label");
            assertThat(answer.expressions().get(0)).endsWith(".meta.security[0]");
        }
    }

    @Test
    void aLabelAmongTheTagsIsNotSentEither() {
        var tagged = goal(LABEL.formatted("tag"));

        assertThat(linkWorker().post("Goal", tagged).hasStatus(422).expressions())
                .containsExactly("Goal.meta.tag[0]");
    }

    @ParameterizedTest
    @CsvSource({"v3-Confidentiality, R, 201", "v3-Confidentiality, X, 422", "v3-ActCode, N, 422"})
    void ofOtherLabelsOnlyConfidentialityIsTaken(String system, String code, int status) {
        show();
        var label = LABEL.formatted("security")
                .replace(SecurityLabels.CIRCLE_OF_CARE, "http://terminology.hl7.org/CodeSystem/" + system)
                .replace("link-worker.1", code);

        linkWorker().post("Goal", goal(label)).hasStatus(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\": \"add\", \"path\": \"/meta/security/-\", \"value\": {\"system\": \"%s\", \"code\": \"x\"}}]",
                "[{\"op\": \"test\", \"path\": \"/meta/security/0/code\", \"value\": \"provider.1\"}]",
                "[{\"op\": \"remove\", \"path\": \"/meta/security\"}]",
                "[{\"op\": \"copy\", \"from\": \"/meta\", \"path\": \"/note\"}]",
                "[{\"op\": \"replace\", \"path\": \"\", \"value\": {}}]",
            })
    void aPatchDoesNotReachTheLabels(String patch) {
        show();
        assertThat(linkWorker()
                        .patch(records.of(Kind.TASK), Server.JSON_PATCH, patch.formatted(SecurityLabels.CIRCLE_OF_CARE))
                        .hasStatus(422)
                        .rules())
                .containsExactly("access-label");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task.meta.security[0]",
                "Task.where(meta.security.code = 'x').status",
                "Task.descendants().status",
                "Task.children()",
                "Task.*",
            })
    void noPathLeadsThereEither(String path) {
        show();
        for (var answer : List.of(
                linkWorker().patch(records.of(Kind.TASK), Server.JSON, Changes.fhirPathDelete(path)),
                linkWorker()
                        .transaction(Changes.bundle(
                                "transaction",
                                Changes.entry("PATCH", records.of(Kind.TASK), Changes.fhirPathDelete(path)))))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("access-label");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Meta-Snapshot-Mode, SECURITY_LABEL",
        "X-Rewrite-History, true",
        "X-Transaction-Semantics, tryBatchAsTransactionFirst=true; retryCount=2",
    })
    void noHeaderChangesHowAWriteIsDone(String header, String value) {
        var task = records.of(Kind.TASK);

        assertThat(linkWorker()
                        .put(task, bare(task), header, value)
                        .hasStatus(400)
                        .rules())
                .containsExactly("access-condition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$meta", "$meta-add", "$meta-delete", "$expunge", "$validate", "$diff"})
    void noOperationOfTheLibraryIsThere(String operation) {
        var nothing = "{\"resourceType\": \"Parameters\"}";
        var patient = records.of(Kind.PATIENT);
        for (var answer : List.of(
                linkWorker().post(patient + "/" + operation, nothing),
                linkWorker().get(patient + "/" + operation),
                linkWorker().post("Patient/" + operation, nothing),
                linkWorker().get("Patient/" + operation),
                linkWorker().post(operation, nothing))) {
            assertThat(answer.status()).as(answer.request() + answer.body()).isIn(400, 403, 404, 405);
        }
        for (var type : List.of("batch", "transaction")) {
            var entries = linkWorker()
                    .transaction(Changes.bundle(
                            type,
                            Changes.entry("GET", patient + "/" + operation, ""),
                            Changes.entry("GET", "Patient/" + operation, "")));
            assertThat(statuses(entries)).allMatch(status -> status >= 400 && status < 500);
            for (var method : List.of("POST", "PUT", "PATCH")) {
                var answer = linkWorker()
                        .transaction(Changes.bundle(type, Changes.entry(method, patient + "/" + operation, nothing)));
                assertThat(statuses(answer)).as(answer.body()).allMatch(status -> status >= 400 && status < 500);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$reindex",
                "$graphql",
                "$export",
                "$get-resource-counts",
                "$mark-all-resources-for-reindexing",
                "$expunge",
                "$perform-reindexing-pass",
                "$process-message",
                "Binary",
                "Binary/1",
                "_history",
                "Patient/_history",
                "$delete-expunge",
                "$import",
                "$replace-references",
                "$merge",
                "$hapi.fhir.bulk-patch",
                "CodeSystem/$apply-codesystem-delta-add",
                "ValueSet/$invalidate-expansion",
                "Patient/$match",
                "Observation/$lastn",
            })
    void noBackDoorIsThere(String path) {
        for (var role : Role.values()) {
            assertThat(world.as(role, own).get(path).status()).as(path).isIn(400, 403, 404, 405);
            assertThat(world.as(role, own)
                            .post(path, "{\"resourceType\": \"Parameters\"}")
                            .status())
                    .as(path)
                    .isIn(400, 403, 404, 405);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CONSENT", "FLAG", "TASK", "ENCOUNTER", "OBSERVATION", "COMMUNICATION", "GOAL", "SUBSCRIPTION"})
    void nobodyWritesInAnothersName(Kind kind) {
        show();
        var forged = world.record(kind, other, records)
                .replaceAll("(\"expressedBy\": \\{\\s*\"reference\": \")[^\"]+", "$1" + other.role());

        var answer = linkWorker().post(kind.type(), forged).hasStatus(422);

        assertThat(answer.rules()).contains("access-author");
        assertThat(answer.expressions()).allMatch(place -> place.startsWith(kind.type() + "."));
    }

    @Test
    void aReferralIsNotSentInAnothersName() {
        show();
        var forged = world.record(Kind.SERVICE_REQUEST, other, records);
        var inATransaction = Changes.bundle("transaction", Changes.entry("POST", "ServiceRequest", forged));

        assertThat(world.as(Role.REFERRER, own)
                        .post("ServiceRequest", forged)
                        .hasStatus(422)
                        .expressions())
                .containsExactly("ServiceRequest.requester");
        assertThat(world.as(Role.REFERRER, own)
                        .transaction(inATransaction)
                        .hasStatus(422)
                        .expressions())
                .containsExactly("Bundle.entry[0].resource.requester");
    }

    @Test
    void aNoteIsNotSignedWithAnothersName() {
        show();
        var patch =
                "[{\"op\": \"add\", \"path\": \"/note\", \"value\": [{\"text\": \"Hm.\", \"authorReference\": {\"reference\": \"%s\"}}]}]";
        var task = records.of(Kind.TASK);

        assertThat(linkWorker()
                        .patch(task, Server.JSON_PATCH, patch.formatted(other.id()))
                        .hasStatus(422)
                        .rules())
                .containsExactly("access-author");
        linkWorker().patch(task, Server.JSON_PATCH, patch.formatted(own.id())).hasStatus(200);
    }

    @Test
    void anEntryOfTheDirectoryIsNeitherMadeForAnotherNorGivenAway() {
        var editor = world.as(Role.DIRECTORY_EDITOR, own);
        var theirs = world.entry(Kind.HEALTHCARE_SERVICE, other);
        var ours = own.of(Kind.HEALTHCARE_SERVICE);
        var givenAway = bare(ours).replace(own.id(), other.id());

        assertThat(editor.post("HealthcareService", theirs).hasStatus(403).rules())
                .containsExactly("access-own");
        assertThat(editor.put(ours, givenAway).hasStatus(403).rules()).containsExactly("access-own");
        editor.post("HealthcareService", world.entry(Kind.HEALTHCARE_SERVICE, own))
                .hasStatus(201);
    }

    @Test
    void aRecordIsThatOfWhoeverSentIt() {
        var person = Person.next();

        var made =
                world.as(Role.REFERRER, own).post("Patient", person.patient()).hasStatus(201);
        assertThat(made.as(Patient.class).getManagingOrganization().getReference())
                .isEqualTo(own.id());

        var forged = person.patient()
                .replaceFirst("\\{", "{\"managingOrganization\": {\"reference\": \"%s\"},".formatted(other.id()));
        assertThat(world.as(Role.REFERRER, own)
                        .post("Patient", forged)
                        .hasStatus(422)
                        .expressions())
                .containsExactly("Patient.managingOrganization");
    }

    @Test
    void twoPracticesEachHaveTheirOwnRecordOfOnePerson() {
        var person = Person.next();
        var condition = "identifier=https://fhir.nhs.uk/Id/nhs-number|" + person.nhsNumber();
        var bundle = Changes.bundle(
                "transaction",
                Changes.entry("POST", "Patient", person.patient(), "\"ifNoneExist\": \"%s\"".formatted(condition)));

        var one = world.as(Role.REFERRER, own).transaction(bundle).locations().get(0);
        var two = world.as(Role.REFERRER, other).transaction(bundle).locations().get(0);
        world.show(List.of(one), own);
        world.show(List.of(two), other);

        assertThat(two).isNotEqualTo(one);
        assertThat(world.as(Role.REFERRER, own).transaction(bundle).locations()).containsExactly(one);
        assertThat(world.as(Role.REFERRER, other)
                        .post("Patient", person.patient(), "If-None-Exist", condition)
                        .hasStatus(200)
                        .header("Location"))
                .contains(two);
        assertThat(world.as(Role.REFERRER, own)
                        .post("Patient", person.patient())
                        .hasStatus(409)
                        .rules())
                .containsExactly("duplicate-identifier");
    }

    @Test
    void oneForbiddenEntryKeepsTheOthersOut() {
        var goal = world.record(Kind.GOAL, own, records);
        var answer = linkWorker()
                .transaction(Changes.bundle(
                        "transaction",
                        Changes.entry("POST", "Goal", goal),
                        Changes.entry("DELETE", records.of(Kind.FLAG), "")));

        assertThat(answer.hasStatus(403).rules()).containsExactly("access-role");
        assertThat(answer.expressions()).containsExactly("Bundle.entry[1]");
    }

    @Test
    void ofABatchOnlyTheForbiddenEntryIsRefused() {
        show();
        var answer = linkWorker()
                .transaction(Changes.bundle(
                        "batch",
                        Changes.entry("POST", "Goal", world.record(Kind.GOAL, own, records)),
                        Changes.entry("DELETE", records.of(Kind.FLAG), ""),
                        Changes.entry("GET", "AuditEvent", "")));

        assertThat(statuses(answer)).startsWith(201, 403);
    }

    @Test
    void twoPeopleAreNotMixed() {
        var another = world.records(own);
        world.show(another.addresses().values(), own);
        show();
        var goal = world.record(Kind.GOAL, own, records)
                .replace(records.of(Kind.SERVICE_REQUEST), another.of(Kind.SERVICE_REQUEST));
        var moved = bare(records.of(Kind.SERVICE_REQUEST)).replace(records.of(Kind.PATIENT), another.of(Kind.PATIENT));
        var borrowed =
                world.record(Kind.SERVICE_REQUEST, own, records).replace(records.of(Kind.FLAG), another.of(Kind.FLAG));

        for (var answer : List.of(linkWorker().post("Goal", goal), linkWorker().post("ServiceRequest", borrowed))) {
            assertThat(answer.hasStatus(422).rules()).as(answer.request()).contains("same-person");
        }
        assertThat(linkWorker()
                        .put(records.of(Kind.SERVICE_REQUEST), moved)
                        .hasStatus(422)
                        .rules())
                .contains("referral-fixed");
    }

    private String goal(String label) {
        return world.record(Kind.GOAL, own, records).replaceFirst("\"meta\": \\{", label);
    }

    /** As its readers get it: with no labels of its own. */
    private String bare(String address) {
        var resource = Json.read(world.stored(address));
        resource.setMeta(new Meta());
        return Json.of(resource).replaceFirst("\"meta\":\\{[^{}]*},", "");
    }

    private String labelled(String address) {
        return bare(address)
                .replaceFirst("\\{", "{" + LABEL.formatted("security").replaceFirst(",$", "},"));
    }

    private List<Integer> statuses(Answer answer) {
        if (answer.status() != 200) {
            return List.of(answer.status());
        }
        return answer.as(Bundle.class).getEntry().stream()
                .map(entry -> Integer.valueOf(entry.getResponse().getStatus().substring(0, 3)))
                .toList();
    }

    private Server linkWorker() {
        return world.as(Role.LINK_WORKER, own);
    }
}
