package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How people went through social prescribing is counted from the records, and told in three forms. */
@GuardedServer
class PathwayReportIT {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final Map<String, String> REASONS = Map.of(
            "26", "Patient choice",
            "40", "Not eligible",
            "did-not-attend", "Did not attend",
            "moved-away", "Moved away");
    private static final String ASKED = "Measure/pathway/$evaluate-measure?periodStart=2017-04-01&periodEnd=2017-06-30";

    private final Reports reports;
    private final JdbcClient database;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server provider;
    private final Server commissioner;

    PathwayReportIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        reports = new Reports(beans, server);
        database = reports.database();
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        commissioner = server.as("demo-commissioner");
    }

    @BeforeEach
    void forgetOthers() {
        reports.forgetOthers();
    }

    @Test
    void aCourseIsKeptFromItsRecords() {
        course();
    }

    private String course() {
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp);
        var id = Reports.episode(referral.serviceRequest());
        new Worker(linkWorker).take(referral.task(), "in-progress");
        linkWorker.transaction(story.contact()).hasStatus(200);

        assertThat(steps(id)).containsOnlyKeys("acknowledgement", "acceptance", "attendance", "contact-mode");
        assertThat(steps(id)).containsEntry("attendance", "attended").containsEntry("contact-mode", "in-person");
        assertThat(Integer.parseInt(steps(id).getOrDefault("acknowledgement", "")))
                .isPositive();

        new Worker(linkWorker).move(referral.task(), "failed", "26").hasStatus(200);

        assertThat(steps(id))
                .containsEntry("end", "26")
                .containsEntry("progress", "left")
                .containsEntry("end-reason", "26")
                .containsEntry("time-to-first-contact", "7")
                .containsEntry("contacts", "1")
                .containsEntry("time-to-acknowledgement", steps(id).getOrDefault("acknowledgement", "none"));
        return id;
    }

    /** Neither commits before the other draws conclusions, unless the other waits. */
    @Test
    void aContactThatIsTakenBackAsTheEpisodeEndsIsNotCounted() throws InterruptedException {
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp);
        var id = Reports.episode(referral.serviceRequest());
        new Worker(linkWorker).take(referral.task(), "in-progress");
        var contact = contactOf(story);
        var first = new AtomicBoolean(true);

        database.sql("""
                        create function sprig_test_dawdle() returns trigger language plpgsql as $$ begin
                            perform pg_sleep(1.5); return null; end $$
                        """).update();
        database.sql("""
                        create constraint trigger sprig_test_ends after insert on sprig_step
                        deferrable initially deferred for each row when (new.kind = 'end') execute function sprig_test_dawdle()
                        """).update();
        database.sql("""
                        create constraint trigger sprig_test_takes_back after delete on sprig_step
                        deferrable initially deferred for each row when (old.kind = 'attendance') execute function sprig_test_dawdle()
                        """).update();
        try {
            Together.atTheSameInstant(
                    2,
                    () -> first.getAndSet(false)
                            ? takeBack(contact).hasStatus(200)
                            : new Worker(linkWorker).move(referral.task(), "failed", "26"));
        } finally {
            database.sql("drop function sprig_test_dawdle cascade").update();
        }

        assertThat(steps(id)).containsEntry("contacts", "0").containsKey("end").doesNotContainKey("attendance");
    }

    @Test
    void aContactThatIsTakenBackIsNotCounted() {
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp);
        new Worker(linkWorker).take(referral.task(), "in-progress");
        var contact = contactOf(story);
        assertThat(steps(Reports.episode(referral.serviceRequest()))).containsKey("attendance");

        takeBack(contact).hasStatus(200);

        assertThat(steps(Reports.episode(referral.serviceRequest()))).doesNotContainKeys("attendance", "contact-mode");
    }

    private String contactOf(Story story) {
        return linkWorker.transaction(story.contact()).locations().stream()
                .filter(stored -> stored.startsWith("Encounter/"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("/_history.*", "");
    }

    private Answer takeBack(String contact) {
        return linkWorker.patch(contact, Server.JSON_PATCH, """
                        [{"op": "replace", "path": "/status", "value": "cancelled"},
                         {"op": "remove", "path": "/extension"}, {"op": "remove", "path": "/length"}]""");
    }

    @Test
    void anOnwardReferralIsAServiceUsedOnceItIsAccepted() {
        serviceUsed();
    }

    private String serviceUsed() {
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp);
        linkWorker.transaction(story.contact()).hasStatus(200);
        var stored = linkWorker.transaction(story.onwardReferral()).locations();
        var task = stored.stream()
                .filter(one -> one.startsWith("Task/"))
                .findFirst()
                .orElseThrow();
        assertThat(steps(Reports.episode(referral.serviceRequest()))).doesNotContainKey("service");

        new Worker(provider).take(task.replaceFirst("/_history.*", ""), "accepted");

        assertThat(steps(Reports.episode(referral.serviceRequest()))).containsKey("service");
        return Reports.episode(referral.serviceRequest());
    }

    @Test
    void anOfferThatIsDeclinedIsCounted() {
        var story = Story.about(Person.next(), admin);
        var offer = gp.transaction(story.offer()).locations().stream()
                .filter(stored -> stored.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("/_history.*", "");
        assertThat(steps(Reports.episode(offer))).isEmpty();

        gp.patch(offer, Server.JSON_PATCH, Handover.statusPatch("revoked")).hasStatus(200);

        assertThat(steps(Reports.episode(offer))).containsEntry("offer", "declined");
        assertThat(database.sql("select ended from sprig_episode where id = ?")
                        .param(Reports.episode(offer))
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.now(ZoneId.of("Europe/London")));
    }

    @Test
    void theReportTellsWhatBecameOfPeopleAndHowLongTheyWaited() throws Exception {
        var random = new Random(1);
        IntStream.range(0, 60).forEach(number -> {
            var id = Reports.INVENTED + number;
            var sex = number % 3 == 0 ? "male" : "female";
            episode(id, sex, 30 + number % 40, "S" + number % 2);
            step(id, "end", number < 30 ? "completed" : number < 45 ? "26" : "did-not-attend", "2017-05-30");
            step(id + "-u", id, "unmet-need", number < 40 ? "bereavement" : "legal-advice", "2017-05-12");
            if (number < 50) {
                step(id, "acceptance", "", "2017-05-03");
                step(id, "acknowledgement", String.valueOf(1 + number % 10), "2017-05-03");
            }
            if (number < 40) {
                contact(id + "-c", id, "attended", "2017-05-1" + random.nextInt(3));
                contact(id + "-d", id, number < 12 ? "did-not-attend" : "attended", "2017-05-20");
            }
        });

        var report = told();

        assertThat(kinds(Reports.group(report, "progress")))
                .isEqualTo(Map.of(
                        "Completed",
                        30,
                        "Ended after a contact",
                        10,
                        "Ended before a contact",
                        10,
                        "Not accepted",
                        10));
        assertThat(kinds(Reports.group(report, "end-reason")))
                .isEqualTo(Map.of("Patient choice", 15, "Did not attend", 15));
        var acknowledged = Reports.group(report, "time-to-acknowledgement");
        assertThat(counts(acknowledged))
                .isEqualTo(Map.of("measure-population", 50, "measure-population-exclusion", 10));
        assertThat(Reports.figures(acknowledged))
                .isEqualTo(Map.of("lower-quartile", "3", "median", "5", "upper-quartile", "8"));
        assertThat(kinds(Reports.group(report, "attendance"))).isEqualTo(Map.of("Attended", 70, "Did not attend", 10));
        assertThat(Reports.figures(Reports.group(report, "contacts"))).containsEntry("median", "1");
        assertThat(stratum(Reports.group(report, "progress"), "sex", "Male", "Completed")
                        .getPopulationFirstRep()
                        .getCount())
                .isEqualTo(10);
        assertThat(kinds(Reports.group(report, "unmet-need"))).isEqualTo(Map.of("Bereavement", 40, "Legal advice", 20));
        assertThat(stratum(Reports.group(report, "unmet-need"), "sex", "Male", "Bereavement")
                        .getPopulationFirstRep()
                        .getCount())
                .isEqualTo(15);
        assertThat(report.getGroup()).hasSize(11);
    }

    @Test
    void theSameReportIsATableAndAPage() throws Exception {
        theReportTellsWhatBecameOfPeopleAndHowLongTheyWaited();

        var table = commissioner.get(ASKED, "Accept", "text/csv").hasStatus(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.body().lines())
                .hasSizeGreaterThan(30)
                .first()
                .asString()
                .startsWith("measure,period-start,period-end,group,divided-by,part,kind,initial-population");
        assertThat(table.body()).contains("|0.1.0,2017-04-01,2017-06-30,How far people came,Sex,Male,Completed,10");

        var page = commissioner
                .get(ASKED, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .hasStatus(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h2>How far people came</h2>", "By sex", "Ended after a contact", "<rect class=\"bar\"")
                .doesNotContain("<script", "th:text");
        assertThat(commissioner
                        .get(ASKED + "&_format=text/csv", "Accept", "*/*")
                        .hasStatus(200)
                        .body())
                .isEqualTo(table.body());
        assertThat(commissioner
                        .get(ASKED, "Accept", "application/fhir+json, text/csv")
                        .body())
                .startsWith("{");
        commissioner.get(ASKED + "&reportType=population").hasStatus(200);
        commissioner.get("Measure/pathway", "Accept", "text/csv").hasStatus(406);
        commissioner
                .get("Measure/pathway/$evaluate-measure", "Accept", "text/csv")
                .hasStatus(422);
        gp.get(ASKED, "Accept", "text/csv").hasStatus(403);
    }

    @Test
    void theCourseIsMadeAnewAtTheStartWhereItIsMissing() throws Exception {
        var all = "select id || kind || episode || what from sprig_step where kind not like '%%acknowledgement'"
                + " and episode in ('%s', '%s') order by 1".formatted(course(), serviceUsed());
        var before = database.sql(all).query(String.class).list();
        database.sql("delete from sprig_step").update();

        reports.makeAnew("steps and conclusions of reports");

        assertThat(before).isNotEmpty();
        assertThat(database.sql(all).query(String.class).list()).isEqualTo(before);
    }

    /**
     * The attacker asks for all that can be asked, knows every part and every kind there is, and takes the parts of each
     * division from the whole. Whatever few there are, as many numbers stay possible for them as there are few.
     */
    @Test
    void nobodyIsFoundByTakingReportsFromEachOther() throws Exception {
        var tried = 0;
        for (int seed = 0; seed < 6; seed++) {
            forgetOthers();
            var people = people(new Random(seed));
            people.forEach(this::record);
            var report = told();
            for (var code : List.of("progress", "end-reason", "attendance")) {
                var group = Reports.group(report, code);
                for (var division : group.getStratifier()) {
                    var by = division.getCodeFirstRep().getCodingFirstRep().getCode();
                    if (List.of("sex", "age-band", "provider").contains(by)) {
                        var open = Attack.openness(group, division, truth(people, code, by));
                        assertThat(open.values())
                                .as("%s by %s, seed %d: %s", code, by, seed, open)
                                .allMatch(numbers -> numbers >= 4);
                        tried += open.size();
                    }
                }
            }
        }
        assertThat(tried).as("cells of few that were attacked").isGreaterThan(50);
    }

    /** Somebody whose episode ended in the period. */
    private record Somebody(String id, String sex, int age, String service, String end, boolean accepted, String came) {

        String part(String by) {
            return switch (by) {
                case "sex" -> sex.substring(0, 1).toUpperCase(Locale.UK) + sex.substring(1);
                case "provider" -> "HealthcareService/" + service;
                default -> age < 25 ? "18-24" : age >= 85 ? "85 and over" : band();
            };
        }

        private String band() {
            var from = (age - 5) / 10 * 10 + 5;
            return from + "-" + (from + 9);
        }

        /** None where the person is not counted. */
        Optional<String> kind(String counted) {
            return Optional.of(
                            switch (counted) {
                                case "attendance" -> came.equals("attended") ? "Attended" : "Did not attend";
                                case "progress" ->
                                    end.equals("completed")
                                            ? "Completed"
                                            : !accepted
                                                    ? "Not accepted"
                                                    : came.equals("attended")
                                                            ? "Ended after a contact"
                                                            : "Ended before a contact";
                                default -> REASONS.getOrDefault(end, "");
                            })
                    .filter(kind -> !kind.isEmpty() && (accepted || !counted.equals("attendance")));
        }
    }

    private static List<Somebody> people(Random random) {
        var prefix = Reports.INVENTED + random.nextInt(1_000_000);
        return IntStream.range(0, 40 + random.nextInt(200))
                .mapToObj(number -> new Somebody(
                        prefix + "-" + number,
                        List.of("male", "female", "other").get(skewed(random, 3)),
                        18 + skewed(random, 70),
                        "S" + skewed(random, 6),
                        List.of("completed", "26", "did-not-attend", "moved-away", "40")
                                .get(skewed(random, 5)),
                        random.nextInt(10) > 0,
                        random.nextInt(12) > 0 ? "attended" : "did-not-attend"))
                .toList();
    }

    /** The report on what a test has written into the table of steps, with the conclusions that follow. */
    private MeasureReport told() {
        reports.finish("steps and conclusions of reports");
        return commissioner.get(ASKED).hasStatus(200).as(MeasureReport.class);
    }

    private void record(Somebody one) {
        episode(one.id(), one.sex(), one.age(), one.service());
        step(one.id(), "end", one.end(), "2017-05-30");
        if (one.accepted()) {
            step(one.id(), "acceptance", "", "2017-05-03");
            contact(one.id() + "-c", one.id(), one.came(), "2017-05-10");
        }
    }

    /** As it is, by part and kind. */
    private static Map<String, Map<String, Integer>> truth(List<Somebody> people, String counted, String by) {
        var truth = new TreeMap<String, Map<String, Integer>>();
        people.forEach(
                one -> one.kind(counted).ifPresent(kind -> truth.computeIfAbsent(one.part(by), part -> new TreeMap<>())
                        .merge(kind, 1, Integer::sum)));
        return truth;
    }

    private static int skewed(Random random, int most) {
        return random.nextInt(1 + random.nextInt(most));
    }

    private void episode(String id, String sex, int age, String service) {
        database.sql("""
                        insert into sprig_episode (id, begun, ended, age, sex, needs, provider)
                        values (?, '2017-05-01', '2017-05-30', ?, ?, '{}', ?)
                        """).params(id, age, sex, service).update();
    }

    private void step(String episode, String kind, String what, String day) {
        step(episode, episode, kind, what, day);
    }

    private void contact(String id, String episode, String what, String day) {
        step(id, episode, "attendance", what, day);
    }

    private void step(String id, String episode, String kind, String what, String day) {
        database.sql("""
                        insert into sprig_step (id, episode, kind, what, day) values (?, ?, ?, ?, cast(? as date))
                        """).params(id, episode, kind, what, day).update();
    }

    private Map<String, String> steps(String episode) {
        var steps = new HashMap<String, String>();
        database.sql("select kind, what from sprig_step where episode = ?")
                .param(episode)
                .query(row -> {
                    steps.put(row.getString(1), row.getString(2));
                });
        return steps;
    }

    /** How many of each kind, over everybody. */
    private static Map<String, Integer> kinds(MeasureReportGroupComponent group) {
        return group.getStratifier().get(0).getStratum().stream()
                .collect(Collectors.toMap(
                        stratum -> Reports.name(stratum.getValue()),
                        stratum -> stratum.getPopulationFirstRep().getCount()));
    }

    private static StratifierGroupComponent stratum(
            MeasureReportGroupComponent group, String by, String part, String kind) {
        return group.getStratifier().stream()
                .filter(stratifier -> stratifier.getCodeFirstRep().hasCoding(IG + "CodeSystem/report-term", by))
                .flatMap(stratifier -> stratifier.getStratum().stream())
                .filter(stratum -> stratum.getComponent().stream()
                        .map(component -> Reports.name(component.getValue()))
                        .toList()
                        .equals(List.of(part, kind)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Integer> counts(MeasureReportGroupComponent group) {
        return group.getPopulation().stream()
                .collect(Collectors.toMap(
                        one -> one.getCode().getCodingFirstRep().getCode(), one -> one.getCount()));
    }
}
