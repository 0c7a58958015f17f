package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Subscribers hear of what is theirs, over real HTTP, and of nothing else. */
@RunningServer
class FeedbackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String HANDOVER = "https://sprig-fhir.github.io/ig/SubscriptionTopic/handover";
    private static final String REFERRAL = "https://sprig-fhir.github.io/ig/SubscriptionTopic/referral";
    private static final String BACKPORT = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/";

    private final Server server;
    private final Story story;
    private final Story.Referral referral;
    private final Task task;
    private final Receiver receiver = new Receiver();

    FeedbackIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        referral = story.refer();
        task = server.get(referral.task()).as(Task.class);
    }

    @Test
    void aChangeOfATaskArrivesAtItsOwnersServer() {
        var id = subscribe(HANDOVER, theirTasks());
        move("received");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.numbers(referral.task()))
                .hasSize(1));
        assertThat(receiver.taken().get(0).type()).isEqualTo("handshake");
        var event = receiver.taken().get(1);
        assertThat(event.type()).isEqualTo("event-notification");
        assertThat(event.number()).isEqualTo(1);
        assertThat(event.subscription()).isEqualTo(server.fhirBase() + "/Subscription/" + id);
        holdsToTheGuide(event.bundle());
    }

    @Test
    void aChangeOfAReferralArrivesToo() {
        var requester = server.get(referral.serviceRequest())
                .as(ServiceRequest.class)
                .getRequester()
                .getReference();
        subscribe(REFERRAL, "ServiceRequest?requester=" + requester);
        var other = Story.about(Person.next(), server).refer();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(receiver.numbers(other.serviceRequest()))
                .hasSize(1));
        assertThat(receiver.numbers()).hasSize(1);
    }

    @Test
    void whatIsOthersIsNotTold() {
        subscribe(HANDOVER, "Task?owner=" + task.getRequester().getReference());
        var mine = new Receiver();
        subscribe(mine, HANDOVER, theirTasks());
        move("received");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mine.numbers()).hasSize(1));
        assertThat(receiver.numbers()).isEmpty();
    }

    @Test
    void whatIsRefusedTellsNobody() {
        subscribe(HANDOVER, theirTasks());
        server.put(referral.task(), Json.of(task.copy().setFocus(null))).hasStatus(422);
        var twice = Changes.bundle(
                "transaction",
                Changes.entry("PUT", referral.task(), Json.of(task.copy().setStatus(Task.TaskStatus.RECEIVED))),
                Changes.entry("PUT", "Patient/" + "0".repeat(8), Person.next().patient()));
        assertThat(server.transaction(twice).status()).isGreaterThanOrEqualTo(400);
        move("received");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers()).isNotEmpty());
        assertThat(receiver.numbers()).containsExactly(1L);
    }

    @Test
    void aReceiverThatWasDownGetsEverythingInItsOrder() {
        var refusals = new AtomicInteger();
        subscribe(HANDOVER, theirTasks());
        receiver.answers(notification -> refusals.incrementAndGet() <= 3 ? 503 : 202);
        move("received");
        move("accepted");
        move("in-progress");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 2L, 3L));
    }

    @Test
    void oneReceiverThatHangsDelaysNoOther() {
        subscribe(HANDOVER, theirTasks());
        receiver.hangs();
        var good = new Receiver();
        subscribe(good, HANDOVER, theirTasks());
        int before = receiver.calls();
        move("received");
        move("accepted");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(good.numbers()).containsExactly(1L, 2L));
        await().atMost(PATIENCE).until(() -> receiver.calls() == before + 1);
        receiver.release();
    }

    @Test
    void manySimultaneousChangesLoseNothing() throws InterruptedException, ExecutionException {
        subscribe(HANDOVER, theirTasks());
        var tasks = new ArrayList<>(List.of(referral.task()));
        for (int more = 0; more < 3; more++) {
            tasks.add(Story.about(Person.next(), server).refer().task());
        }
        var senders = Executors.newFixedThreadPool(8);
        var changes = new ArrayList<Future<Integer>>();
        for (int change = 0; change < 80; change++) {
            var address = tasks.get(change % tasks.size());
            var note = "[{\"op\": \"add\", \"path\": \"/description\", \"value\": \"step %d\"}]".formatted(change);
            changes.add(senders.submit(
                    () -> server.patch(address, Server.JSON_PATCH, note).status()));
        }
        int made = 3;
        for (var change : changes) {
            int status = change.get();
            assertThat(status).isIn(200, 409, 412);
            made += status == 200 ? 1 : 0;
        }
        senders.shutdown();
        long all = made;

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(new HashSet<>(receiver.numbers()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList()));
        for (var address : tasks) {
            assertThat(receiver.numbers(address)).isSorted();
            int versions = Integer.parseInt(
                    server.get(address).as(Task.class).getMeta().getVersionId());
            var seen = address.equals(referral.task()) ? versions - 1 : versions;
            assertThat(new HashSet<>(receiver.numbers(address))).hasSize(seen);
        }
    }

    @Test
    void aSubscriptionThatCannotWorkSaysSo() {
        receiver.answers(notification -> 404);
        var id = ask(receiver.address(), HANDOVER, theirTasks());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(id).getStatus()).isEqualTo(SubscriptionStatus.ERROR));
        assertThat(stored(id).getError()).contains("it answered 404");
        var health = server.askAt("/actuator/health", "GET", BodyPublishers.noBody());
        assertThat(health.hasStatus(200).body()).contains(id);

        receiver.answers(notification -> 200);
        server.put("Subscription/" + id, Json.of(stored(id).setStatus(SubscriptionStatus.REQUESTED)))
                .hasStatus(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(id).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE));
        assertThat(stored(id).hasError()).isFalse();
    }

    @Test
    void whoWondersWhetherTheyMissedSomethingCanAsk() {
        var id = subscribe(HANDOVER, theirTasks());
        move("received");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L));

        var answer =
                server.get("Subscription/" + id + "/$status").hasStatus(200).bundle();
        var status = (Parameters) answer.getEntryFirstRep().getResource();
        assertThat(answer.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(status.getParameterValue("type").primitiveValue()).isEqualTo("query-status");
        assertThat(status.getParameterValue("status").primitiveValue()).isEqualTo("active");
        assertThat(status.getParameterValue("events-since-subscription-start").primitiveValue())
                .isEqualTo("1");
        server.get("Subscription/" + "0".repeat(8) + "/$status").hasStatus(404);
    }

    @Test
    void whoStopsOrDeletesHearsNoMore() {
        var id = subscribe(HANDOVER, theirTasks());
        var stopped = new Receiver();
        var other = subscribe(stopped, HANDOVER, theirTasks());
        assertThat(server.delete("Subscription/" + id).status()).isIn(200, 204);
        server.put("Subscription/" + other, Json.of(stored(other).setStatus(SubscriptionStatus.OFF)))
                .hasStatus(200);
        var last = new Receiver();
        subscribe(last, HANDOVER, theirTasks());
        move("received");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(last.numbers()).hasSize(1));
        assertThat(receiver.numbers()).isEmpty();
        assertThat(stopped.numbers()).isEmpty();
    }

    @Test
    void anAddressThatIsNotListedIsRefused() {
        for (var address : List.of(
                "https://elsewhere.example/in",
                receiver.address()
                        .replace("127.0.0.1", "127.0.0.1.evil.example")
                        .replace("http:", "https:"),
                receiver.address().replace("/hooks", "/hooks-of-mine"))) {
            var refused = server.post("Subscription", Json.of(subscription(address, HANDOVER, theirTasks())))
                    .hasStatus(422);
            assertThat(refused.rules()).containsExactly("subscription-address-not-allowed");
            assertThat(refused.expressions()).containsExactly("Subscription.channel.endpoint");
        }
        var withUser = receiver.address().replace("127.0.0.1", "127.0.0.1@evil.example");
        assertThat(server.post("Subscription", Json.of(subscription(withUser, HANDOVER, theirTasks())))
                        .hasStatus(422)
                        .rules())
                .containsExactly("subscription-address");
    }

    @Test
    void everythingElseThatIsWrongIsToldWithItsPlace() {
        var wrong = subscription(receiver.address(), HANDOVER, "Task?status=requested");
        wrong.setStatus(SubscriptionStatus.ACTIVE);
        wrong.getChannel().addHeader("Authorization: Bearer x");
        wrong.getChannel()
                .getPayloadElement()
                .addExtension(BACKPORT + "backport-payload-content", new CodeType("full-resource"));

        var refused = server.post("Subscription", Json.of(wrong)).hasStatus(422);

        assertThat(refused.rules())
                .containsExactly(
                        "subscription-filter", "subscription-header", "subscription-payload", "subscription-status");
        assertThat(refused.expressions())
                .containsExactly(
                        "Subscription.criteria.extension",
                        "Subscription.channel.header",
                        "Subscription.channel.payload",
                        "Subscription.status");
    }

    private static void holdsToTheGuide(Bundle bundle) {
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.HISTORY);
        assertThat(bundle.getMeta().hasProfile(BACKPORT + "backport-subscription-notification-r4"))
                .isTrue();
        var first = bundle.getEntryFirstRep();
        assertThat(first.getFullUrl()).startsWith("urn:uuid:");
        assertThat(first.getRequest().getUrl()).endsWith("/$status");
        var status = (Parameters) first.getResource();
        assertThat(status.getMeta().hasProfile(BACKPORT + "backport-subscription-status-r4"))
                .isTrue();
        assertThat(status.getParameter())
                .extracting(parameter -> parameter.getName())
                .containsExactly(
                        "subscription",
                        "topic",
                        "status",
                        "type",
                        "events-since-subscription-start",
                        "notification-event");
        assertThat(status.getParameter().get(5).getPart())
                .extracting(part -> part.getName())
                .containsExactly("event-number", "timestamp", "focus");
        assertThat(bundle.getEntry()).hasSize(1);
    }

    private String theirTasks() {
        return "Task?owner=" + task.getOwner().getReference();
    }

    private void move(String status) {
        server.patch(
                        referral.task(),
                        Server.JSON_PATCH,
                        "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"%s\"}]".formatted(status))
                .hasStatus(200);
    }

    private String subscribe(String topic, String filter) {
        return subscribe(receiver, topic, filter);
    }

    private String subscribe(Receiver who, String topic, String filter) {
        var id = ask(who.address(), topic, filter);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored(id).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE));
        return id;
    }

    private String ask(String address, String topic, String filter) {
        return server.post("Subscription", Json.of(subscription(address, topic, filter)))
                .hasStatus(201)
                .id();
    }

    private Subscription stored(String id) {
        return server.get("Subscription/" + id).hasStatus(200).as(Subscription.class);
    }

    static Subscription subscription(String address, String topic, String filter) {
        var subscription = new Subscription()
                .setStatus(SubscriptionStatus.REQUESTED)
                .setReason("What is ours")
                .setCriteria(topic);
        subscription.getCriteriaElement().addExtension(BACKPORT + "backport-filter-criteria", new StringType(filter));
        subscription
                .getChannel()
                .setType(Subscription.SubscriptionChannelType.RESTHOOK)
                .setEndpoint(address)
                .setPayload("application/fhir+json");
        return subscription;
    }
}
