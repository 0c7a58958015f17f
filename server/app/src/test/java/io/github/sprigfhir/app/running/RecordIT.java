package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server writes of others' acts: who did what, and feedback to whoever asked. */
@RunningServer
class RecordIT {

    private final Server server;
    private final Story story;
    private final Worker worker;

    RecordIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        worker = new Worker(server);
    }

    @Test
    void oneTransactionHasOneProvenanceOfEveryVersionThatCameOfIt() {
        var referral = story.refer();

        var provenance = provenances(referral.task());

        assertThat(provenance).hasSize(1);
        assertThat(provenance.get(0).getTarget())
                .extracting(Reference::getReference)
                .contains(referral.task() + "/_history/1", referral.serviceRequest() + "/_history/1")
                .anyMatch(target -> target.startsWith("Observation/"));
        assertThat(activities(provenance.get(0))).containsExactlyInAnyOrder("CREATE", "request");
    }

    @Test
    void everyMoveIsNamed() {
        var referral = story.refer();
        worker.take(referral.task(), "on-hold");
        worker.move(referral.task(), "in-progress", "").hasStatus(200);
        worker.move(referral.task(), "completed", "").hasStatus(200);

        assertThat(provenances(referral.task()).stream().flatMap(provenance -> activities(provenance).stream()))
                .contains("request", "receive", "accept", "start", "hold", "resume", "complete");
        assertThat(provenances(referral.task())).hasSize(7);
    }

    @Test
    void whoActsIsRecordedAndForAServiceTheOrganisationThatProvidesIt() {
        var referral = story.refer();
        var service = server.get(referral.task()).as(Task.class).getOwner().getReference();
        var organization =
                server.get(service).as(HealthcareService.class).getProvidedBy().getReference();

        server.patch(
                        referral.task(),
                        Server.JSON_PATCH,
                        Worker.patch("received", ""),
                        "X-Provenance",
                        "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"%s\"}}]}"
                                .formatted(service))
                .hasStatus(200);

        assertThat(provenances(referral.task()).stream()
                        .filter(provenance -> activities(provenance).contains("receive"))
                        .map(provenance ->
                                provenance.getAgentFirstRep().getWho().getReference()))
                .containsExactly(organization);
    }

    @Test
    void whatWasRefusedLeavesNoTrace() {
        var referral = story.refer();

        worker.move(referral.task(), "completed", "").hasStatus(422);

        assertThat(provenances(referral.task())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "completed, This was completed. Joined in.",
        "rejected, This was not taken on. Reason: 22.",
        "failed, This ended before it was completed. Reason: 22."
    })
    void whoeverAskedIsToldHowItEnded(String end, String text) {
        var referral = story.refer();

        worker.take(referral.task(), end, "22");

        var feedback = feedback(referral);
        assertThat(feedback).hasSize(1);
        assertThat(feedback.get(0).getPayloadFirstRep().getContent().primitiveValue())
                .isEqualTo(text);
        assertThat(feedback.get(0).getReasonCode().get(0).getCodingFirstRep().getCode())
                .isEqualTo(end);
        assertThat(feedback.get(0).getRecipientFirstRep().getReference()).startsWith("PractitionerRole/");
    }

    @Test
    void nobodyElseWritesTheRecord() {
        var referral = story.refer();
        worker.take(referral.task(), "completed");
        List<Resource> ours = List.of(
                provenances(referral.task()).get(0),
                feedback(referral).get(0),
                server.get("Observation?based-on=" + referral.serviceRequest())
                        .found()
                        .get(0));

        for (var resource : ours) {
            var address = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
            assertThat(server.delete(address).hasStatus(405).rules()).isNotEmpty();
            resource.getMeta().addTag("https://example.org", "mine", "Mine");
            assertThat(server.put(address, Json.of(resource)).hasStatus(405).rules())
                    .isNotEmpty();
            resource.setId((String) null);
            server.post(resource.fhirType(), Json.of(resource)).hasStatus(405);
        }
    }

    private List<Provenance> provenances(String target) {
        return server.get("Provenance?_count=50&target=" + target).found().stream()
                .map(Provenance.class::cast)
                .toList();
    }

    private static List<String> activities(Provenance provenance) {
        return provenance.getActivity().getCoding().stream()
                .map(Coding::getCode)
                .toList();
    }

    private List<Communication> feedback(Story.Referral referral) {
        return server
                .get(
                        "Communication?category=https://sprig-fhir.github.io/ig/CodeSystem/communication-kind%7Cfeedback&subject="
                                + referral.patient())
                .found()
                .stream()
                .map(Communication.class::cast)
                .toList();
    }
}
