package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whichever known alias of a system a sender writes, the registered form is stored, found and matched. */
@RunningServer
class RegisteredFormsIT {

    private static final String REGISTERED = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String ALIAS = "http://fhir.nhs.uk/id/nhs-number";

    private final Server server;
    private final Person person = Person.next();
    private final Story story;

    RegisteredFormsIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(person, server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ALIAS,
                "https://fhir.nhs.uk/id/nhs-number",
                "http://fhir.nhs.uk/Id/nhs-number",
                "https://fhir.nhs.uk/Id/NHS-Number",
                "https://fhir.nhs.uk/Id/nhs-number/"
            })
    void anAliasInTheBodyIsStoredInItsRegisteredFormWithAWarning(String alias) {
        var answer = server.post("Patient", person.patient().replace(REGISTERED, alias))
                .hasStatus(201);

        assertThat(stored(answer.id())).isEqualTo(REGISTERED + "|" + person.nhsNumber());
        assertThat(answer.header("Warning"))
                .startsWith("299 sprig \"Patient.identifier[0]: ")
                .contains(alias, REGISTERED);
    }

    @Test
    void anNhsNumberWithSpacesIsStoredAsDigitsWithAWarning() {
        var answer = server.post("Patient", person.patient().replace(person.nhsNumber(), person.spacedNhsNumber()))
                .hasStatus(201);

        assertThat(stored(answer.id())).isEqualTo(REGISTERED + "|" + person.nhsNumber());
        assertThat(answer.header("Warning")).contains("without spaces").doesNotContain(person.nhsNumber());
    }

    @Test
    void whatIsSentInItsRegisteredFormGetsNoWarning() {
        assertThat(server.post("Patient", person.patient()).hasStatus(201).header("Warning"))
                .isEmpty();
    }

    @Test
    void anAliasInATransactionIsMatchedStoredAndReportedInItsEntry() {
        var first = story.refer();

        var answer = server.transaction(story.gpReferral().replace(REGISTERED, ALIAS));

        assertThat(answer.locations().get(0)).isEqualTo(first.patient());
        assertThat(answer.bundle().getEntryFirstRep().getResponse().getOutcome())
                .isInstanceOfSatisfying(OperationOutcome.class, outcome -> {
                    assertThat(Answer.rulesOf(outcome.getIssue())).containsOnly("stored-in-registered-form");
                    assertThat(outcome.getIssueFirstRep().getSeverity())
                            .isEqualTo(OperationOutcome.IssueSeverity.WARNING);
                });
        assertThat(answer.header("Warning")).contains("Bundle.entry[0].resource.identifier[0]");
    }

    @Test
    void anAliasInTheIfNoneExistHeaderMatches() {
        var first = server.post("Patient", person.patient()).hasStatus(201);
        for (var condition : List.of(
                "identifier=" + ALIAS + "|" + person.nhsNumber(),
                "identifier=" + Server.encoded(ALIAS + "|" + person.nhsNumber()))) {
            var again = server.post("Patient", person.patient(), "If-None-Exist", condition)
                    .hasStatus(200);

            assertThat(again.id()).isEqualTo(first.id());
        }
    }

    @Test
    void anAliasInASearchFinds() {
        server.post("Patient", person.patient()).hasStatus(201);
        var token = ALIAS + "|" + person.nhsNumber();

        assertThat(server.get("Patient?identifier=" + Server.encoded(token)).found())
                .hasSize(1);
        assertThat(server.get("Patient?_summary=true&identifier=" + token.replace("|", "%7C"))
                        .found())
                .hasSize(1);
        assertThat(server.send(
                                "POST",
                                "Patient/_search",
                                "application/x-www-form-urlencoded",
                                "identifier=" + Server.encoded(token))
                        .found())
                .hasSize(1);
    }

    @Test
    void anAliasInAConditionalUpdateMatches() {
        var first = server.post("Patient", person.patient()).hasStatus(201);

        var updated = server.put(
                        "Patient?identifier=" + Server.encoded(ALIAS + "|" + person.nhsNumber()),
                        person.patient().replace("female", "other"))
                .hasStatus(200);

        assertThat(updated.as(Patient.class).getIdPart()).isEqualTo(first.id());
    }

    @Test
    void anAliasInAConditionalReferenceMatches() {
        var referral = story.refer();
        var onward = story.onwardReferral().replace("Patient?identifier=" + REGISTERED, "Patient?identifier=" + ALIAS);

        var serviceRequest = server.transaction(onward).locations().get(1);

        assertThat(server.get(serviceRequest)
                        .as(ServiceRequest.class)
                        .getSubject()
                        .getReference())
                .isEqualTo(referral.patient());
    }

    @Test
    void noAliasAvoidsTheCheckDigit() {
        var wrong = person.patient().replace(REGISTERED, ALIAS).replace(person.nhsNumber(), person.wrongNhsNumber());

        assertThat(server.post("Patient", wrong).hasStatus(422).rules()).containsExactly("nhs-number-check-digit");
    }

    private String stored(String id) {
        var identifier =
                server.get("Patient/" + id).hasStatus(200).as(Patient.class).getIdentifierFirstRep();
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
