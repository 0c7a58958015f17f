package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees what is on record of a person besides their episode. */
@GuardedServer
class RecordEntriesIT {

    private final Server gp;
    private final Server linkWorker;
    private final Server provider;
    private final Server stranger;
    private final Story story;
    private final Story.Referral referral;
    private final Entries entries;

    RecordEntriesIT(@LocalServerPort int port) {
        var server = new Server(port);
        gp = server.as("demo-gp");
        linkWorker = server.as("demo-link-worker");
        provider = server.as("demo-provider");
        stranger = server.as("demo-gp-2");
        story = Story.about(Person.next(), server.as("demo-admin"));
        referral = story.referredBy(gp);
        entries = new Entries(server, referral);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CarePlan-example-care-package",
                "CarePlan-example-requested-actions",
                "Composition-example-clinical-summary",
                "Condition-example-issue",
                "Condition-example-problem",
                "Flag-example-adjustment",
                "Flag-example-safeguarding",
                "Observation-example-assessment",
                "Observation-example-household",
                "Observation-example-pregnancy",
                "QuestionnaireResponse-example-about-me"
            })
    void whatThePracticeKnowsItsLinkWorkersSeeAndNobodyElse(String example) {
        takeUp();
        var type = example.substring(0, example.indexOf('-'));

        var entry = type + "/"
                + gp.post(type, entries.ofThePractice(example)).hasStatus(201).id();

        gp.get(entry).hasStatus(200);
        linkWorker.get(entry).hasStatus(200);
        stranger.get(entry).hasStatus(404);
        assertThat(provider.get(entry).status()).isIn(403, 404);
        var search = type + "?_id=" + entry.replace(type + "/", "");
        assertThat(gp.get(search).found()).hasSize(1);
        assertThat(linkWorker.get(search).found()).hasSize(1);
        assertThat(stranger.get(search).found()).isEmpty();
        gp.put(entry, gp.get(entry).body()).hasStatus(200);
        assertThat(linkWorker.put(entry, linkWorker.get(entry).body()).status()).isIn(200, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CarePlan-example-requested-actions",
                "Condition-example-issue",
                "Observation-example-household",
                "Observation-example-assessment"
            })
    void whatALinkWorkerNotesWhoeverReferredIsNotTold(String example) {
        var type = example.substring(0, example.indexOf('-'));

        var entry = type + "/"
                + linkWorker
                        .post(type, entries.ofTheLinkWorker(example))
                        .hasStatus(201)
                        .id();

        linkWorker.get(entry).hasStatus(200);
        gp.get(entry).hasStatus(404);
    }

    @Test
    void anAdjustmentThatIsShareableReachesWhoeverThePersonIsHandedOverTo() {
        takeUp();
        var closed = gp.post("Flag", entries.ofThePractice("Flag-example-adjustment"))
                .hasStatus(201)
                .id();
        gp.post("Flag", entries.ofThePractice("Flag-example-adjustment").replaceFirst("\"meta\": \\{", """
                                "meta": {"security": [{"code": "N",
                                  "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"}],"""))
                .hasStatus(201);

        provider.get("Flag/" + closed).hasStatus(404);
        assertThat(provider.get("Flag?patient=" + referral.patient()).found()).hasSize(1);
    }

    @Test
    void aCarePackageIsNoSupportPlan() {
        linkWorker.transaction(story.contact()).hasStatus(200);
        gp.post("CarePlan", entries.ofThePractice("CarePlan-example-care-package"))
                .hasStatus(201);
        linkWorker.transaction(story.supportPlan()).hasStatus(200);
        gp.post("CarePlan", entries.ofThePractice("CarePlan-example-requested-actions"))
                .hasStatus(201);

        assertThat(linkWorker
                        .get("CarePlan?status=active&patient=" + referral.patient())
                        .found())
                .hasSize(3);
    }

    @Test
    void whatIsWrongWithAnEntryIsSaidAllAtOnce() {
        var refused = gp.post(
                        "Observation",
                        entries.ofThePractice("Observation-example-household")
                                .replaceFirst("\"effectiveDateTime\": \"[^\"]+\",", "")
                                .replace("household-composition", "horoscope"))
                .hasStatus(422);

        assertThat(refused.expressions()).contains("Observation.code", "Observation");
        assertThat(gp.post(
                                "Condition",
                                entries.ofThePractice("Condition-example-issue")
                                        .replace("999000000013", "999000000047"))
                        .hasStatus(422)
                        .rules())
                .containsExactly("access-author");
        assertThat(List.of(
                        provider.post("Condition", entries.ofThePractice("Condition-example-issue"))
                                .status(),
                        stranger.post("Condition", entries.ofThePractice("Condition-example-issue"))
                                .status()))
                .containsExactly(403, 422);
    }

    /** The charity has the person, and has agreed to. */
    private void takeUp() {
        new Worker(linkWorker).take(referral.task(), "in-progress");
        linkWorker.transaction(story.onwardReferral()).hasStatus(200);
    }
}
