package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An instrument that the operator has switched on is asked in words, with thanks to whom the operator names. */
@RunningServer
class SwitchedOnInstrumentIT {

    private static final String IG = "https://sprig-fhir.github.io/ig/";

    private final Server server;
    private final Story.Referral referral;

    SwitchedOnInstrumentIT(@LocalServerPort int port) {
        server = new Server(port);
        referral = Story.about(Person.next(), server).refer();
    }

    @Test
    void itsQuestionsAreReadWithTheAttribution() {
        var questions = server.get("Questionnaire/ucla-3").hasStatus(200).as(Questionnaire.class);

        assertThat(questions.getCopyright()).isEqualTo(RunningServer.ATTRIBUTION);
        assertThat(questions.getItem()).hasSize(4);
        assertThat(server.get("Questionnaire?url=" + questions.getUrl()).found())
                .hasSize(1);
    }

    @Test
    void itsAnswersMakeItsScore() {
        var said = server.post("QuestionnaireResponse", answers(2, 3, 1))
                .hasStatus(201)
                .id();

        assertThat(server.get("Observation?category=survey&based-on=" + referral.serviceRequest())
                        .found())
                .singleElement()
                .isInstanceOfSatisfying(Observation.class, score -> {
                    assertThat(score.getValueQuantity().getValue()).isEqualByComparingTo("6");
                    assertThat(score.getDerivedFromFirstRep().getReference())
                            .isEqualTo("QuestionnaireResponse/" + said);
                    server.delete("Observation/" + score.getIdPart()).hasStatus(422);
                });
        assertThat(server.post("QuestionnaireResponse", answers(2, 4, 1))
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-answer");
    }

    private String answers(int first, int second, int third) {
        return """
                {"resourceType": "QuestionnaireResponse", "status": "completed",
                 "extension": [
                   {"url": "%1$sStructureDefinition/outcome-point", "valueCoding": {"system": "%1$sCodeSystem/outcome-point", "code": "baseline"}},
                   {"url": "%1$sStructureDefinition/outcome-mode", "valueCoding": {"system": "%1$sCodeSystem/outcome-mode", "code": "self"}}],
                 "identifier": {"system": "https://dale-link-workers.example/id", "value": "%2$s"},
                 "questionnaire": "%1$sQuestionnaire/ucla-3|1",
                 "basedOn": [{"reference": "%3$s"}], "subject": {"reference": "%4$s"}, "source": {"reference": "%4$s"},
                 "authored": "2026-09-14",
                 "item": [
                   {"linkId": "ucla-3-1", "answer": [{"valueInteger": %5$d}]},
                   {"linkId": "ucla-3-2", "answer": [{"valueInteger": %6$d}]},
                   {"linkId": "ucla-3-3", "answer": [{"valueInteger": %7$d}]}]}
                """.formatted(
                        IG, UUID.randomUUID(), referral.serviceRequest(), referral.patient(), first, second, third);
    }
}
