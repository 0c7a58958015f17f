package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A need for which there is no service is on record once, and is counted where nobody can be found by it. */
@GuardedServer
class UnmetNeedIT {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String REASONS = IG + "CodeSystem/handover-reason";
    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String MASKED = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private final ApplicationContext beans;
    private final JdbcClient database;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server provider;
    private final Server commissioner;

    UnmetNeedIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        this.beans = beans;
        this.database = JdbcClient.create(beans.getBean(DataSource.class));
        var server = new Server(port);
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        commissioner = server.as("demo-commissioner");
    }

    @Test
    void aHandoverThatFindsNoServiceLeavesEachOfItsNeedsUnmetOnce() {
        var referral = refer("LS6 2AB");
        linkWorker.patch(referral.task(), Server.JSON_PATCH, Worker.patch("received", ""));
        linkWorker.patch(referral.task(), Server.JSON_PATCH, rejected()).hasStatus(200);
        linkWorker.patch(referral.task(), Server.JSON_PATCH, rejected());

        var recorded = unmet(linkWorker, referral);

        assertThat(recorded)
                .extracting(
                        one -> one.getValueCodeableConcept().getCodingFirstRep().getCode())
                .containsExactlyInAnyOrder("loneliness-isolation", "bereavement");
        assertThat(recorded).allSatisfy(one -> {
            assertThat(one.getStatus()).isEqualTo(Observation.ObservationStatus.FINAL);
            assertThat(one.getComponentFirstRep().getValueCodeableConcept().hasCoding(BARS, "42"))
                    .isTrue();
            assertThat(area(one)).isEqualTo("LS6");
            assertThat(episode(one.getIdPart()))
                    .contains(referral.serviceRequest().replaceFirst(".*ServiceRequest/", ""));
            assertThat(linkWorker
                            .get("Provenance?target=Observation/" + one.getIdPart())
                            .found())
                    .hasSize(1);
        });
        assertThat(unmet(gp, referral)).hasSize(2);
        assertThat(provider.get("Observation?subject=" + referral.patient()).found())
                .isEmpty();
    }

    @Test
    void aHandoverThatEndsForAnotherReasonLeavesNone() {
        var referral = refer("");
        new Worker(linkWorker).take(referral.task(), "rejected", "42");

        assertThat(unmet(linkWorker, referral)).isEmpty();
    }

    @Test
    void whatWasWrongIsTakenBackAndMayBeRecordedAnew() {
        var referral = refer("");
        var first =
                record(referral, "legal-advice", "2018-05-01").hasStatus(201).id();
        var area = "select area from sprig_unmet where observation = ?";
        assertThat(database.sql(area).param(first).query(String.class).optional())
                .contains("unknown");
        assertThat(episode(first)).isPresent();

        assertThat(record(referral, "legal-advice", "2018-05-02").hasStatus(422).rules())
                .containsExactly("unmet-need-known");
        record(referral, "immigration", "2018-05-02").hasStatus(201);
        mark(first, "entered-in-error");

        assertThat(database.sql(area).param(first).query(String.class).optional())
                .isEmpty();
        assertThat(episode(first)).isEmpty();
        record(referral, "legal-advice", "2018-05-02").hasStatus(201);
        assertThat(Json.of(linkWorker.get("Observation/" + first).as(Observation.class)))
                .contains("entered-in-error");
        var back = linkWorker.get("Observation/" + first).as(Observation.class);
        back.setStatus(Observation.ObservationStatus.FINAL);
        assertThat(linkWorker
                        .put("Observation/" + first, Json.of(back))
                        .hasStatus(422)
                        .rules())
                .containsExactly("unmet-need-known");
    }

    @Test
    void ofTwoWhoRecordTheSameAtOnceOneDoes() throws InterruptedException {
        var referral = refer("");

        var answers = Together.atTheSameInstant(4, () -> record(referral, "social-care", "2018-06-01"));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(answer.hasStatus(422).rules()).containsExactly("unmet-need-known"));
        assertThat(unmet(linkWorker, referral)).hasSize(1);
    }

    @Test
    void theReportCountsByNeedAndAreaAndTellsNoSmallNumber() {
        var sixThere = Stream.generate(() -> "LS6 2AB").limit(6);
        var fourElsewhere = Stream.generate(() -> "ls72ab").limit(4);
        var fiveNowhere = Stream.generate(() -> "").limit(5);
        Stream.of(sixThere, fourElsewhere, fiveNowhere)
                .flatMap(some -> some)
                .map(this::refer)
                .forEach(referral -> record(referral, "digital-inclusion", "2019-03-31"));
        var few = List.of(refer("LS6 2AB"), refer("LS6 2AB")).stream()
                .map(referral -> record(referral, "substance-use", "2019-01-01").id())
                .toList();

        var report = report("2019-01-01", "2019-03-31");

        assertThat(report.getMeasure()).startsWith(IG + "Measure/unmet-need|");
        assertThat(report.getPeriod().getEndElement().getValueAsString()).isEqualTo("2019-03-31");
        assertThat(report.getGroup()).hasSize(24);
        assertThat(count(total(report, "digital-inclusion"))).isEqualTo("15");
        assertThat(areas(report, "digital-inclusion"))
                .isEqualTo(Map.of("LS6", "5", "unknown", "5", "elsewhere", "masked"));
        assertThat(count(total(report, "substance-use"))).isEqualTo("masked");
        assertThat(areas(report, "substance-use")).isEqualTo(Map.of("elsewhere", "masked"));
        assertThat(count(total(report, "other"))).isEqualTo("0");
        assertThat(count(total(report("2019-04-01", "2019-06-30"), "digital-inclusion")))
                .isEqualTo("0");

        few.forEach(one -> mark(one, "cancelled"));
        assertThat(count(total(report("2019-01", "2019-03"), "substance-use"))).isEqualTo("0");
    }

    @Test
    void itIsAskedForByPostAsWell() {
        var answer = commissioner.post("Measure/unmet-need/$evaluate-measure", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "periodStart", "valueDate": "2017-04-01"}, {"name": "periodEnd", "valueDate": "2017-06-30"}]}""");

        assertThat(answer.hasStatus(200).as(MeasureReport.class).getGroup()).hasSize(24);
    }

    @Test
    void itIsForCommissionersLinkWorkersAndAdministrators() {
        var asked = "Measure/unmet-need/$evaluate-measure?periodStart=2017-04-01&periodEnd=2017-06-30";

        assertThat(Stream.of(commissioner, linkWorker, admin))
                .allSatisfy(one -> one.get(asked).hasStatus(200));
        assertThat(Stream.of(gp, provider))
                .allSatisfy(
                        one -> assertThat(one.get(asked).hasStatus(403).rules()).containsExactly("access-role"));
        commissioner.get("Observation?status=final").hasStatus(403);
        commissioner.get("Measure/unmet-need").hasStatus(200);
        commissioner
                .get("Measure/nothing/$evaluate-measure?periodStart=2017-04-01&periodEnd=2017-06-30")
                .hasStatus(404);
    }

    @Test
    void everythingThatIsWrongWithAQuestionIsToldAtOnce() {
        var asked = commissioner
                .get("Measure/unmet-need/$evaluate-measure?periodStart=2026-02-30&subject=Patient/1&reportType=subject")
                .hasStatus(422);

        assertThat(asked.rules())
                .containsExactlyInAnyOrder(
                        "operation-parameter", "operation-parameter", "report-period", "report-period");
        assertThat(asked.expressions())
                .contains(
                        "Parameters.parameter.where(name = 'subject')",
                        "Parameters.parameter.where(name = 'reportType')",
                        "Parameters.parameter.where(name = 'periodStart')",
                        "Parameters.parameter.where(name = 'periodEnd')");
        assertThat(commissioner
                        .get("Measure/unmet-need/$evaluate-measure?periodStart=2019-03-31&periodEnd=2019-01-01")
                        .hasStatus(422)
                        .rules())
                .containsExactly("report-period");
    }

    @Test
    void theCountIsMadeAnewAtTheStartWhereItIsMissing() throws Exception {
        record(refer("LS8 1AA"), "arts-culture-nature", "2018-01-15").hasStatus(201);
        var all = "select observation || day || need || area from sprig_unmet order by 1";
        var before = database.sql(all).query(String.class).list();
        database.sql("delete from sprig_unmet").update();

        MadeAnew.ofRecords("unmet needs", beans);

        assertThat(before).isNotEmpty();
        assertThat(database.sql(all).query(String.class).list()).isEqualTo(before);
    }

    /** In which episode it is counted. */
    private Optional<String> episode(String observation) {
        return database.sql("select episode from sprig_step where id = ? and kind = 'unmet-need'")
                .param(observation)
                .query(String.class)
                .optional();
    }

    private Story.Referral refer(String postcode) {
        var story = Story.about(Person.next(), admin);
        var transaction = story.gpReferral()
                .replace(
                        "\"postalCode\": \"ZZ99 3VZ\"",
                        postcode.isEmpty() ? "\"state\": \"Exampleshire\"" : """
                        "postalCode": "%s\"""".formatted(postcode));
        var stored = gp.transaction(transaction).locations();
        return new Story.Referral(stored.get(0), stored.get(1), stored.get(2), stored.get(3), stored.get(4));
    }

    private Answer record(Story.Referral referral, String need, String day) {
        return linkWorker.post("Observation", """
                {"resourceType": "Observation", "status": "final",
                 "identifier": [{"system": "https://dale-link-workers.example/id", "value": "%s"}],
                 "basedOn": [{"reference": "%s"}],
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "social-history"}]}],
                 "code": {"coding": [{"system": "%sCodeSystem/observation-kind", "code": "unmet-need"}]},
                 "subject": {"reference": "%s"}, "effectiveDateTime": "%s",
                 "valueCodeableConcept": {"coding": [{"system": "%sCodeSystem/need-category", "code": "%s"}]}}
                """.formatted(
                        UUID.randomUUID(), referral.serviceRequest(), IG, referral.patient(), day, IG, need));
    }

    private void mark(String observation, String status) {
        linkWorker
                .patch("Observation/" + observation, Server.JSON_PATCH, Handover.statusPatch(status))
                .hasStatus(200);
    }

    private static String rejected() {
        return """
                [{"op": "replace", "path": "/status", "value": "rejected"},
                 {"op": "add", "path": "/statusReason", "value": {"coding": [
                    {"system": "%s", "code": "no-suitable-service"}, {"system": "%s", "code": "42"}]}}]""".formatted(REASONS, BARS);
    }

    private static List<Observation> unmet(Server by, Story.Referral referral) {
        return by
                .get("Observation?code=%sCodeSystem/observation-kind%%7Cunmet-need&subject=%s"
                        .formatted(IG, referral.patient()))
                .found()
                .stream()
                .map(Observation.class::cast)
                .toList();
    }

    private String area(Resource observation) {
        return database.sql("select area from sprig_unmet where observation = ?")
                .param(observation.getIdPart())
                .query(String.class)
                .single();
    }

    private MeasureReport report(String start, String end) {
        database.sql("delete from sprig_report").update();
        return commissioner
                .get("Measure/unmet-need/$evaluate-measure?periodStart=%s&periodEnd=%s".formatted(start, end))
                .hasStatus(200)
                .as(MeasureReport.class);
    }

    private static IntegerType total(MeasureReport report, String need) {
        return group(report, need).getPopulationFirstRep().getCountElement();
    }

    private static Map<String, String> areas(MeasureReport report, String need) {
        var areas = new LinkedHashMap<String, String>();
        group(report, need)
                .getStratifierFirstRep()
                .getStratum()
                .forEach(stratum -> areas.put(
                        name(stratum.getValue()),
                        count(stratum.getPopulationFirstRep().getCountElement())));
        return areas;
    }

    private static String name(CodeableConcept area) {
        return area.hasText() ? area.getText() : area.getCodingFirstRep().getCode();
    }

    private static MeasureReportGroupComponent group(MeasureReport report, String need) {
        return report.getGroup().stream()
                .filter(group -> group.getCode().hasCoding(IG + "CodeSystem/need-category", need))
                .findFirst()
                .orElseThrow();
    }

    private static String count(IntegerType count) {
        return count.hasValue()
                ? count.getValueAsString()
                : count.getExtensionByUrl(MASKED).getValue().primitiveValue();
    }
}
