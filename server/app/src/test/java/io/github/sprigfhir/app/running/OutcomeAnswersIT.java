package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers to an instrument's form make its scores, in the transaction that stores them, and nobody else makes such. */
@GuardedServer
class OutcomeAnswersIT {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String LOINC = "http://loinc.org";
    private static final String ITEM_9 = "44260-8";
    private static final List<String> OFTEN = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");
    private static final List<String> PHQ9 =
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", ITEM_9);
    private static final List<String> ONS4 =
            List.of("ons4-life-satisfaction", "ons4-worthwhile", "ons4-happiness", "ons4-anxiety");

    private final ApplicationContext beans;
    private final Server server;
    private final Server gp;
    private final Server linkWorker;
    private final Server provider;
    private final Story.Referral referral;

    OutcomeAnswersIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.beans = beans;
        server = new Server(port);
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        referral = Story.about(Person.next(), server.as("demo-admin")).referredBy(gp);
    }

    @Test
    void thePhq9IsSummedWithItsItemsAndItsBand() {
        var said = save(phq9(2, 1, 2, 2, 0, 1, 1, 0, 0));

        var outcome = outcomes(said).get(0);
        assertThat(outcomes(said)).hasSize(1);
        assertThat(outcome.getValueQuantity().getValue()).isEqualByComparingTo("9");
        assertThat(outcome.getCode().getCoding()).extracting(Coding::getCode).containsExactly("720433000", "44261-6");
        assertThat(outcome.getMethod().getCodingFirstRep())
                .satisfies(method -> assertThat(method.getCode()).isEqualTo("phq-9"))
                .satisfies(method -> assertThat(method.getVersion()).isEqualTo("1"));
        assertThat(outcome.getComponent())
                .extracting(item -> item.getCode().getCodingFirstRep().getCode() + " "
                        + item.getValueIntegerType().getValue())
                .containsExactly(
                        "44250-9 2",
                        "44255-8 1",
                        "44259-0 2",
                        "44254-1 2",
                        "44251-7 0",
                        "44258-2 1",
                        "44252-5 1",
                        "44253-3 0",
                        "44260-8 0");
        assertThat(outcome.getInterpretationFirstRep().getText()).isEqualTo("5 to 9");
        assertThat(outcome.getExtension())
                .extracting(extension -> ((Coding) extension.getValue()).getCode())
                .containsExactlyInAnyOrder("baseline", "assisted");
        assertThat(outcome.getBasedOnFirstRep().getReference()).isEqualTo(referral.serviceRequest());
        assertThat(outcome.getDerivedFromFirstRep().getReference()).isEqualTo("QuestionnaireResponse/" + said);
        assertThat(outcome.getPerformer())
                .extracting(party -> party.getReferenceElement().getResourceType())
                .containsExactly("Patient", "PractitionerRole");
        assertThat(outcome.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026-09-14");
        assertThat(flags()).isEmpty();
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void ons4GivesFourScoresAndNoSum() {
        var scores = outcomes(save(ons4("7", "8", "6", "3"))).stream()
                .collect(Collectors.toMap(
                        outcome -> outcome.getCode().getCodingFirstRep().getCode(),
                        outcome -> outcome.getValueQuantity().getValue().intValue()));

        assertThat(scores)
                .isEqualTo(Map.of(
                        "ons4-life-satisfaction", 7, "ons4-worthwhile", 8, "ons4-happiness", 6, "ons4-anxiety", 3));
    }

    @Test
    void aQuestionOfOns4ThatWasLeftOpenSaysSoAndTheOthersCount() {
        var outcomes = outcomes(save(ons4("7", "", "6", "3")));

        assertThat(outcomes)
                .hasSize(4)
                .filteredOn(Observation::hasValueQuantity)
                .hasSize(3);
        assertThat(outcomes)
                .filteredOn(Observation::hasDataAbsentReason)
                .singleElement()
                .satisfies(open ->
                        assertThat(open.getCode().getCodingFirstRep().getCode()).isEqualTo("ons4-worthwhile"));
    }

    @Test
    void lonelinessIsOrdinalWithItsCategory() {
        var answer = """
                {"linkId": "ons-loneliness", "answer": [{"valueCoding": {"system": "%sCodeSystem/loneliness-frequency", "code": "some-of-the-time"}}]}""".formatted(IG);
        var outcome = outcomes(save(answers("ons-loneliness", answer))).get(0);

        assertThat(outcome.getValueQuantity().getValue()).isEqualByComparingTo("4");
        assertThat(outcome.getInterpretationFirstRep().getText()).isEqualTo("Some of the time");
        assertThat(outcome.getInterpretationFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("some-of-the-time");
    }

    @Test
    void whereItemsAreMissingThereIsNoScoreAndItSaysWhy() {
        var outcome = outcomes(save(phq9(2, 1, 2))).get(0);

        assertThat(outcome.hasValue()).isFalse();
        assertThat(outcome.getDataAbsentReason().getText()).contains("3 of 9 items are answered");
        assertThat(outcome.getComponent()).hasSize(3);
    }

    @Test
    void theSameAgainMakesNoNewVersionAndAnAmendmentAmendsTheSameScore() {
        var said = save(phq9(2, 1, 2, 2, 0, 1, 1, 0, 0));
        var first = outcomes(said).get(0).getIdElement();
        var read = linkWorker.get("QuestionnaireResponse/" + said).as(QuestionnaireResponse.class);

        put(read).hasStatus(200);
        put(read).hasStatus(200);
        assertThat(outcomes(said)).singleElement().satisfies(same -> assertThat(
                        same.getIdElement().toUnqualified())
                .isEqualTo(first.toUnqualified()));

        read.setStatus(QuestionnaireResponseStatus.AMENDED);
        read.getItem().get(0).getAnswerFirstRep().setValue(new Coding(LOINC, OFTEN.get(3), null));
        read.getIdentifier().setValue(UUID.randomUUID().toString());
        put(read).hasStatus(200);
        assertThat(outcomes(said)).singleElement().satisfies(amended -> {
            assertThat(amended.getIdElement().getIdPart()).isEqualTo(first.getIdPart());
            assertThat(amended.getIdElement().getVersionIdPart()).isEqualTo("2");
            assertThat(amended.getStatus()).isEqualTo(ObservationStatus.AMENDED);
            assertThat(amended.getValueQuantity().getValue()).isEqualByComparingTo("10");
        });

        linkWorker
                .patch("QuestionnaireResponse/" + said, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);
        assertThat(outcomes(said)).singleElement().satisfies(wrong -> assertThat(wrong.getStatus())
                .isEqualTo(ObservationStatus.ENTEREDINERROR));
    }

    @Test
    void theSameRequestTwiceIsSavedOnce() {
        var response = phq9(1, 1, 1, 1, 1, 1, 1, 1, 1);
        var identifier =
                Json.read(QuestionnaireResponse.class, response).getIdentifier().getValue();
        save(response);

        assertThat(linkWorker
                        .post("QuestionnaireResponse", response)
                        .hasStatus(409)
                        .rules())
                .containsExactly("duplicate-identifier");
        linkWorker
                .post(
                        "QuestionnaireResponse",
                        response,
                        "If-None-Exist",
                        "identifier=https://dale-link-workers.example/id%7C" + identifier)
                .hasStatus(200);
        assertThat(observations()).hasSize(1);
        assertThat(flags()).hasSize(1);
    }

    @Test
    void ofSeveralWhoSaveTheSameAnswersAtOnceOneDoes() throws InterruptedException {
        var response = phq9(1, 1, 1, 1, 1, 1, 1, 1, 1);

        var answers = Together.atTheSameInstant(4, () -> linkWorker.post("QuestionnaireResponse", response));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(observations()).hasSize(1);
        assertThat(flags()).hasSize(1);
    }

    @Test
    void ofSeveralWhoAmendAtOnceTheScoreIsThatOfTheAnswersThatStand() throws InterruptedException {
        var said = save(phq9(0, 0, 0, 0, 0, 0, 0, 0, 0));
        var read = linkWorker.get("QuestionnaireResponse/" + said).as(QuestionnaireResponse.class);

        Together.atTheSameInstant(4, () -> {
            var mine = read.copy();
            var worth = 1 + (int) (Thread.currentThread().getId() % 3);
            mine.getItem().get(0).getAnswerFirstRep().setValue(new Coding(LOINC, OFTEN.get(worth), null));
            return put(mine);
        });

        var stands = linkWorker.get("QuestionnaireResponse/" + said).as(QuestionnaireResponse.class);
        var answered = ((Coding) stands.getItemFirstRep().getAnswerFirstRep().getValue()).getCode();
        assertThat(outcomes(said)).singleElement().satisfies(score -> assertThat(
                        score.getValueQuantity().getValue())
                .isEqualByComparingTo(String.valueOf(OFTEN.indexOf(answered))));
    }

    @Test
    void whatTheFormDoesNotHaveIsRefusedAllAtOnce() {
        var wrong = phq9(2, 1, 2, 2, 0, 1, 1, 0, 0)
                .replace("\"linkId\": \"44255-8\"", "\"linkId\": \"horoscope\"")
                .replaceFirst("LA6570-1", "LA6572-7");

        var answer = linkWorker.post("QuestionnaireResponse", wrong).hasStatus(422);

        assertThat(answer.rules()).contains("outcome-answer", "outcome-question");
        assertThat(answer.expressions())
                .contains("QuestionnaireResponse.item[0].answer[0].value", "QuestionnaireResponse.item[1].linkId");
        assertThat(observations()).isEmpty();
        var inATransaction = linkWorker.transaction(
                Changes.bundle("transaction", Changes.entry("POST", "QuestionnaireResponse", wrong)));
        assertThat(inATransaction.hasStatus(422).expressions()).contains("Bundle.entry[0].resource.item[1].linkId");
    }

    @Test
    void anUnknownQuestionnaireIsRefused() {
        var unknown = phq9(2).replace("Questionnaire/phq-9", "Questionnaire/swemwbs");

        linkWorker.post("QuestionnaireResponse", unknown).hasStatus(422);
        var version = phq9(2).replace("Questionnaire/phq-9", "Questionnaire/phq-9|7");
        assertThat(linkWorker
                        .post("QuestionnaireResponse", version)
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-form");
    }

    @Test
    void answersToOneFormDoNotBecomeThoseToAnother() {
        var said = save(phq9(2, 1, 2, 2, 0, 1, 1, 0, 0));
        var other = ons4("7", "8", "6", "3").replaceFirst("\\{", "{\"id\": \"%s\", ".formatted(said));

        assertThat(linkWorker
                        .put("QuestionnaireResponse/" + said, other)
                        .hasStatus(422)
                        .rules())
                .containsExactly("outcome-form");
    }

    @Test
    void nobodyButTheServerWritesAScoreThatIsDerivedFromAnswers() {
        var said = save(phq9(2, 1, 2, 2, 0, 1, 1, 0, 0));
        var outcome = outcomes(said).get(0);
        var address = "Observation/" + outcome.getIdElement().getIdPart();

        assertComputed(linkWorker.patch(address, Server.JSON_PATCH, Handover.statusPatch("entered-in-error")));
        assertComputed(linkWorker.put(address, Json.of(outcome.copy().setStatus(ObservationStatus.AMENDED))));
        assertComputed(linkWorker.put(address, Json.of(outcome.copy().setDerivedFrom(null))));
        var own = outcome.copy();
        own.setId((String) null);
        own.setMeta(null);
        own.getIdentifierFirstRep().setSystem("https://dale-link-workers.example/id");
        assertComputed(linkWorker.post("Observation", Json.of(own)));
        own.setDerivedFrom(null);
        linkWorker.post("Observation", Json.of(own)).hasStatus(201);
        own.getIdentifierFirstRep().setSystem(IG + "extracted-outcome").setValue("x");
        assertComputed(linkWorker.post("Observation", Json.of(own)));
        linkWorker.delete(address).hasStatus(403);
        assertThat(outcomes(said).get(0).getIdElement().getVersionIdPart()).isEqualTo("1");
    }

    @Test
    void aComputedScoreHasAProvenanceThatNobodyChanges() {
        var said = save(phq9(2, 1, 2, 2, 0, 1, 1, 0, 0));
        var outcome = outcomes(said).get(0).getIdElement().getIdPart();

        var provenance =
                linkWorker.get("Provenance?target=Observation/" + outcome).found();

        assertThat(provenance).singleElement().isInstanceOfSatisfying(Provenance.class, one -> {
            assertThat(one.getTarget())
                    .extracting(Reference::getReference)
                    .contains(
                            "Observation/" + outcome + "/_history/1", "QuestionnaireResponse/" + said + "/_history/1");
            one.setActivity(null);
            linkWorker.put("Provenance/" + one.getIdPart(), Json.of(one)).hasStatus(403, 405);
            linkWorker.delete("Provenance/" + one.getIdPart()).hasStatus(403, 405);
        });
    }

    @Test
    void anAnswerAboveNoughtToItem9RaisesARiskOnceAndIsTakenBackWithTheAnswer() {
        var said = save(phq9(2, 1, 2, 2, 0, 1, 1, 0, 1));

        var raised = flags().get(0);
        assertThat(flags()).hasSize(1);
        assertThat(raised.getStatus()).isEqualTo(FlagStatus.ACTIVE);
        assertThat(raised.getCode().getCodingFirstRep().getCode()).isEqualTo("thoughts-of-self-harm");
        assertThat(raised.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("safety");
        assertThat(((Reference) raised.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/flag-detail")
                                .getValue())
                        .getReference())
                .isEqualTo("Observation/" + outcomes(said).get(0).getIdElement().getIdPart());
        assertThat(provider.get("Flag/" + raised.getIdElement().getIdPart()).status())
                .isEqualTo(404);

        var read = linkWorker.get("QuestionnaireResponse/" + said).as(QuestionnaireResponse.class);
        linkWorker
                .put("Flag/" + raised.getIdElement().getIdPart(), Json.of(raised.setStatus(FlagStatus.INACTIVE)))
                .hasStatus(200);
        read.getItem().get(0).getAnswerFirstRep().setValue(new Coding(LOINC, OFTEN.get(0), null));
        put(read).hasStatus(200);
        assertThat(flags()).singleElement().satisfies(risk -> assertThat(risk.getStatus())
                .as("dealt with, and the answer is the same")
                .isEqualTo(FlagStatus.INACTIVE));

        answerItem9(read, 0);
        answerItem9(read, 2);
        assertThat(flags()).singleElement().satisfies(risk -> assertThat(risk.getStatus())
                .isEqualTo(FlagStatus.ACTIVE));
        answerItem9(read, 0);
        assertThat(flags()).singleElement().satisfies(risk -> assertThat(risk.getStatus())
                .isEqualTo(FlagStatus.INACTIVE));
        answerItem9(read, 1);
        linkWorker
                .patch("QuestionnaireResponse/" + said, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);
        assertThat(flags()).singleElement().satisfies(risk -> assertThat(risk.getStatus())
                .isEqualTo(FlagStatus.ENTEREDINERROR));
    }

    @Test
    void item9RaisesItsRiskAlsoWhereOthersAreMissingAndInAnObservation() {
        var only = answers("phq-9", item(ITEM_9, 3));
        save(only);
        assertThat(flags()).hasSize(1);

        var outcome = outcomesOfThePerson().get(0);
        outcome.setId((String) null);
        outcome.setMeta(null);
        outcome.setDerivedFrom(null);
        outcome.getIdentifierFirstRep().setSystem("https://dale-link-workers.example/id");
        linkWorker.post("Observation", Json.of(outcome)).hasStatus(201);
        assertThat(flags()).hasSize(2);

        var forged = flags().get(0);
        forged.setId((String) null);
        forged.setMeta(null);
        assertComputed(linkWorker.post("Flag", Json.of(forged)));
    }

    @Test
    void whatSavingWouldMakeCanBeAskedBefore() {
        var response = phq9(2, 1, 2, 2, 0, 1, 1, 0, 1);
        var asked = extract(linkWorker, response).hasStatus(200).as(Bundle.class);

        assertThat(asked.getType()).isEqualTo(Bundle.BundleType.TRANSACTION);
        assertThat(asked.getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsExactly("Observation", "Flag");
        assertThat(observations()).isEmpty();
        assertThat(flags()).isEmpty();

        var said = save(response);
        var stored = outcomes(said).get(0);
        var again = linkWorker
                .get("QuestionnaireResponse/" + said + "/$extract")
                .hasStatus(200)
                .as(Bundle.class);
        for (var bundle : List.of(asked, again)) {
            var made = (Observation) bundle.getEntryFirstRep().getResource();
            assertThat(made.getValueQuantity().getValue()).isEqualByComparingTo("10");
            assertThat(made.getIdentifierFirstRep().equalsDeep(stored.getIdentifierFirstRep()))
                    .isTrue();
        }
        assertThat(outcomes(said)).hasSize(1);
    }

    @Test
    void askingIsHeldToWhatReadingOrSendingIs() {
        var response = phq9(2, 1, 2, 2, 0, 1, 1, 0, 0);
        var said = save(response);
        var elsewhere = new World(server, beans);
        var stranger = elsewhere.as(Role.LINK_WORKER, elsewhere.organisation());

        stranger.get("QuestionnaireResponse/" + said + "/$extract").hasStatus(404);
        for (var other : List.of(gp, provider)) {
            assertThat(other.get("QuestionnaireResponse/" + said + "/$extract")
                            .hasStatus(403)
                            .rules())
                    .containsExactly("access-role");
            extract(other, response).hasStatus(403);
        }
        var wrong = extract(linkWorker, response.replace("\"linkId\": \"44255-8\"", "\"linkId\": \"horoscope\""))
                .hasStatus(422);
        assertThat(wrong.rules()).containsExactly("outcome-question");
        assertThat(wrong.expressions())
                .containsExactly("Parameters.parameter.where(name = 'questionnaire-response').resource.item[1].linkId");
        assertThat(linkWorker
                        .post("QuestionnaireResponse/$extract", "{\"resourceType\": \"Parameters\"}")
                        .hasStatus(400)
                        .rules())
                .containsExactly("operation-parameter");
    }

    @Test
    void theQuestionsOfFreeInstrumentsCanBeReadAndThoseOfOthersCannot() {
        var questions = gp.get("Questionnaire/phq-9").hasStatus(200).as(Questionnaire.class);
        assertThat(questions.getItem()).hasSize(10);
        assertThat(gp.get("Questionnaire?url=%sQuestionnaire/ons4".formatted(IG))
                        .found())
                .hasSize(1);
        assertThat(gp.get("Questionnaire?_count=50").found())
                .extracting(Resource::getIdPart)
                .containsExactlyInAnyOrder("about-me", "experience", "ons4", "ons-loneliness", "phq-9", "gad-7");

        gp.get("Questionnaire/ucla-3").hasStatus(404);
        gp.get("Questionnaire/ucla-3/_history/1").hasStatus(404);
        var answers = IntStream.rangeClosed(1, 3)
                .mapToObj(
                        number -> "{\"linkId\": \"ucla-3-%d\", \"answer\": [{\"valueInteger\": 2}]}".formatted(number))
                .toArray(String[]::new);
        var refused = linkWorker
                .post("QuestionnaireResponse", answers("ucla-3", answers))
                .hasStatus(422);
        assertThat(refused.rules()).containsExactly("outcome-form");
        extract(linkWorker, answers("ucla-3", answers)).hasStatus(422);
    }

    @Test
    void whatWasSwitchedOnOnceIsNotReadAfterwards() throws Exception {
        var database = JdbcClient.create(beans.getBean(DataSource.class));
        var loader = beans.getBean("definitionLoader", ApplicationRunner.class);
        var was = database.sql("select digest from sprig_package")
                .query(String.class)
                .single();
        var form = new Questionnaire().setStatus(PublicationStatus.ACTIVE).setTitle("Words of somebody else's");
        form.setId("Questionnaire/ucla-3");
        beans.getBean(DaoRegistry.class).getResourceDao(Questionnaire.class).update(form, new SystemRequestDetails());
        for (var path : List.of("", "/_history/1", "/_history")) {
            gp.get("Questionnaire/ucla-3" + path).hasStatus(404);
        }
        for (int times = 0; times < 2; times++) {
            // The second time there is nothing left to take away.
            database.sql("update sprig_package set digest = 'another'").update();
            loader.run(new DefaultApplicationArguments());
        }

        assertThat(database.sql("select digest from sprig_package")
                        .query(String.class)
                        .single())
                .isEqualTo(was);
        assertThat(gp.get("Questionnaire?title=Words").found()).isEmpty();
        assertThat(gp.get("Questionnaire?_id=ucla-3").found()).isEmpty();
        for (var path : List.of("", "/_history/1", "/_history")) {
            gp.get("Questionnaire/ucla-3" + path).hasStatus(404);
        }
    }

    private void answerItem9(QuestionnaireResponse read, int answer) {
        read.getItem().get(8).getAnswerFirstRep().setValue(new Coding(LOINC, OFTEN.get(answer), null));
        put(read).hasStatus(200);
    }

    private Answer put(QuestionnaireResponse response) {
        return linkWorker.put("QuestionnaireResponse/" + response.getIdPart(), Json.of(response));
    }

    private static void assertComputed(Answer answer) {
        assertThat(answer.hasStatus(422).rules()).containsExactly("outcome-computed");
    }

    private static Answer extract(Server by, String response) {
        return by.post("QuestionnaireResponse/$extract", """
                {"resourceType": "Parameters", "parameter": [{"name": "questionnaire-response", "resource": %s}]}""".formatted(response));
    }

    private String save(String response) {
        return linkWorker.post("QuestionnaireResponse", response).hasStatus(201).id();
    }

    /** How many scores of the episode the reports know of. */
    private int counted() {
        return JdbcClient.create(beans.getBean(DataSource.class))
                .sql("select count(*) from sprig_score where episode = ?")
                .param(referral.serviceRequest().replace("ServiceRequest/", ""))
                .query(Integer.class)
                .single();
    }

    private List<Observation> outcomes(String response) {
        return outcomesOfThePerson().stream()
                .filter(outcome -> outcome.getDerivedFrom().stream()
                        .anyMatch(from -> from.getReference().endsWith(response)))
                .toList();
    }

    private List<Observation> outcomesOfThePerson() {
        return observations().stream().map(Observation.class::cast).toList();
    }

    private List<Resource> observations() {
        return linkWorker
                .get("Observation?category=survey&based-on=" + referral.serviceRequest())
                .found();
    }

    /** What the server has raised; the referral has a risk of its own. */
    private List<Flag> flags() {
        return linkWorker.get("Flag?patient=" + referral.patient()).found().stream()
                .map(Flag.class::cast)
                .filter(flag ->
                        (IG + "raised-risk").equals(flag.getIdentifierFirstRep().getSystem()))
                .toList();
    }

    private String phq9(int... worth) {
        return answers(
                "phq-9",
                IntStream.range(0, worth.length)
                        .mapToObj(at -> item(PHQ9.get(at), worth[at]))
                        .toArray(String[]::new));
    }

    private static String item(String code, int worth) {
        return """
                {"linkId": "%s", "answer": [{"valueCoding": {"system": "%s", "code": "%s"}}]}""".formatted(code, LOINC, OFTEN.get(worth));
    }

    /** A question is left open where its answer is empty. */
    private String ons4(String... answers) {
        return answers(
                "ons4",
                IntStream.range(0, answers.length)
                        .filter(at -> !answers[at].isEmpty())
                        .mapToObj(at -> "{\"linkId\": \"%s\", \"answer\": [{\"valueInteger\": %s}]}"
                                .formatted(ONS4.get(at), answers[at]))
                        .toArray(String[]::new));
    }

    private String answers(String form, String... items) {
        return """
                {"resourceType": "QuestionnaireResponse", "status": "completed",
                 "extension": [
                   {"url": "%1$sStructureDefinition/outcome-point", "valueCoding": {"system": "%1$sCodeSystem/outcome-point", "code": "baseline"}},
                   {"url": "%1$sStructureDefinition/outcome-mode", "valueCoding": {"system": "%1$sCodeSystem/outcome-mode", "code": "assisted"}}],
                 "identifier": {"system": "https://dale-link-workers.example/id", "value": "%2$s"},
                 "questionnaire": "%1$sQuestionnaire/%3$s",
                 "basedOn": [{"reference": "%4$s"}], "subject": {"reference": "%5$s"}, "source": {"reference": "%5$s"},
                 "author": {"reference": "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030"},
                 "authored": "2026-09-14",
                 "item": [%6$s]}
                """.formatted(
                        IG,
                        UUID.randomUUID(),
                        form,
                        referral.serviceRequest(),
                        referral.patient(),
                        Arrays.stream(items).collect(Collectors.joining(", ")));
    }
}
