package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes are found by what researchers and commissioners ask for, and nobody finds what they may not see. */
@GuardedServer
class OutcomeSearchIT {

    private final ApplicationContext beans;
    private final JdbcClient database;
    private final Server everybody;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Story story;
    private final Story.Referral referral;
    private final Scores scores;

    OutcomeSearchIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.beans = beans;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        everybody = new Server(port);
        admin = everybody.as("demo-admin");
        gp = everybody.as("demo-gp");
        linkWorker = everybody.as("demo-link-worker");
        story = Story.about(Person.next(), admin);
        referral = story.referredBy(gp);
        scores = new Scores(linkWorker, referral.patient());
    }

    @Test
    void aLaterScoreIsFoundByWhatBecameOfThePerson() {
        scores.phq9(referral.serviceRequest(), 15, "2026-09-14");
        var later = scores.phq9(referral.serviceRequest(), 8, "2026-11-09");
        var happier = scores.happiness(referral.serviceRequest(), 3, "2026-09-14");
        scores.happiness(referral.serviceRequest(), 2, "2026-09-10");

        assertThat(found("change=reliably-better")).containsExactly(later);
        assertThat(found("change=better")).containsExactly(happier);
        assertThat(found("change=https://sprig-fhir.github.io/ig/CodeSystem/outcome-change%7Creliably-better,better"))
                .containsExactlyInAnyOrder(later, happier);
        assertThat(found("change=reliably-better&_total=accurate&value-quantity=le8"))
                .containsExactly(later);
        assertThat(found("change=reliably-worse,worse,same,no-reliable-change")).isEmpty();
        // No new version is made of it, whatever it is compared with.
        assertThat(linkWorker.get("Observation/" + later).header("ETag")).isEqualTo("W/\"1\"");
    }

    @Test
    void whenTheFirstIsMendedOrTakenBackTheOthersAreComparedAnew() {
        var first = scores.phq9(referral.serviceRequest(), 15, "2026-09-14");
        var second = scores.phq9(referral.serviceRequest(), 12, "2026-10-09");
        var third = scores.phq9(referral.serviceRequest(), 8, "2026-11-09");
        assertThat(found("change=no-reliable-change")).containsExactly(second);
        assertThat(found("change=reliably-better")).containsExactly(third);

        var read = linkWorker.get("Observation/" + first).as(Observation.class);
        read.setStatus(Observation.ObservationStatus.AMENDED).getValueQuantity().setValue(20);
        linkWorker.put("Observation/" + first, Json.of(read)).hasStatus(200);

        assertThat(found("change=reliably-better")).containsExactlyInAnyOrder(second, third);

        linkWorker
                .patch("Observation/" + first, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);

        assertThat(found("change=no-reliable-change")).containsExactly(third);
        assertThat(found("change=reliably-better")).isEmpty();
    }

    @Test
    void scoresThatComeAtTheSameInstantAreAllComparedWithTheFirst() throws InterruptedException {
        var day = new AtomicInteger(10);
        var sent = Together.atTheSameInstant(5, () -> {
            var at = day.getAndIncrement();
            return scores.phq9(referral.serviceRequest(), at, "2026-09-" + at);
        });

        var found = linkWorker.get("Observation?instrument=phq-9&_sort=date&patient=" + referral.patient());
        assertThat(ids(found)).hasSameElementsAs(sent);
        assertThat(found("change=no-reliable-change"))
                .containsExactlyInAnyOrderElementsOf(ids(found).subList(1, 5));
    }

    @Test
    void anEpisodeIsFoundWhicheverOfItsRequestsIsNamed() {
        linkWorker.transaction(story.contact());
        var onward = linkWorker.transaction(story.onwardReferral()).locations().stream()
                .filter(stored -> stored.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();
        var first = scores.phq9(referral.serviceRequest(), 15, "2026-10-14");
        var later = scores.phq9(onward, 8, "2026-11-09");

        for (var named : List.of(referral.serviceRequest(), onward)) {
            assertThat(found("instrument=phq-9&episode=" + named)).containsExactlyInAnyOrder(first, later);
        }
        assertThat(found("instrument=phq-9&based-on=" + onward)).containsExactly(later);
        assertThat(found("change=reliably-better&episode=" + referral.serviceRequest()))
                .containsExactly(later);
        assertThat(found("episode=ServiceRequest/00000000-0000-4000-8000-000000000000"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "instrument=phq-9, 2",
        "instrument=https://sprig-fhir.github.io/ig/CodeSystem/outcome-instrument|phq-9, 2",
        "instrument=gad-7, 0",
        "component-code-value-quantity=http://loinc.org|44260-8$ge1, 1",
        "component-code-value-quantity=44260-8$3, 1",
        "component-code-value-quantity=http://loinc.org|44260-8$gt3, 0",
        "component-code-value-quantity=http://loinc.org|44250-9$ge3, 0",
        "component-code-value-quantity=http://loinc.org|44260-8$lt1, 1",
        "component-code-value-quantity=http://snomed.info/sct|44260-8$lt1, 0",
        "'component-code-value-quantity=44250-9$1,44260-8$3', 2",
        "component-code-value-quantity=44260-8$ge1&component-code-value-quantity=44250-9$0, 1",
        "code-value-quantity=http://loinc.org|44261-6$ge8, 1",
        "code=http://loinc.org|44261-6, 2"
    })
    void itemsAreFoundByTheirOwnAnswers(String criterion, int expected) {
        scores.phq9(referral.serviceRequest(), 1, 0, "2026-10-14");
        scores.phq9(referral.serviceRequest(), 0, 3, "2026-11-09");

        assertThat(found(criterion.replace("|", "%7C"))).hasSize(expected);
    }

    @Test
    void peopleAndReferralsAreFoundByTheirOutcomes() {
        scores.phq9(referral.serviceRequest(), 15, "2026-09-14");
        scores.phq9(referral.serviceRequest(), 8, "2026-11-09");
        var one = "&_id=" + idOf(referral.patient());

        assertThat(linkWorker
                        .get("Patient?_has:Observation:subject:change=reliably-better" + one)
                        .found())
                .hasSize(1);
        assertThat(linkWorker
                        .get("Patient?_has:Observation:patient:instrument=phq-9,gad-7" + one)
                        .found())
                .hasSize(1);
        assertThat(linkWorker
                        .get("Patient?_has:Observation:subject:change=reliably-worse" + one)
                        .found())
                .isEmpty();
        assertThat(linkWorker
                        .get("ServiceRequest?_has:Observation:based-on:code-value-quantity=44261-6$le8&_id="
                                + idOf(referral.serviceRequest()))
                        .found())
                .hasSize(1);
        assertThat(everybody
                        .as("demo-gp-2")
                        .get("Patient?_has:Observation:subject:change=reliably-better" + one)
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?change=wonderful",
                "Observation?change:not=better",
                "Observation?episode=Task/1",
                "Observation?episode.need=bereavement",
                "Observation?component-code-value-quantity=44260-8",
                "Observation?component-code-value-quantity=44260-8$high",
                "Observation?component-code-value-quantity=44260-8$1%7Chttp://unitsofmeasure.org%7Ckg",
                "Task?_has:Observation:based-on:change=better"
            })
    void whatIsNotUnderstoodIsRefused(String search) {
        var answer = linkWorker.get(search);

        assertThat(answer.status()).as(answer.request() + answer.body()).isEqualTo(400);
    }

    @Test
    void aServiceMayNotAskByWhatItMayNotSee() {
        var trust = everybody.as("demo-provider");

        for (var search : List.of(
                "Observation?change=better",
                "Observation?episode=" + referral.serviceRequest(),
                "Patient?_has:Observation:subject:change=better")) {
            assertThat(trust.get(search).hasStatus(400).rules()).as(search).containsExactly("search-withheld");
        }
    }

    @Test
    void theLatestOfEachCodeAreTold() {
        var phq9 = IntStream.range(0, 4)
                .mapToObj(at -> scores.phq9(referral.serviceRequest(), 15 - at, "2026-09-1" + at))
                .toList();
        var happy = scores.happiness(referral.serviceRequest(), 4, "2026-09-12");

        assertThat(latest("category=survey&patient=" + referral.patient())).containsExactly(phq9.get(3), happy);
        assertThat(latest("max=2&subject=" + referral.patient() + "&instrument=phq-9"))
                .containsExactly(phq9.get(3), phq9.get(2));
        assertThat(latest("max=2&category=survey&patient=" + referral.patient() + "&date=le2026-09-11"))
                .containsExactly(phq9.get(1), phq9.get(0));

        linkWorker
                .patch("Observation/" + phq9.get(3), Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);

        assertThat(latest("patient=" + referral.patient() + "&code=http://loinc.org%7C44261-6"))
                .containsExactly(phq9.get(2));
        assertThat(everybody
                        .as("demo-gp-2")
                        .get("Observation/$lastn?patient=" + referral.patient())
                        .found())
                .isEmpty();
        assertThat(linkWorker
                        .post(
                                "Observation/$lastn",
                                "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"max\", \"valuePositiveInt\": 3}, {\"name\": \"category\", \"valueString\": \"survey\"}, {\"name\": \"patient\", \"valueString\": \"%s\"}]}"
                                        .formatted(referral.patient()))
                        .found())
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "max=0, 2",
        "'', 1",
        "patient=Patient/1&mood=good, 1",
        "patient=Patient/1&_sort=date&_count=3, 2",
        "patient=Patient/1&based-on.need=x, 1",
        "patient=Patient/1&max=1&max=2, 1"
    })
    void whoAsksForTheLatestWronglyIsToldEverything(String query, int problems) {
        var answer = linkWorker.get("Observation/$lastn?" + query).hasStatus(400);

        assertThat(answer.rules()).hasSize(problems).containsOnly("operation-parameter");
    }

    @Test
    void itIsMadeAnewAtTheStartWhereItIsMissing() throws Exception {
        scores.phq9(referral.serviceRequest(), 1, 0, "2026-10-14");
        scores.phq9(referral.serviceRequest(), 2, 3, "2026-11-09");
        // Those of copies for research come with their release.
        var ofRecords = " where id in (select fhir_id from hfj_resource where partition_id = 0) order by 1";
        var changes = "select id || kind || first from sprig_change" + ofRecords;
        var items = "select id || system || code || value from sprig_item" + ofRecords;
        var changed = database.sql(changes).query(String.class).list();
        var answered = database.sql(items).query(String.class).list();
        database.sql("delete from sprig_change").update();
        database.sql("delete from sprig_item").update();

        MadeAnew.ofRecords("searches and pairs of outcomes", beans);

        assertThat(changed).isNotEmpty();
        assertThat(database.sql(changes).query(String.class).list()).isEqualTo(changed);
        assertThat(database.sql(items).query(String.class).list()).isEqualTo(answered);
    }

    private List<String> found(String criteria) {
        return ids(linkWorker.get("Observation?patient=%s&_count=200&%s".formatted(referral.patient(), criteria)));
    }

    private List<String> latest(String query) {
        var answer = linkWorker.get("Observation/$lastn?" + query).hasStatus(200);
        assertThat(answer.bundle().getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        return ids(answer);
    }

    private static List<String> ids(Answer answer) {
        return answer.found().stream().map(one -> one.getIdPart()).toList();
    }

    private static String idOf(String address) {
        return address.substring(address.indexOf('/') + 1);
    }
}
