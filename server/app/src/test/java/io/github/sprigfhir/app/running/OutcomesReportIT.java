package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.IntegerType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How scores changed is counted from the records, and told so that nobody is found by it. */
@GuardedServer
class OutcomesReportIT {

    private static final String MASKED = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private final Reports reports;
    private final JdbcClient database;
    private final Server admin;
    private final Server gp;
    private final Server linkWorker;
    private final Server commissioner;

    OutcomesReportIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        var server = new Server(port);
        reports = new Reports(beans, server);
        database = reports.database();
        admin = server.as("demo-admin");
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        commissioner = server.as("demo-commissioner");
    }

    @BeforeEach
    void forgetOthers() {
        reports.forgetOthers();
    }

    @Test
    void anEpisodeIsCountedFromItsRecords() {
        var referral = refer();
        var id = Reports.episode(referral.serviceRequest());
        var begun = database.sql("select * from sprig_episode where id = ?")
                .param(id)
                .query()
                .singleRow();
        assertThat(begun).containsEntry("sex", "female").containsEntry("ended", null);
        assertThat(begun.get("age")).isNotNull();
        assertThat(begun.get("ethnicity")).isEqualTo("A");
        assertThat(begun.get("provider")).isNotNull();
        assertThat(begun.get("referrer")).isNotNull();

        new Worker(linkWorker).take(referral.task(), "completed");

        assertThat(database.sql("select ended from sprig_episode where id = ?")
                        .param(id)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.now(ZoneId.of("Europe/London")));
    }

    @Test
    void aScoreIsCountedWhileItStands() {
        var referral = refer();
        var score = score(referral, "ons4-happiness", 4, "2018-05-01");
        var counted = "select value from sprig_score where id = ?";
        var compared = "select first || ' ' || last || ' ' || scores from sprig_pair where episode = ?";
        var episode = Reports.episode(referral.serviceRequest());
        var later = score(referral, "ons4-happiness", 9, "2018-05-20");
        assertThat(database.sql(compared).param(episode).query(String.class).list())
                .containsExactly("4 9 2");
        linkWorker
                .patch("Observation/" + later, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);
        assertThat(database.sql(compared).param(episode).query(String.class).list())
                .containsExactly("4 4 1");
        assertThat(database.sql(counted).param(score).query(Double.class).optional())
                .contains(4.0);

        linkWorker
                .patch("Observation/" + score, Server.JSON_PATCH, Handover.statusPatch("entered-in-error"))
                .hasStatus(200);

        assertThat(database.sql(counted).param(score).query(Double.class).optional())
                .isEmpty();
        assertThat(database.sql(compared).param(episode).query(String.class).list())
                .isEmpty();
    }

    @Test
    void aScoreOfAnOnwardReferralIsOfTheWholeEpisode() {
        var story = Story.about(Person.next(), admin);
        var referral = story.referredBy(gp);
        linkWorker.transaction(story.contact());
        var onward = linkWorker.transaction(story.onwardReferral()).locations().stream()
                .filter(stored -> stored.startsWith("ServiceRequest/"))
                .findFirst()
                .orElseThrow();

        var score = new Scores(linkWorker, referral.patient()).happiness(onward, 7, "2018-05-01");

        assertThat(database.sql("select episode from sprig_score where id = ?")
                        .param(score)
                        .query(String.class)
                        .single())
                .isEqualTo(Reports.episode(referral.serviceRequest()));
    }

    @Test
    void theReportTellsHowThePairedChangedAndWhoIsLeftOut() {
        IntStream.range(0, 10).forEach(number -> {
            var referral = refer();
            score(referral, "ons4-life-satisfaction", 3 + number % 2 * 2, "2018-05-01");
            score(referral, "ons4-life-satisfaction", 1, "2018-05-20");
            score(referral, "ons4-life-satisfaction", 6, "2018-06-01");
            end(referral, "2018-06-05");
        });
        IntStream.range(0, 5).forEach(number -> {
            var referral = refer();
            score(referral, "ons4-life-satisfaction", 9, "2018-05-01");
            end(referral, "2018-06-05");
        });

        var report = reports.ask("outcomes", "2018-04-01", "2018-06-30");

        var group = Reports.group(report, "ons4-life-satisfaction");
        assertThat(group.getPopulation())
                .extracting(one -> count(one.getCountElement()))
                .containsExactly("15", "10", "5");
        assertThat(group.getMeasureScore().getValue()).isEqualByComparingTo("2");
        assertThat(Reports.figures(group))
                .containsEntry("mean-before", "4")
                .containsEntry("mean-after", "6")
                .containsEntry("mean-change", "2")
                .containsEntry("improved", "100")
                .containsEntry("deteriorated", "0")
                .containsEntry("no-follow-up", "30");
        var sexes = group.getStratifier().get(1).getStratum();
        assertThat(sexes).hasSize(1);
        assertThat(sexes.get(0).getValue().getCodingFirstRep().getCode()).isEqualTo("female");
        assertThat(Reports.figures(sexes.get(0))).isEqualTo(Reports.figures(group));
    }

    @Test
    void ofFewNothingIsTold() {
        IntStream.range(0, 4).forEach(number -> {
            var referral = refer();
            score(referral, "ons4-anxiety", 8, "2018-02-01");
            score(referral, "ons4-anxiety", 2, "2018-03-01");
            end(referral, "2018-03-05");
        });

        var group = Reports.group(reports.ask("outcomes", "2018-01-01", "2018-03-31"), "ons4-anxiety");

        assertThat(group.getPopulation())
                .extracting(one -> count(one.getCountElement()))
                .containsOnly("masked");
        assertThat(group.hasMeasureScore()).isFalse();
        assertThat(group.hasExtension()).isFalse();
        assertThat(group.getStratifier())
                .allSatisfy(by -> assertThat(by.getStratum()).allSatisfy(part -> {
                    assertThat(part.hasExtension()).isFalse();
                    assertThat(part.getValue().getCodingFirstRep().getCode()).isEqualTo("others");
                }));
    }

    /** Whoever could compare two reports of one period would see who came in between. */
    @Test
    void whatIsToldFirstIsToldEverAfter() throws InterruptedException {
        var referral = refer();
        score(referral, "ons4-happiness", 3, "2018-08-01");
        end(referral, "2018-08-05");

        var asked = "Measure/outcomes/$evaluate-measure?periodStart=2018-07-01&periodEnd=2018-09-30";
        var together =
                Together.atTheSameInstant(4, () -> commissioner.get(asked).body());
        end(refer(), "2018-08-05");
        end(referral, "2019-08-05");

        assertThat(together).containsOnly(commissioner.get(asked).hasStatus(200).body());
        assertThat(commissioner
                        .get("Measure/outcomes/$evaluate-measure?periodStart=2018-07&periodEnd=2018-09")
                        .body())
                .isEqualTo(together.get(0));
    }

    @Test
    void theCountIsMadeAnewAtTheStartWhereItIsMissing() throws Exception {
        score(refer(), "ons4-worthwhile", 7, "2018-05-01");
        var episodes = "select id || begun || age || sex || array_to_string(needs, ',') || provider || referrer"
                + " from sprig_episode where id in (select fhir_id from hfj_resource) order by 1";
        var scores = "select id || episode || measure || taken || value from sprig_score"
                + " where id in (select fhir_id from hfj_resource) order by 1";
        var before = database.sql(episodes).query(String.class).list();
        var scored = database.sql(scores).query(String.class).list();
        database.sql("delete from sprig_episode").update();
        database.sql("delete from sprig_score").update();

        reports.makeAnew("facts of reports");

        assertThat(before).isNotEmpty();
        assertThat(database.sql(episodes).query(String.class).list()).isEqualTo(before);
        assertThat(database.sql(scores).query(String.class).list()).isEqualTo(scored);
    }

    private Story.Referral refer() {
        var stored =
                gp.transaction(Story.about(Person.next(), admin).gpReferral()).locations();
        return new Story.Referral(stored.get(0), stored.get(1), stored.get(2), stored.get(3), stored.get(4));
    }

    private String score(Story.Referral referral, String code, int value, String day) {
        return new Scores(linkWorker, referral.patient()).ons4(referral.serviceRequest(), code, value, day);
    }

    /** As if it had ended on that day: a report is of what is over. */
    private void end(Story.Referral referral, String day) {
        database.sql("update sprig_episode set ended = cast(? as date) where id = ?")
                .params(day, Reports.episode(referral.serviceRequest()))
                .update();
    }

    private static String count(IntegerType count) {
        return count.hasValue()
                ? count.getValueAsString()
                : count.getExtensionByUrl(MASKED).getValue().primitiveValue();
    }
}
