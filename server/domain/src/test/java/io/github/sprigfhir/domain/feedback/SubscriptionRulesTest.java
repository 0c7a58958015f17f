package io.github.sprigfhir.domain.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionRulesTest {

    private static final String ADDRESS = "https://gp.example/in";
    private static final String FILTER = "Task?owner=HealthcareService/7d1c";
    private static final SubscriptionRules RULES =
            new SubscriptionRules(AllowedAddresses.of(List.of("https://gp.example", "https://app.example")));

    private static final Draft GOOD =
            new Draft("requested", Topic.HANDOVER.canonical(), List.of(FILTER), "rest-hook", ADDRESS, "", "", 0);

    @Test
    void whatKeepsEveryRuleIsAgreed() {
        assertThat(RULES.judge(null, GOOD.asked()))
                .isEqualTo(new SubscriptionVerdict.Agreed(
                        Standing.REQUESTED,
                        new Interest(Topic.HANDOVER, Part.OWNER, "HealthcareService/7d1c"),
                        Content.ID_ONLY,
                        ADDRESS));
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriberChoosesHowLittleIsSaid(Content content) {
        assertThat(RULES.judge(null, GOOD.saying("application/fhir+json", content.code())))
                .isInstanceOfSatisfying(SubscriptionVerdict.Agreed.class, agreed -> assertThat(agreed.content())
                        .isEqualTo(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Task?owner=HealthcareService/1", "https://sprig-fhir.github.io/ig/SubscriptionTopic/x"})
    void anUnknownTopicIsRefused(String topic) {
        refused(GOOD.on(topic, List.of(FILTER)), "Subscription.criteria", FeedbackRule.TOPIC);
    }

    @Test
    void aFilterMustNameOneParty() {
        var topic = Topic.HANDOVER.canonical();
        for (var filters : List.of(List.<String>of(), List.of(FILTER, FILTER), List.of("Task?status=requested"))) {
            refused(GOOD.on(topic, filters), "Subscription.criteria.extension", FeedbackRule.FILTER);
        }
        refused(
                GOOD.on(Topic.REFERRAL.canonical(), List.of(FILTER)),
                "Subscription.criteria.extension",
                FeedbackRule.FILTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "email", "sms", "message", ""})
    void onlyRestHooksAreCalled(String channel) {
        refused(GOOD.over(channel, 0), "Subscription.channel.type", FeedbackRule.CHANNEL);
    }

    @Test
    void headersAreNotSent() {
        refused(GOOD.over("rest-hook", 1), "Subscription.channel.header", FeedbackRule.HEADER);
    }

    @Test
    void anAddressThatIsNotListedIsRefused() {
        refused(
                GOOD.to("https://gp.example.evil.com/in", "requested"),
                "Subscription.channel.endpoint",
                FeedbackRule.ADDRESS_NOT_ALLOWED);
        refused(GOOD.to("", "requested"), "Subscription.channel.endpoint", FeedbackRule.ADDRESS);
    }

    @Test
    void wholeResourcesAreNotSent() {
        refused(GOOD.saying("", "full-resource"), "Subscription.channel.payload", FeedbackRule.PAYLOAD);
        refused(GOOD.saying("application/fhir+xml", ""), "Subscription.channel.payload", FeedbackRule.PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "error", "entered-in-error", ""})
    void whetherItWorksIsForTheServerToSay(String status) {
        refused(GOOD.to(ADDRESS, status), "Subscription.status", FeedbackRule.STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "error", "off", "requested"})
    void whoSendsBackWhatIsStoredChangesNothing(String status) {
        var stored = GOOD.to(ADDRESS, status);
        assertThat(RULES.judge(stored, stored)).isInstanceOf(SubscriptionVerdict.Agreed.class);
    }

    @Test
    void aNewAddressIsAskedForAnew() {
        var active = GOOD.to(ADDRESS, "active");
        refused(active, GOOD.to("https://app.example/in", "active"), "Subscription.status", FeedbackRule.STATUS);
        assertThat(RULES.judge(active, GOOD.to("https://app.example/in", "requested")))
                .isInstanceOf(SubscriptionVerdict.Agreed.class);
        assertThat(RULES.judge(active, GOOD.to("https://app.example/in", "off")))
                .isInstanceOf(SubscriptionVerdict.Agreed.class);
    }

    @Test
    void topicAndFilterStayTheSame() {
        var other = "Task?owner=HealthcareService/8";
        refused(
                GOOD.asked(),
                GOOD.on(Topic.HANDOVER.canonical(), List.of(other)),
                "Subscription.criteria",
                FeedbackRule.FIXED);
        refused(
                GOOD.asked(),
                GOOD.on(Topic.REFERRAL.canonical(), List.of("ServiceRequest?requester=PractitionerRole/1")),
                "Subscription.criteria",
                FeedbackRule.FIXED);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var bad = new AskedSubscription("active", "x", List.of(), "email", "mailto:x", "text/plain", "all", 2);
        assertThat(RULES.judge(null, bad))
                .isInstanceOfSatisfying(SubscriptionVerdict.Refused.class, refused -> assertThat(
                                refused.refusals().stream().map(SubscriptionRefusal::rule))
                        .containsExactly(
                                FeedbackRule.TOPIC,
                                FeedbackRule.CHANNEL,
                                FeedbackRule.ADDRESS,
                                FeedbackRule.HEADER,
                                FeedbackRule.PAYLOAD,
                                FeedbackRule.STATUS));
    }

    @Test
    void everyRuleHasAKeyOfItsOwn() {
        assertThat(List.of(FeedbackRule.values()))
                .extracting(FeedbackRule::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("subscription-"));
    }

    private static void refused(AskedSubscription now, String element, FeedbackRule rule) {
        refused(null, now, element, rule);
    }

    private static void refused(
            @Nullable AskedSubscription before, AskedSubscription now, String element, FeedbackRule rule) {
        assertThat(RULES.judge(before, now)).isInstanceOfSatisfying(SubscriptionVerdict.Refused.class, refused -> {
            assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.rule()).isEqualTo(rule);
                assertThat(refusal.element()).isEqualTo(element);
                assertThat(refusal.text()).endsWith(".");
                assertThat(refusal.remedy()).endsWith(".");
            });
        });
    }

    /** A Subscription that differs from a good one in one thing. */
    private record Draft(
            String status,
            String topic,
            List<String> filters,
            String channel,
            String address,
            String mediaType,
            String content,
            int headers) {

        AskedSubscription asked() {
            return new AskedSubscription(status, topic, filters, channel, address, mediaType, content, headers);
        }

        AskedSubscription on(String otherTopic, List<String> otherFilters) {
            return new AskedSubscription(
                    status, otherTopic, otherFilters, channel, address, mediaType, content, headers);
        }

        AskedSubscription to(String otherAddress, String otherStatus) {
            return new AskedSubscription(
                    otherStatus, topic, filters, channel, otherAddress, mediaType, content, headers);
        }

        AskedSubscription over(String otherChannel, int otherHeaders) {
            return new AskedSubscription(
                    status, topic, filters, otherChannel, address, mediaType, content, otherHeaders);
        }

        AskedSubscription saying(String otherType, String otherContent) {
            return new AskedSubscription(status, topic, filters, channel, address, otherType, otherContent, headers);
        }
    }
}
