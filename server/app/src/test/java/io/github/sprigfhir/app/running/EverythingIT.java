package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All of one person's record, for whoever may see it. */
@GuardedServer
class EverythingIT {

    private final Server gp;
    private final Server linkWorker;
    private final Story.Referral referral;
    private final String path;

    EverythingIT(@LocalServerPort int port) {
        var server = new Server(port);
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        var story = Story.about(Person.next(), server.as("demo-admin"));
        referral = story.referredBy(gp);
        path = referral.patient() + "/$everything";
        linkWorker.transaction(story.contact()).hasStatus(200);
        linkWorker.transaction(story.supportPlan()).hasStatus(200);
        gp.post("Condition", new Entries(server, referral).ofThePractice("Condition-example-problem"))
                .hasStatus(201);
        new Worker(linkWorker).take(referral.task(), "in-progress");
        linkWorker.transaction(story.onwardReferral()).hasStatus(200);
    }

    @Test
    void theLinkWorkerIsGivenTheWholeRecordInOrderAndWhoIsNamedInIt() {
        var answer = linkWorker.get(path).hasStatus(200).bundle();

        assertThat(types(answer, SearchEntryMode.MATCH))
                .startsWith("Patient", "ServiceRequest", "ServiceRequest", "Consent")
                .contains("Flag", "Condition", "Task", "Encounter", "Goal", "CarePlan", "Observation", "Provenance")
                .isSortedAccordingTo((one, other) -> Integer.compare(ORDER.indexOf(one), ORDER.indexOf(other)));
        assertThat(types(answer, SearchEntryMode.INCLUDE))
                .contains("PractitionerRole", "Practitioner", "HealthcareService", "Organization");
        assertThat(answer.getTotal())
                .isEqualTo(types(answer, SearchEntryMode.MATCH).size());
        assertThat(answer.getEntry()).extracting(one -> one.getFullUrl()).doesNotHaveDuplicates();
        for (var type : List.of("ServiceRequest", "Task", "Observation", "Provenance")) {
            var search = type.equals("Provenance") ? "target" : "patient";
            assertThat(ids(answer, type))
                    .containsAll(linkWorker.get("%s?%s=%s".formatted(type, search, referral.patient())).found().stream()
                            .map(one -> one.getIdElement().getIdPart())
                            .toList());
        }
        assertThat(linkWorker.get(path).body()).doesNotContain("circle-of-care");
    }

    @Test
    void thePracticeIsGivenWhatItSees() {
        var answer = gp.get(path).hasStatus(200).bundle();

        assertThat(types(answer, SearchEntryMode.MATCH))
                .contains("Patient", "ServiceRequest", "Condition", "Task")
                .doesNotContain("Encounter", "Goal", "CarePlan");
        assertThat(ids(answer, "ServiceRequest")).hasSize(1);
    }

    @Test
    void nobodyElseIsGivenAnything() {
        gp.as("demo-gp-2").get(path).hasStatus(404);
        assertThat(gp.as("demo-provider").get(path).hasStatus(403).rules()).containsExactly("access-role");
        assertThat(gp.as("demo-researcher").get(path).status()).isIn(403, 404);
        assertThat(gp.as("demo-gp", "system/Patient.rs")
                        .get(path)
                        .hasStatus(403)
                        .rules())
                .containsOnly("scope-missing");
        gp.as("demo-gp", "system/Patient.rs").get(path + "?_type=Patient").hasStatus(200);
        assertThat(gp.as("demo-gp", "system/Patient.rs")
                        .get(path + "?_type=Patient,Flag")
                        .hasStatus(403)
                        .rules())
                .containsOnly("scope-missing");
    }

    @Test
    void lessIsGivenWhereLessIsAsked() {
        assertThat(types(linkWorker.get(path + "?_type=Goal,Organization").bundle(), SearchEntryMode.MATCH))
                .containsOnly("Goal");
        var none =
                linkWorker.get(path + "?_since=2099-01-01T00:00:00Z&_type=Task").bundle();
        assertThat(none.getEntry()).isEmpty();
        assertThat(linkWorker
                        .get(path + "?_since=2020-01-01T00:00:00Z&_type=Task")
                        .bundle()
                        .getEntry())
                .hasSize(2);
    }

    @Test
    void whatIsWrongWithTheQuestionIsSaidAllAtOnce() {
        assertThat(linkWorker
                        .get(path + "?_type=Patient,Medication&_since=yesterday&_count=2")
                        .hasStatus(400)
                        .rules())
                .containsExactly("operation-parameter", "operation-parameter", "operation-parameter");
    }

    private static final List<String> ORDER = List.of(
            "Patient",
            "ServiceRequest",
            "Consent",
            "Flag",
            "Condition",
            "Composition",
            "Task",
            "Encounter",
            "Goal",
            "CarePlan",
            "QuestionnaireResponse",
            "Observation",
            "Communication",
            "Provenance");

    private static List<String> types(Bundle answer, SearchEntryMode mode) {
        return entries(answer, mode).map(Resource::fhirType).toList();
    }

    private static List<String> ids(Bundle answer, String type) {
        return entries(answer, SearchEntryMode.MATCH)
                .filter(one -> one.fhirType().equals(type))
                .map(one -> one.getIdElement().getIdPart())
                .toList();
    }

    private static Stream<Resource> entries(Bundle answer, SearchEntryMode mode) {
        return answer.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == mode)
                .map(Bundle.BundleEntryComponent::getResource);
    }
}
