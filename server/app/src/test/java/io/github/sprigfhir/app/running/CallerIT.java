package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever has a token acts for its organisation: without saying so, and for nobody else whatever they say. */
@GuardedServer
class CallerIT {

    private static final String SDS = "https://fhir.nhs.uk/Id/sds-role-profile-id|";
    private static final String GP = "PractitionerRole?identifier=" + SDS + "999000000013";
    private static final String JO = "PractitionerRole?identifier=" + SDS + "999000000030";
    private static final String LINK_WORKERS =
            "HealthcareService?identifier=https://dale-link-workers.example/id|SERVICE-1";

    private final Server server;
    private final Server gp;
    private final Server linkWorker;

    CallerIT(@LocalServerPort int port) {
        this.server = new Server(port);
        this.gp = server.as("demo-gp");
        this.linkWorker = server.as("demo-link-worker");
    }

    @Test
    void aTokenSaysWhoseMoveItIsWithoutAHeader() {
        var task = refer();
        assertThat(receive(gp, task).hasStatus(422).rules()).containsExactly("handover-party");
        assertThat(receive(server.as("demo-provider"), task).status()).isGreaterThanOrEqualTo(400);
        receive(linkWorker, task).hasStatus(200).as(Task.class);
        var agents = agents(task);
        var organisation = "Organization/" + only(linkWorker, "Organization?identifier=U99001");
        assertThat(agents).contains(organisation);
    }

    @Test
    void aHeaderMayNameARoleAServiceOrSomebodyOfTheOrganisation() {
        receive(linkWorker, refer(), "X-Provenance", header(JO)).hasStatus(200);
        receive(linkWorker, refer(), "X-Provenance", header(LINK_WORKERS)).hasStatus(200);
        var practitioner = "Practitioner/" + only(linkWorker, "Practitioner?identifier=999000000029");
        assertThat(receive(linkWorker, refer(), "X-Provenance", header(practitioner))
                        .status())
                .as("a person of the organisation may be named, and does not act for its services")
                .isEqualTo(422);
    }

    @Test
    void aHeaderThatNamesSomebodyElseIsRefused() {
        var task = refer();
        for (var outsider : List.of(
                GP,
                "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001",
                "HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1",
                "Practitioner?identifier=https://fhir.nhs.uk/Id/sds-user-id|999000000012")) {
            assertThat(receive(linkWorker, task, "X-Provenance", header(outsider))
                            .hasStatus(403)
                            .rules())
                    .as(outsider)
                    .containsExactly("provenance-outsider");
        }
        var forAnother =
                "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"%s\"}, \"onBehalfOf\": {\"reference\": \"%s\"}}]}"
                        .formatted(JO, GP);
        assertThat(receive(linkWorker, task, "X-Provenance", forAnother)
                        .hasStatus(403)
                        .rules())
                .containsExactly("provenance-outsider");
    }

    private String refer() {
        var person = Person.next();
        return Story.about(person, server.as("demo-admin")).referredBy(gp).task();
    }

    private static Answer receive(Server by, String task, String... headers) {
        return by.patch(
                task,
                Server.JSON_PATCH,
                "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"received\"}]",
                headers);
    }

    private List<String> agents(String task) {
        return linkWorker.get("Provenance?target=" + task).found().stream()
                .flatMap(record -> ((Provenance) record).getAgent().stream())
                .map(agent -> agent.getWho().getReference())
                .toList();
    }

    private static String only(Server by, String search) {
        var found = by.get(search).found();
        assertThat(found).hasSize(1);
        return found.get(0).getIdElement().getIdPart();
    }

    private static String header(String who) {
        return "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"%s\"}}]}".formatted(who);
    }
}
