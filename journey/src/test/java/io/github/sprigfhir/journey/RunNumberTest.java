package io.github.sprigfhir.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published examples must serve for any number of journeys on one server. */
class RunNumberTest {

    private final Examples published = Examples.fromFolder(Path.of("../profiles/generated"));
    private final Examples numbered = RunNumber.on("7", published);

    RunNumberTest() throws Unexpected, InterruptedException {}

    @Test
    void theReferralAndItsHandoverAreNew() {
        var episode = new Episode(numbered);

        assertThat(episode.referral()).isEqualTo(new Episode(published).referral() + "-7");
        assertThat(episode.handover()).isEqualTo(new Episode(published).handover() + "-7");
        assertThat(episode.onwardHandover()).isEqualTo(new Episode(published).onwardHandover() + "-7");
    }

    @Test
    void thePersonAndTheServicesStayTheSame() {
        var episode = new Episode(numbered);

        assertThat(episode.nhsNumber()).isEqualTo(new Episode(published).nhsNumber());
        assertThat(episode.linkWorkerService()).isEqualTo(new Episode(published).linkWorkerService());
        assertThat(episode.walkingGroup()).isEqualTo(new Episode(published).walkingGroup());
        assertThat(numbered.directory()).isEqualTo(published.directory());
    }

    @Test
    void conditionsAndReferencesFollowTheNewIdentifiers() {
        var referral = new Episode(numbered).referral();

        assertThat(numbered.gpReferral().toString()).contains("\"ifNoneExist\":\"identifier=" + referral + "\"");
        assertThat(numbered.exitOutcome()
                        .path("entry")
                        .path(0)
                        .path("resource")
                        .path("basedOn")
                        .toString())
                .contains("ServiceRequest?identifier=" + referral + "\"");
    }

    @Test
    void nothingStillNamesThePublishedEpisode() {
        var before = new Episode(published).referral();

        assertThat(numbered.gpReferral().toString()).doesNotContain(before + "\"");
        assertThat(numbered.onwardReferral().toString()).doesNotContain(before + "\"");
        assertThat(numbered.exitOutcome().toString()).doesNotContain(before + "\"");
        assertThat(numbered.contact().toString()).doesNotContain(before + "\"");
        assertThat(numbered.supportPlan().toString()).doesNotContain(before + "\"");
    }

    @Test
    void theOfferAndTheContactsAreNew() {
        assertThat(new Episode(numbered).offer()).isEqualTo(new Episode(published).offer() + "-7");
        assertThat(Episode.token(numbered.missedContact())).isEqualTo(Episode.token(published.missedContact()) + "-7");
    }

    @Test
    void thePlanIsNewAndForTheNewGoal() {
        assertThat(numbered.supportPlan().toString())
                .contains("\"value\":\"PLAN-1-7\"", "|GOAL-1-7\"")
                .doesNotContain("PLAN-1\"", "GOAL-1\"");
    }

    @Test
    void thePublishedExamplesAreLeftAlone() throws Unexpected, InterruptedException {
        assertThat(published).isEqualTo(Examples.fromFolder(Path.of("../profiles/generated")));
    }
}
