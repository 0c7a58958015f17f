package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever may see a person's scores is told what became of the person, and nothing of scores that they may not see. */
@GuardedServer
class PersonsOutcomesIT {

    private final Server everybody;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Story.Referral referral;
    private final Story story;
    private final Scores scores;

    PersonsOutcomesIT(@LocalServerPort int port) {
        everybody = new Server(port);
        admin = everybody.as("demo-admin");
        gp = everybody.as("demo-gp");
        linkWorker = everybody.as("demo-link-worker");
        story = Story.about(Person.next(), admin);
        referral = story.referredBy(gp);
        scores = new Scores(linkWorker, referral.patient());
    }

    @Test
    void theFirstAndTheLastAreToldInNumbersWordsAndAPicture() {
        var first = scores.phq9(referral.serviceRequest(), 15, "2026-09-14");
        scores.phq9(referral.serviceRequest(), 20, "2026-10-01T09:30:00+01:00");
        var last = scores.phq9(referral.serviceRequest(), 8, "2026-11-09");

        var outcome = only(outcomes(linkWorker, ""));

        assertThat(reference(outcome, "episode")).isEqualTo(referral.serviceRequest());
        assertThat(((CodeableConcept) value(outcome, "measure")).getText()).isEqualTo("PHQ-9 total score");
        assertThat(((Coding) value(outcome, "instrument")).getVersion()).isEqualTo("1");
        assertThat(text(outcome, "scores")).isEqualTo("3");
        assertThat(reference(part(outcome, "first"), "observation")).isEqualTo("Observation/" + first);
        assertThat(reference(part(outcome, "last"), "observation")).isEqualTo("Observation/" + last);
        assertThat(text(outcome, "difference")).isEqualTo("-7");
        assertThat(text(outcome, "reliableFrom")).isEqualTo("6");
        assertThat(((Coding) value(outcome, "change")).getCode()).isEqualTo("reliably-better");
        assertThat(text(outcome, "sentence"))
                .isEqualTo(
                        "Your PHQ-9 total score went from 15 to 8 between 14 September and 9 November 2026."
                                + " Lower is better. A fall of 6 or more is unlikely to be chance; this is such an improvement.");
        var chart = (Attachment) value(outcome, "chart");
        assertThat(chart.getContentType()).isEqualTo("image/svg+xml");
        assertThat(new String(chart.getData(), StandardCharsets.UTF_8))
                .startsWith("<svg ")
                .contains("PHQ-9 total score", "1 October 2026: 20")
                .doesNotContain("<script");
    }

    @Test
    void ofOneScoreNoChangeIsToldAndWhatIsWrongCountsNoMore() {
        scores.happiness(referral.serviceRequest(), 4, "2026-09-14");
        var wrong = scores.happiness(referral.serviceRequest(), 9, "2026-10-14");
        assertThat(((Coding) value(only(outcomes(linkWorker, "")), "change")).getCode())
                .isEqualTo("better");

        linkWorker
                .patch("Observation/" + wrong, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);

        var outcome = only(outcomes(linkWorker, ""));
        assertThat(find(outcome, "last")).isEmpty();
        assertThat(find(outcome, "change")).isEmpty();
        assertThat(text(outcome, "sentence")).contains("There is no later score yet");
    }

    @Test
    void whereThereIsNoScoreNothingIsToldAndWhatIsLeftOutIsCounted() {
        var told = outcomes(linkWorker, "");

        assertThat(all(told)).isEmpty();
        assertThat(told.getParameter("leftOut").getValue().primitiveValue()).isEqualTo("0");
    }

    @Test
    void anOnwardReferralIsOfTheEpisodeAndAnotherEpisodeIsNot() {
        linkWorker.transaction(story.contact());
        var onward = linkWorker.transaction(story.onwardReferral()).locations().stream()
                .filter(stored -> stored.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        scores.phq9(referral.serviceRequest(), 15, "2026-10-14");
        scores.phq9(onward, 14, "2026-11-09");

        for (var named : List.of("", "?episode=" + referral.serviceRequest(), "?episode=" + onward)) {
            var phq9 = all(outcomes(linkWorker, named)).stream()
                    .filter(one ->
                            ((CodeableConcept) value(one, "measure")).getText().startsWith("PHQ-9"))
                    .toList();
            assertThat(phq9).as(named).hasSize(1);
            assertThat(reference(phq9.get(0), "episode")).isEqualTo(referral.serviceRequest());
            assertThat(((Coding) value(phq9.get(0), "change")).getCode()).isEqualTo("no-reliable-change");
        }
        var other = Story.about(Person.next(), admin).referredBy(gp);
        ask(linkWorker, "?episode=" + other.serviceRequest()).hasStatus(404);
    }

    @Test
    void aServiceIsToldOfTheScoresThatItMaySeeAndOfNoOthers() {
        linkWorker.transaction(story.contact());
        linkWorker.transaction(story.onwardReferral());
        scores.phq9(referral.serviceRequest(), 15, "2026-10-14");
        var trust = everybody.as("demo-provider");

        var seen = trust.get("Observation?patient=" + referral.patient() + "&_count=200").found().stream()
                .map(one -> "Observation/" + one.getIdPart())
                .toList();
        var told = all(outcomes(trust, "")).stream()
                .map(one -> reference(part(one, "first"), "observation"))
                .toList();

        assertThat(seen).containsAll(told);
        assertThat(told).hasSizeLessThan(all(outcomes(linkWorker, "")).size());
        assertThat(ask(trust, "?episode=" + referral.serviceRequest()).status()).isIn(200, 404);
    }

    @Test
    void whoMayNotSeeThePersonFindsNobody() {
        scores.phq9(referral.serviceRequest(), 15, "2026-09-14");

        var hidden = ask(everybody.as("demo-gp-2"), "").hasStatus(404);
        var nobody = everybody
                .as("demo-gp-2")
                .get("Patient/00000000-0000-4000-8000-000000000000/$outcomes")
                .hasStatus(404);
        assertThat(hidden.body().replace(referral.patient(), "Patient/00000000-0000-4000-8000-000000000000"))
                .isEqualTo(nobody.body());
        assertThat(ask(everybody.as("demo-commissioner"), "").hasStatus(403).rules())
                .containsExactly("access-role");
        assertThat(everybody
                        .as("demo-link-worker", "system/Patient.rs")
                        .get(referral.patient() + "/$outcomes")
                        .hasStatus(403)
                        .rules())
                .containsOnly("scope-missing");
        all(outcomes(gp, "")).forEach(one -> assertThat(text(one, "scores")).isEqualTo("1"));
    }

    @Test
    void thatSomebodyAskedIsOnThePersonsRecord() {
        scores.phq9(referral.serviceRequest(), 15, "2026-09-14");
        outcomes(linkWorker, "");
        linkWorker.get("Observation/$lastn?patient=" + referral.patient()).hasStatus(200);

        var events = admin.get("AuditEvent?subtype=operation&patient=" + referral.patient())
                .found();
        assertThat(events).hasSize(2);
    }

    @Test
    void whatIsAskedWronglyIsRefusedAllAtOnce() {
        var answer = ask(linkWorker, "?episode=Task/1&mood=good").hasStatus(400);

        assertThat(answer.rules()).containsExactly("operation-parameter", "operation-parameter");
        assertThat(answer.expressions())
                .containsExactlyInAnyOrder(
                        "Parameters.parameter.where(name = 'episode')", "Parameters.parameter.where(name = 'mood')");
        assertThat(linkWorker
                        .post(
                                referral.patient() + "/$outcomes",
                                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"episode\", \"valueString\": \"%s\"}]}"
                                        .formatted(referral.serviceRequest()))
                        .hasStatus(200)
                        .as(Parameters.class)
                        .hasParameter("leftOut"))
                .isTrue();
    }

    private Answer ask(Server caller, String query) {
        return caller.get(referral.patient() + "/$outcomes" + query);
    }

    private Parameters outcomes(Server caller, String query) {
        return ask(caller, query).hasStatus(200).as(Parameters.class);
    }

    private static List<ParametersParameterComponent> all(Parameters told) {
        return told.getParameter().stream()
                .filter(one -> one.getName().equals("outcome"))
                .toList();
    }

    private static ParametersParameterComponent only(Parameters told) {
        assertThat(all(told)).hasSize(1);
        return all(told).get(0);
    }

    private static Optional<ParametersParameterComponent> find(ParametersParameterComponent whole, String name) {
        return whole.getPart().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst();
    }

    private static ParametersParameterComponent part(ParametersParameterComponent whole, String name) {
        return find(whole, name).orElseThrow();
    }

    private static Object value(ParametersParameterComponent whole, String name) {
        return Objects.requireNonNull(part(whole, name).getValue());
    }

    private static String text(ParametersParameterComponent whole, String name) {
        return part(whole, name).getValue().primitiveValue();
    }

    private static String reference(ParametersParameterComponent whole, String name) {
        return ((Reference) value(whole, name)).getReference();
    }
}
