package io.github.sprigfhir.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralRulesTest {

    @Test
    void aReferralBeginsActive() {
        assertThat(ReferralRules.begins("active")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "on-hold", "completed", "revoked", "entered-in-error", ""})
    void aReferralDoesNotBeginOtherwise(String status) {
        refused(ReferralRules.begins(status), "referral-begins-active");
    }

    @ParameterizedTest
    @CsvSource({"active, active, true", "active, active, false", "active, revoked, false"})
    void aSenderMayLeaveTheStatusOrChangeItWhileNobodyWasAsked(String before, String after, boolean asked) {
        assertThat(ReferralRules.changes(before, after, asked)).isEmpty();
    }

    @Test
    void aSenderCannotChangeTheStatusOnceSomebodyWasAsked() {
        refused(ReferralRules.changes("active", "completed", true), "referral-status-follows");
        assertThat(ReferralRules.changes("active", "completed", true)
                        .orElseThrow()
                        .text())
                .contains("active", "completed");
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnOpenReferralTakesMore(RequestStatus status) {
        assertThat(ReferralRules.joins(status).isEmpty())
                .isEqualTo(status == RequestStatus.ACTIVE || status == RequestStatus.ON_HOLD);
        ReferralRules.joins(status).ifPresent(refusal -> refused(Optional.of(refusal), "referral-ended"));
    }

    @Test
    void whatBelongsToAReferralIsAboutTheSamePerson() {
        assertThat(ReferralRules.isAbout("Patient/1", "Patient/1")).isEmpty();
        refused(ReferralRules.isAbout("Patient/1", "Patient/2"), "same-person");
    }

    @Test
    void anOnwardReferralComesFromAReferral() {
        assertThat(ReferralRules.isBasedOn(true)).isEmpty();
        refused(ReferralRules.isBasedOn(false), "based-on-referral");
    }

    @Test
    void anEpisodeHasOneActivePlanAndWhatServesItIsOfTheSameEpisode() {
        assertThat(ReferralRules.isOnlyActivePlan(true)).isEmpty();
        assertThat(ReferralRules.isOfOneEpisode(true)).isEmpty();
        refused(ReferralRules.isOnlyActivePlan(false), "support-plan-known");
        refused(ReferralRules.isOfOneEpisode(false), "same-episode");
        assertThat(ReferralRules.staysInEpisode(true)).isEmpty();
        refused(ReferralRules.staysInEpisode(false), "same-episode");
    }

    @Test
    void aNeedIsUnmetOnceInAnEpisode() {
        assertThat(ReferralRules.isFirstOfItsNeed(true, "bereavement")).isEmpty();
        refused(ReferralRules.isFirstOfItsNeed(false, "bereavement"), "unmet-need-known");
    }

    @Test
    void aPersonIsAskedOnceAboutAServiceAndNotByIt() {
        assertThat(ReferralRules.isFirstOfItsRequest(true)).isEmpty();
        assertThat(ReferralRules.isOfAnother(true)).isEmpty();
        refused(ReferralRules.isFirstOfItsRequest(false), "experience-known");
        refused(ReferralRules.isOfAnother(false), "experience-own-service");
    }

    @Test
    void whoAskedWhomIsSettledWhenAReferralIsMade() {
        assertThat(ReferralRules.keeps(true)).isEmpty();
        refused(ReferralRules.keeps(false), "referral-fixed");
    }

    private static void refused(Optional<Refusal> refusal, String key) {
        assertThat(refusal).isPresent();
        assertThat(refusal.orElseThrow().reason().key()).isEqualTo(key);
        assertThat(refusal.orElseThrow().remedy()).isNotBlank();
    }

    @Test
    void recordsOfTwoPeopleAreNotMixed() {
        assertThat(ReferralRules.isOfOnePerson("Patient/1", "Patient/1")).isEmpty();
        assertThat(ReferralRules.isOfOnePerson("Patient/1", "Patient/2"))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(ReferralRule.SAME_PERSON));
    }

    @Test
    void aRecordStaysAboutItsPerson() {
        assertThat(ReferralRules.staysAbout("Patient/1", "Patient/1")).isEmpty();
        assertThat(ReferralRules.staysAbout("Patient/1", "Patient/2"))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(ReferralRule.SAME_PERSON));
    }
}
