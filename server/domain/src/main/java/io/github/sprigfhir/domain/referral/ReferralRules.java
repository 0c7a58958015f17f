package io.github.sprigfhir.domain.referral;

import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.Optional;

/** What may become of a referral, and what may join it; every rule a function, and no answer means no objection. */
public final class ReferralRules {

    private ReferralRules() {}

    /** A referral begins active: what has ended elsewhere, or is only planned, is not to be worked. */
    public static Optional<Refusal> begins(String status) {
        return unless(
                status.equals(RequestStatus.ACTIVE.code()),
                ReferralRule.BEGINS_ACTIVE,
                "A referral or an offer begins with the status active, but this one says " + status + ".",
                "Send it as active; its handovers will change the status.");
    }

    /**
     * A referral has what the standard calls mandatory, and what the service that is asked demands.
     *
     * @param said how the row is sent, such as {@code PractitionerRole.telecom.value}
     * @param profile that has it
     */
    public static Refusal lacks(RecordRow row, boolean isDemanded, String said, String profile) {
        return new Refusal(
                ReferralRule.INCOMPLETE,
                "%s (row %d of the Social Prescribing Information Standard) is %s, and is not on record."
                        .formatted(
                                row.name(),
                                row.number(),
                                row.obligation() == Obligation.MANDATORY || !isDemanded
                                        ? "mandatory"
                                        : "demanded by the service"),
                "Send it as %s (profile %s); the guide's page National record shows every row."
                        .formatted(said, profile));
    }

    /** Once somebody was asked, what they do with it is the only source of the status. */
    public static Optional<Refusal> changes(String before, String after, boolean hasHandovers) {
        return unless(
                before.equals(after) || !hasHandovers,
                ReferralRule.STATUS_FOLLOWS,
                "The status follows the handovers (Tasks) of the referral; it is " + before
                        + ", and a sender cannot make it " + after + ".",
                "Move the Task instead: cancel it to withdraw the referral, put it on hold to pause it.");
    }

    /** Who asked whom, for whom and on what grounds is settled when a referral is made: others rely on it. */
    public static Optional<Refusal> keeps(boolean parties) {
        return unless(
                parties,
                ReferralRule.FIXED,
                "A referral stays the same kind of request, for the same person, by and to the same parties, and based on the same.",
                "Leave code, subject, requester, performer and basedOn as they were; send a new referral for another service.");
    }

    /** What has ended takes no more handovers, onward referrals or contacts. */
    public static Optional<Refusal> joins(RequestStatus status) {
        return unless(
                !status.hasEnded(),
                ReferralRule.ENDED,
                "The referral has ended (" + status.code() + "), so nothing more can be asked of anyone for it.",
                "Send a new referral.");
    }

    /** Whatever belongs to a referral is about the person who was referred. */
    public static Optional<Refusal> isAbout(String person, String referred) {
        return unless(
                person.equals(referred),
                ReferralRule.SAME_PERSON,
                "This is about another person than the referral that it belongs to.",
                "Refer to the Patient whom the referral names.");
    }

    /** A record, and all that it refers to, is about one person. */
    public static Optional<Refusal> isOfOnePerson(String person, String other) {
        return unless(
                person.equals(other),
                ReferralRule.SAME_PERSON,
                "This refers to something that is about another person.",
                "Refer only to what is about the person whom this is about.");
    }

    /** A record stays about the person whom it was made for. */
    public static Optional<Refusal> staysAbout(String before, String after) {
        return unless(
                before.equals(after),
                ReferralRule.SAME_PERSON,
                "This was about another person before.",
                "Leave the person as it was; make a new resource for another person.");
    }

    /** What serves one episode is of that episode: a person may have had another before. */
    public static Optional<Refusal> isOfOneEpisode(boolean one) {
        return unless(
                one,
                ReferralRule.SAME_EPISODE,
                "This refers to something that belongs to another episode of the person.",
                "Refer to what belongs to the same referral; record it anew if it goes on in this one.");
    }

    /** Whoever sees it was settled with the episode in which it was made, and others of that episode build on it. */
    public static Optional<Refusal> staysInEpisode(boolean stays) {
        return unless(
                stays,
                ReferralRule.SAME_EPISODE,
                "This belonged to another episode before.",
                "Leave the referral as it was; make a new resource in the other episode.");
    }

    /** Two plans that are active side by side would each be half of what was agreed. */
    public static Optional<Refusal> isOnlyActivePlan(boolean only) {
        return unless(
                only,
                ReferralRule.SUPPORT_PLAN_KNOWN,
                "The episode has an active support plan already.",
                "Amend that plan; or make it completed or revoked, and then another one active.");
    }

    /**
     * A support plan belongs to a referral to a link worker, and an onward referral comes from one, also when one service
     * sends a person on to another.
     */
    public static Optional<Refusal> isBasedOn(boolean referral) {
        return unless(
                referral,
                ReferralRule.BASED_ON_REFERRAL,
                "What this is based on is no referral to a link-worker service.",
                "Refer to the ServiceRequest by which the person came to the link worker.");
    }

    /** A need is unmet once in an episode, however many services could not meet it. */
    public static Optional<Refusal> isFirstOfItsNeed(boolean first, String need) {
        return unless(
                first,
                ReferralRule.UNMET_NEED_KNOWN,
                "It is on record already that the need %s is unmet in this episode.".formatted(need),
                "Add to that Observation what speaks against more services; mark it entered-in-error if it is wrong.");
    }

    /** A person is asked once about each service that they were handed over to. */
    public static Optional<Refusal> isFirstOfItsRequest(boolean first) {
        return unless(
                first,
                ReferralRule.EXPERIENCE_KNOWN,
                "It is on record already what the person says of this service.",
                "Amend that answer; mark it entered-in-error if it is wrong.");
    }

    /** Nobody writes down what is said of themselves. */
    public static Optional<Refusal> isOfAnother(boolean another) {
        return unless(
                another,
                ReferralRule.EXPERIENCE_OWN_SERVICE,
                "The service is one of the caller's own organisation, which does not write down what is said of it.",
                "Leave it to a link worker of another organisation.");
    }

    private static Optional<Refusal> unless(boolean holds, ReferralRule rule, String text, String remedy) {
        return holds ? Optional.empty() : Optional.of(new Refusal(rule, text, remedy));
    }
}
