package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say of a service is written down by others, stays with them, and is told in counts alone. */
@GuardedServer
class ExperienceIT {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String MASKED = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String WORDS = "The kettle sings louder than the choir.";

    private final ApplicationContext beans;
    private final JdbcClient database;
    private final Server server;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server provider;
    private final Server commissioner;

    ExperienceIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.beans = beans;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        commissioner = server.as("demo-commissioner");
        Story.about(Person.next(), admin);
    }

    private record Handed(String patient, String onward) {}

    @Test
    void theReportTellsCountsAndTheMeanAndNoWords() {
        var service = service();
        for (var rating : List.of(5, 5, 5, 5, 5, 5, 4, 4)) {
            answer(linkWorker, handOver(service), rating, "2019-05-02").hasStatus(201);
        }
        var few = answer(linkWorker, handOver(service), 2, "2019-04-01")
                .hasStatus(201)
                .id();

        var report = report(service);

        assertThat(report.getExtensionByUrl(IG + "StructureDefinition/reported-service")
                        .getValue())
                .isInstanceOfSatisfying(Reference.class, about -> assertThat(about.getReference())
                        .isEqualTo(service));
        var ratings = report.getGroupFirstRep();
        assertThat(count(ratings.getPopulationFirstRep())).isEqualTo("10");
        assertThat(ratings.getMeasureScore().getValue()).isEqualByComparingTo("4.5");
        assertThat(strata(ratings)).isEqualTo(Map.of("others", "masked"));
        assertThat(strata(report.getGroup().get(1))).isEqualTo(Map.of("yes", "10"));
        assertThat(Json.of(report)).doesNotContain("kettle");

        for (var rating : List.of(4, 4, 4)) {
            answer(linkWorker, handOver(service), rating, "2019-06-30").hasStatus(201);
        }
        mark(few);
        assertThat(strata(report(service).getGroupFirstRep())).isEqualTo(Map.of("5", "5", "4", "5"));
    }

    @Test
    void fewAnswersAreNotTold() {
        var service = service();
        var said = answer(linkWorker, handOver(service), 1, "2019-05-02")
                .hasStatus(201)
                .id();
        var ratings = report(service).getGroupFirstRep();

        assertThat(count(ratings.getPopulationFirstRep())).isEqualTo("masked");
        assertThat(ratings.hasMeasureScore()).isFalse();
        assertThat(strata(ratings)).isEqualTo(Map.of("others", "masked"));

        mark(said);
        assertThat(count(report(service).getGroupFirstRep().getPopulationFirstRep()))
                .isEqualTo("0");
    }

    @Test
    void aPersonIsAskedOnceAboutAServiceHoweverManyAskAtOnce() throws InterruptedException {
        var handed = handOver(service());

        var answers = Together.atTheSameInstant(4, () -> answer(linkWorker, handed, 4, "2018-05-02"));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.hasStatus(422).rules()).containsExactly("experience-known"));
    }

    @Test
    void nobodyWritesDownWhatIsSaidOfThemselves() {
        var own = admin.get("Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code%7CU99001")
                .found()
                .get(0);
        var service = service("Organization/" + own.getIdPart());
        var handed = handOver(service);

        assertThat(answer(linkWorker, handed, 5, "2018-05-02").hasStatus(422).rules())
                .containsExactly("experience-own-service");
        assertThat(answer(provider, handed, 5, "2018-05-02").hasStatus(403).rules())
                .containsExactly("access-role");
    }

    @Test
    void theWordsStayWithTheLinkWorkers() {
        var service = service();
        var said = "QuestionnaireResponse/"
                + answer(linkWorker, handOver(service), 3, "2018-05-02")
                        .hasStatus(201)
                        .id();

        assertThat(linkWorker
                        .get(said)
                        .hasStatus(200)
                        .as(QuestionnaireResponse.class)
                        .getItem())
                .hasSize(3);
        for (var other : List.of(provider, commissioner)) {
            assertThat(other.get(said).hasStatus(403).rules()).containsExactly("access-role");
        }
        // A practice reads the answers that it sent itself.
        gp.get(said).hasStatus(404);
        var elsewhere = new World(server, beans);
        elsewhere.as(Role.LINK_WORKER, elsewhere.organisation()).get(said).hasStatus(404);
    }

    @Test
    void itIsHeldToTheQuestionnaire() {
        var wrong = said(handOver(service()), 6, "2018-05-02").replace("\"comment\"", "\"remark\"");

        var answer = linkWorker.post("QuestionnaireResponse", wrong).hasStatus(422);

        assertThat(answer.body()).doesNotContain("kettle");
        assertThat(answer.issues()).hasSizeGreaterThan(1);
    }

    @Test
    void aReportIsAboutOneServiceThatIsThere() {
        var period = "periodStart=2019-04-01&periodEnd=2019-06-30";
        var asked = "Measure/service-experience/$evaluate-measure?";

        assertThat(commissioner.get(asked + period).hasStatus(422).expressions())
                .containsExactly("Parameters.parameter.where(name = 'subject')");
        assertThat(commissioner
                        .get(asked + "subject=Patient/1&periodStart=2019-04-01")
                        .hasStatus(422)
                        .rules())
                .containsExactlyInAnyOrder("operation-parameter", "report-period");
        commissioner.get(asked + "subject=HealthcareService/nothing&" + period).hasStatus(404);
        assertThat(Stream.of(gp, provider)).allSatisfy(one -> one.get(asked + "subject=" + service() + "&" + period)
                .hasStatus(403));
    }

    @Test
    void theCountIsMadeAnewAtTheStartWhereItIsMissing() throws Exception {
        answer(linkWorker, handOver(service()), 2, "2018-01-15").hasStatus(201);
        var all = "select response || service || day || rating || recommends from sprig_experience order by 1";
        var before = database.sql(all).query(String.class).list();
        database.sql("delete from sprig_experience").update();

        MadeAnew.ofRecords("experience of services", beans);

        assertThat(before).isNotEmpty();
        assertThat(database.sql(all).query(String.class).list()).isEqualTo(before);
    }

    private void mark(String said) {
        linkWorker
                .patch("QuestionnaireResponse/" + said, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);
    }

    private String service() {
        var trust = admin.get(
                        "Organization?identifier=https://register-of-charities.charitycommission.gov.uk%7C9999001")
                .found()
                .get(0);
        return service("Organization/" + trust.getIdPart());
    }

    private String service(String organisation) {
        return "HealthcareService/"
                + admin.post("HealthcareService", """
                {"resourceType": "HealthcareService", "active": true, "name": "A group",
                 "identifier": [{"system": "https://world.example/id", "value": "%s"}],
                 "extension": [{"url": "https://sprig-fhir.github.io/ig/StructureDefinition/service-need", "valueCodeableConcept": {
                     "coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/need-category", "code": "loneliness-isolation"}]}}],
                 "category": [{"coding": [{"system": "https://sprig-fhir.github.io/ig/CodeSystem/service-category", "code": "community-service"}]}],
                 "providedBy": {"reference": "%s"}}""".formatted(UUID.randomUUID(), organisation))
                        .hasStatus(201)
                        .id();
    }

    private Handed handOver(String service) {
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp);
        linkWorker
                .post("Consent", story.consent("TRUST", Story.TRUST, "2026-09-07T10:06:00+01:00"))
                .hasStatus(201);
        var made = linkWorker.post(
                referral.serviceRequest() + "/$handover", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "service", "valueReference": {"reference": "%s"}},
                  {"name": "firstContact", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/party", "code": "provider"}},
                  {"name": "nonAttendanceAction", "valueCoding": {"system": "https://sprig-fhir.github.io/ig/CodeSystem/non-attendance-action", "code": "tell-link-worker"}},
                  {"name": "outcomesReturned", "valueBoolean": true},
                  {"name": "identifier", "valueIdentifier": {"system": "https://dale-link-workers.example/id", "value": "%s"}}]}
                """.formatted(service, story.identifier("RATED")));
        var onward = made.hasStatus(200).as(Bundle.class).getEntryFirstRep().getResource();
        return new Handed(referral.patient(), "ServiceRequest/" + onward.getIdPart());
    }

    private static Answer answer(Server by, Handed handed, int rating, String day) {
        return by.post("QuestionnaireResponse", said(handed, rating, day));
    }

    private static String said(Handed handed, int rating, String day) {
        return """
                {"resourceType": "QuestionnaireResponse", "status": "completed",
                 "identifier": {"system": "https://dale-link-workers.example/id", "value": "%s"},
                 "questionnaire": "https://sprig-fhir.github.io/ig/Questionnaire/experience",
                 "basedOn": [{"reference": "%s"}], "subject": {"reference": "%s"}, "source": {"reference": "%s"},
                 "authored": "%s",
                 "item": [
                   {"linkId": "rating", "answer": [{"valueCoding": {"system": "%sCodeSystem/experience-rating", "code": "%d"}}]},
                   {"linkId": "recommend", "answer": [{"valueBoolean": true}]},
                   {"linkId": "comment", "answer": [{"valueString": "%s"}]}]}
                """.formatted(
                        UUID.randomUUID(), handed.onward(), handed.patient(), handed.patient(), day, IG, rating, WORDS);
    }

    private MeasureReport report(String service) {
        database.sql("delete from sprig_report").update();
        return commissioner
                .get(
                        "Measure/service-experience/$evaluate-measure?subject=%s&periodStart=2019-04-01&periodEnd=2019-06-30"
                                .formatted(service))
                .hasStatus(200)
                .as(MeasureReport.class);
    }

    private static Map<String, String> strata(MeasureReportGroupComponent group) {
        var strata = new LinkedHashMap<String, String>();
        group.getStratifierFirstRep()
                .getStratum()
                .forEach(stratum -> strata.put(
                        stratum.getValue().getCodingFirstRep().getCode(),
                        count(stratum.getPopulationFirstRep().getCountElement())));
        return strata;
    }

    private static String count(MeasureReport.MeasureReportGroupPopulationComponent population) {
        return count(population.getCountElement());
    }

    private static String count(IntegerType count) {
        return count.hasValue()
                ? count.getValueAsString()
                : count.getExtensionByUrl(MASKED).getValue().primitiveValue();
    }
}
