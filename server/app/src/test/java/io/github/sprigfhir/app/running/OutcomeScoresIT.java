package io.github.sprigfhir.app.running;

import static io.github.sprigfhir.app.running.Scores.IG;
import static io.github.sprigfhir.app.running.Scores.coding;
import static io.github.sprigfhir.app.running.Scores.components;
import static io.github.sprigfhir.app.running.Scores.phq9Items;
import static io.github.sprigfhir.app.running.Scores.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A score is stored if its instrument can give it and its own items do; else the sender is told the arithmetic. */
@GuardedServer
class OutcomeScoresIT {

    private static final String ITEMS = IG + "CodeSystem/outcome-item";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final String LOINC = "http://loinc.org";
    private static final String SWEMWBS = coding(IG + "CodeSystem/outcome-instrument", "swemwbs", "1");
    private static final String PHQ9 = coding(IG + "CodeSystem/outcome-instrument", "phq-9", "1");
    private static final String METRIC = coding(SNOMED, "718466001", "");
    private static final String STEADY = "https://dale-link-workers.example/instruments";

    private final Server admin;
    private final Server linkWorker;
    private final Story.Referral referral;

    OutcomeScoresIT(@LocalServerPort int port) {
        var server = new Server(port);
        admin = server.as("demo-admin");
        linkWorker = server.as("demo-link-worker");
        referral = Story.about(Person.next(), admin).referredBy(server.as("demo-gp"));
    }

    @Test
    void aScoreThatItsItemsGiveIsStored() {
        var stored = send(outcome(SWEMWBS, METRIC, value("19.25"), swemwbs(3, 4, 2, 3, 3, 4, 2)))
                .hasStatus(201);

        var read = linkWorker.get("Observation/" + stored.id()).hasStatus(200).as(Observation.class);
        assertThat(read.getValueQuantity().getValue()).isEqualByComparingTo("19.25");
        assertThat(read.getMethod().getCodingFirstRep().getVersion()).isEqualTo("1");
        assertThat(read.getComponent()).hasSize(7);
        assertThat(read.getMeta().hasProfile(IG + "StructureDefinition/sprig-outcome-score"))
                .isTrue();
    }

    @Test
    void aScoreAtOddsWithItsItemsIsRefusedWithTheArithmetic() {
        var answer = send(outcome(SWEMWBS, METRIC, value("19.98"), swemwbs(3, 4, 2, 3, 3, 4, 2)))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly("outcome-total");
        assertThat(answer.expressions()).containsExactly("Observation.value.value");
        assertThat(answer.body())
                .contains("The items give 19.25, and 19.98 was sent: 3 + 4 + 2 + 3 + 3 + 4 + 2 = 21;"
                        + " by the table, a raw score of 21 is 19.25.");
    }

    @Test
    void aRawScoreUnderTheCodeOfTheMetricOneIsRefused() {
        var answer = send(outcome(SWEMWBS, METRIC, value("21"), "")).hasStatus(422);

        assertThat(answer.rules()).containsExactly("outcome-step");
        assertThat(answer.body()).contains("by the table, a raw score of 21 is 19.25");
        var raw = coding(IG + "CodeSystem/outcome-measure", "swemwbs-raw", "");
        send(outcome(SWEMWBS, raw, value("21"), "")).hasStatus(201);
    }

    @Test
    void aTotalAtOddsWithItsItemsIsRefused() {
        var right = phq9Items(3, 2, 1, 0, 1, 2, 3, 0, 1);
        var answer = send(outcome(PHQ9, coding(LOINC, "44261-6", ""), value("14"), right))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly("outcome-total");
        assertThat(answer.body())
                .contains("The items give 13, and 14 was sent: 3 + 2 + 1 + 0 + 1 + 2 + 3 + 0 + 1 = 13.");
        var both = coding(LOINC, "44261-6", "") + ", " + coding(SNOMED, "720433000", "");
        send(outcome(PHQ9, both, value("13"), right)).hasStatus(201);
    }

    @Test
    void whereItemsAreMissingThereIsNoScore() {
        var some = phq9Items(3, 2);
        var answer = send(outcome(PHQ9, coding(LOINC, "44261-6", ""), value("5"), some))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly("outcome-total");
        assertThat(answer.body()).contains("2 of 9 items are answered");
        var absent = """
                "dataAbsentReason": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "asked-declined"}]},""";
        send(outcome(PHQ9, coding(LOINC, "44261-6", ""), absent, some)).hasStatus(201);
        assertThat(send(outcome(PHQ9, coding(LOINC, "44261-6", ""), "", some))
                        .hasStatus(422)
                        .rules())
                .containsExactly("sprig-score-or-reason");
    }

    @Test
    void theWordsOfALicensedInstrumentAreRefusedAndThoseOfAFreeOneTaken() {
        var worded =
                "\"component\": [{\"code\": {\"text\": \"Somebody else's words\", \"coding\": [%s]}, \"valueInteger\": 3}],";
        var answer = send(outcome(
                        SWEMWBS,
                        METRIC,
                        value("19.25"),
                        swemwbs(3, 4, 2, 3, 3, 4, 2)
                                .replaceFirst("\"coding\"", "\"text\": \"Somebody else's words\", \"coding\"")))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly("outcome-licensed-text");
        assertThat(answer.expressions()).containsExactly("Observation.component[0]");
        assertThat(answer.body()).doesNotContain("Somebody else");
        var gad7 = coding(IG + "CodeSystem/outcome-instrument", "gad-7", "1");
        var question = worded.formatted(coding(LOINC, "69725-0", ""));
        assertThat(send(outcome(gad7, coding(LOINC, "70274-6", ""), value("3"), question))
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-total");
    }

    @Test
    void whatNoInstrumentGivesIsRefused() {
        var horoscope = coding(IG + "CodeSystem/outcome-measure", "ucla-3", "");
        assertThat(send(outcome(coding("urn:stars", "horoscope", "1"), horoscope, value("4"), ""))
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-instrument");
        assertThat(send(outcome(SWEMWBS, horoscope, value("4"), ""))
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-code");
        assertThat(send(outcome(SWEMWBS.replace("\"version\": \"1\"", "\"version\": \"9\""), METRIC, value("7"), ""))
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-version");
        assertThat(send(outcome(SWEMWBS.replace("\"version\": \"1\", ", ""), METRIC, value("7"), ""))
                        .hasStatus(422)
                        .body())
                .contains("version");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var answer = send(outcome(
                        PHQ9,
                        coding(LOINC, "44261-6", ""),
                        value("28").replace("{score}", "%"),
                        phq9Items(4, 2, 1, 0, 1, 2, 3, 0, 1)))
                .hasStatus(422);

        assertThat(answer.rules()).containsExactly("outcome-range", "outcome-unit", "outcome-item");
        assertThat(answer.expressions())
                .containsExactly("Observation.value.value", "Observation.value.code", "Observation.component[0].value");
        assertThat(answer.body()).contains("PHQ-9 total score goes from 0 to 27, and 28 was sent.");
    }

    @Test
    void aRefusalInATransactionNamesItsEntry() {
        var wrong = outcome(SWEMWBS, METRIC, value("36"), "");
        var answer = linkWorker.transaction(Changes.bundle("transaction", Changes.entry("POST", "Observation", wrong)));

        assertThat(answer.hasStatus(422).expressions()).containsExactly("Bundle.entry[0].resource.value.value");
    }

    @Test
    void anOperatorAddsAnInstrument() {
        var steady = coding(STEADY, "steady-steps", "2026");
        var score = coding(STEADY, "steady-steps-score", "");
        send(outcome(steady, score, value("5"), components(STEADY, "stairs", 2, "street", 3)))
                .hasStatus(201);
        send(outcome(steady, score, value("6"), components(STEADY, "stairs", 3)))
                .hasStatus(201);

        assertThat(send(outcome(steady, score, value("6"), components(STEADY, "stairs", 2)))
                        .hasStatus(422)
                        .body())
                .contains("2 from 1 of 2 items; with their mean, 2, in place of each missing one, 4");
        assertThat(send(outcome(steady, score, value("9"), "")).hasStatus(422).rules())
                .containsExactly("outcome-range");
    }

    @Test
    void anOns4AnswerIsHeldToItsRange() {
        var ons4 = coding(IG + "CodeSystem/outcome-instrument", "ons4", "1");
        var anxiety = coding(IG + "CodeSystem/outcome-measure", "ons4-anxiety", "");
        send(outcome(ons4, anxiety, value("10"), "")).hasStatus(201);

        assertThat(send(outcome(ons4, anxiety, value("11"), "")).hasStatus(422).rules())
                .containsExactly("sprig-ons4-whole-number");
        assertThat(send(outcome(PHQ9, anxiety, value("10"), "")).hasStatus(422).rules())
                .containsExactly("outcome-code");
    }

    @Test
    void whatIsWrongIsNotMendedIntoSomethingImpossible() {
        var id = send(outcome(SWEMWBS, METRIC, value("19.25"), ""))
                .hasStatus(201)
                .id();
        var read = linkWorker.get("Observation/" + id).as(Observation.class);
        read.getValueQuantity().setValue(20);

        assertThat(linkWorker
                        .put("Observation/" + id, Json.of(read))
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-step");
        linkWorker
                .patch("Observation/" + id, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);
    }

    @Test
    void everybodyReadsWhatTheRegistryHolds() {
        var definition = linkWorker
                .get("ObservationDefinition/swemwbs-metric")
                .hasStatus(200)
                .as(ObservationDefinition.class);

        assertThat(definition.getPreferredReportName()).isEqualTo("SWEMWBS metric score");
        admin.post("ObservationDefinition", Json.of(definition)).hasStatus(403);
    }

    private Answer send(String outcome) {
        return linkWorker.post("Observation", outcome);
    }

    private String outcome(String method, String code, String value, String components) {
        return Scores.observation(
                referral.serviceRequest(), referral.patient(), method, code, "2026-10-12", value + components);
    }

    private static String swemwbs(int... answers) {
        var codesAndAnswers = IntStream.range(0, answers.length)
                .boxed()
                .flatMap(at -> Stream.<Object>of("swemwbs-" + (at + 1), answers[at]))
                .toArray();
        return components(ITEMS, codesAndAnswers);
    }
}
