package io.github.sprigfhir.domain.feedback;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges Subscriptions: one known topic, one party whose changes are told, one address that the operator has listed, no
 * more content than ids.
 */
public final class SubscriptionRules {

    private static final Set<String> MEDIA_TYPES = Set.of("", "application/fhir+json");

    private final List<Function<Asked, Optional<SubscriptionRefusal>>> rules = List.of(
            this::theTopicIsKnown,
            this::theFilterNamesOneParty,
            this::theChannelIsARestHook,
            this::theAddressMayBeCalled,
            this::noHeaderIsSent,
            this::noMoreThanIdsAreSent,
            this::theServerSaysWhetherItWorks,
            this::aNewAddressIsAskedForAnew,
            this::whatIsToldStaysTheSame);

    private final AllowedAddresses allowed;

    public SubscriptionRules(AllowedAddresses allowed) {
        this.allowed = allowed;
    }

    /**
     * Judges a Subscription that a subscriber writes.
     *
     * @param before as it is stored, or null if it is new
     */
    public SubscriptionVerdict judge(@Nullable AskedSubscription before, AskedSubscription now) {
        Asked asked = new Asked(before, now);
        List<SubscriptionRefusal> refusals =
                rules.stream().flatMap(rule -> rule.apply(asked).stream()).toList();
        return refusals.isEmpty() ? agreed(now) : new SubscriptionVerdict.Refused(refusals);
    }

    /** Reads a Subscription that was judged before it was stored; anything else is an error of ours. */
    public static SubscriptionVerdict.Agreed agreed(AskedSubscription stored) {
        return new SubscriptionVerdict.Agreed(
                Standing.of(stored.status()).orElseThrow(),
                interest(stored).orElseThrow(),
                content(stored).orElseThrow(),
                stored.address());
    }

    private record Asked(@Nullable AskedSubscription before, AskedSubscription now) {}

    private Optional<SubscriptionRefusal> theTopicIsKnown(Asked asked) {
        return unless(
                Topic.of(asked.now.topic()).isPresent(),
                FeedbackRule.TOPIC,
                "Subscription.criteria",
                "The criteria are not the canonical URL of a topic of this server.",
                "Send %s or %s.".formatted(Topic.HANDOVER.canonical(), Topic.REFERRAL.canonical()));
    }

    private Optional<SubscriptionRefusal> theFilterNamesOneParty(Asked asked) {
        return unless(
                Topic.of(asked.now.topic()).isEmpty() || interest(asked.now).isPresent(),
                FeedbackRule.FILTER,
                "Subscription.criteria.extension",
                "There is not exactly one filter that names one party.",
                "Send one extension backport-filter-criteria such as Task?owner=HealthcareService/[id], Task?requester=PractitionerRole/[id], ServiceRequest?requester=PractitionerRole/[id] or ServiceRequest?performer=HealthcareService/[id].");
    }

    private Optional<SubscriptionRefusal> theChannelIsARestHook(Asked asked) {
        return unless(
                asked.now.channel().equals("rest-hook"),
                FeedbackRule.CHANNEL,
                "Subscription.channel.type",
                "This server notifies by rest-hook only.",
                "Send the channel type rest-hook.");
    }

    private Optional<SubscriptionRefusal> theAddressMayBeCalled(Asked asked) {
        return allowed.judge(asked.now.address()) instanceof AddressVerdict.Refused refused
                ? Optional.of(new SubscriptionRefusal(
                        refused.rule(), "Subscription.channel.endpoint", refused.text(), refused.remedy()))
                : Optional.empty();
    }

    /** A header would hold a password that everybody who may read the Subscription could read too. */
    private Optional<SubscriptionRefusal> noHeaderIsSent(Asked asked) {
        return unless(
                asked.now.headers() == 0,
                FeedbackRule.HEADER,
                "Subscription.channel.header",
                "This server sends no headers of a subscriber's own, since everybody who reads the Subscription would read them.",
                "Leave the header out; put something that cannot be guessed into the path of the endpoint.");
    }

    private Optional<SubscriptionRefusal> noMoreThanIdsAreSent(Asked asked) {
        return unless(
                content(asked.now).isPresent() && MEDIA_TYPES.contains(asked.now.mediaType()),
                FeedbackRule.PAYLOAD,
                "Subscription.channel.payload",
                "A notification holds ids at most, in application/fhir+json; it never holds whole resources.",
                "Send the payload application/fhir+json with the content id-only or empty, and read the resource when you are notified.");
    }

    private Optional<SubscriptionRefusal> theServerSaysWhetherItWorks(Asked asked) {
        boolean unchanged = asked.before != null && asked.before.status().equals(asked.now.status());
        boolean sayable = Standing.of(asked.now.status())
                .filter(Standing::isForTheSubscriberToSay)
                .isPresent();
        return unless(
                sayable || unchanged,
                FeedbackRule.STATUS,
                "Subscription.status",
                "Whether a subscription is active or in error is for the server to say.",
                "Send the status requested to begin, or off to stop.");
    }

    /** Else a subscriber could have an address called that never agreed to it. */
    private Optional<SubscriptionRefusal> aNewAddressIsAskedForAnew(Asked asked) {
        return unless(
                asked.before == null
                        || asked.before.address().equals(asked.now.address())
                        || !asked.now.status().equals(Standing.ACTIVE.code()),
                FeedbackRule.STATUS,
                "Subscription.status",
                "The endpoint has changed, and has not yet agreed to be notified.",
                "Send the status requested with a new endpoint.");
    }

    /** Event numbers would mean nothing if they counted first one party's changes and then another's. */
    private Optional<SubscriptionRefusal> whatIsToldStaysTheSame(Asked asked) {
        return unless(
                asked.before == null || asked.before.tellsTheSameAs(asked.now),
                FeedbackRule.FIXED,
                "Subscription.criteria",
                "The topic and the filter of a Subscription do not change.",
                "Make another Subscription, and delete this one.");
    }

    private static Optional<Interest> interest(AskedSubscription asked) {
        return asked.filters().size() == 1
                ? Topic.of(asked.topic())
                        .flatMap(topic -> Interest.of(topic, asked.filters().get(0)))
                : Optional.empty();
    }

    private static Optional<Content> content(AskedSubscription asked) {
        return asked.content().isEmpty() ? Optional.of(Content.ID_ONLY) : Content.of(asked.content());
    }

    private static Optional<SubscriptionRefusal> unless(
            boolean kept, FeedbackRule rule, String element, String text, String remedy) {
        return kept ? Optional.empty() : Optional.of(new SubscriptionRefusal(rule, element, text, remedy));
    }
}
