package io.github.sprigfhir.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.sprigfhir.app.running.Receiver;
import io.github.sprigfhir.domain.feedback.Standing;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing that was committed is lost, and one Task's news keep their order, whatever subscribers and servers do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Bench bench;

    DeliveryIT() throws IOException, SQLException {
        bench = new Bench();
    }

    @AfterEach
    void clear() {
        bench.clear();
    }

    @AfterAll
    void close() throws IOException {
        bench.close();
    }

    @Test
    void whatIsRolledBackTellsNobody() {
        var receiver = new Receiver();
        bench.subscription(receiver.address(), Standing.ACTIVE);
        assertThatThrownBy(() -> bench.commit(
                        () -> {
                            throw new IllegalStateException("undone");
                        },
                        "Task/1"))
                .hasMessage("undone");
        bench.commit("Task/2");
        bench.server();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.waiting()).isZero());
        assertThat(receiver.numbers()).containsExactly(1L);
        assertThat(receiver.numbers("Task/2")).containsExactly(1L);
    }

    @Test
    void aReceiverThatWasDownGetsEverythingInItsOrder() {
        var receiver = new Receiver();
        var refusals = new AtomicInteger(4);
        receiver.answers(notification -> refusals.getAndDecrement() > 0 ? 503 : 200);
        bench.subscription(receiver.address(), Standing.ACTIVE);
        bench.server();
        for (int change = 0; change < 20; change++) {
            bench.commit("Task/" + change % 3);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers()).hasSize(20));
        assertThat(receiver.numbers()).containsExactlyElementsOf(upTo(20));
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void oneReceiverThatHangsDelaysNoOther() {
        var hanging = new ArrayList<Receiver>();
        for (int i = 0; i < 20; i++) {
            var receiver = new Receiver();
            receiver.hangs();
            hanging.add(receiver);
            bench.subscription(receiver.address(), Standing.ACTIVE);
        }
        var good = new Receiver();
        bench.subscription(good.address(), Standing.ACTIVE);
        // Longer than this test waits: whoever hangs, hangs to its end.
        bench.server(PATIENCE.multipliedBy(2), Duration.ofHours(1));
        for (int change = 0; change < 10; change++) {
            bench.commit("Task/1");
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hanging).allMatch(receiver -> receiver.calls() == 1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(good.numbers()).containsExactlyElementsOf(upTo(10)));
        bench.commit("Task/2");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(good.numbers()).containsExactlyElementsOf(upTo(11)));
        assertThat(hanging).allMatch(receiver -> receiver.calls() == 1);
        hanging.forEach(Receiver::release);
    }

    @Test
    void aNotificationThatIsRefusedHoldsUpItsOwnTaskOnly() {
        var receiver = new Receiver();
        var refusing = new CountDownLatch(1);
        receiver.answers(notification -> notification.focus().equals("Task/1") && refusing.getCount() > 0 ? 422 : 200);
        bench.subscription(receiver.address(), Standing.ACTIVE);
        bench.server();
        bench.commit("Task/1");
        bench.commit("Task/2");
        bench.commit("Task/1");
        bench.commit("Task/2");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers("Task/2")).containsExactly(2L, 4L));
        assertThat(receiver.numbers("Task/1")).isEmpty();
        refusing.countDown();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers("Task/1")).containsExactly(1L, 3L));
    }

    @Test
    void whatWasNotSentIsSentAfterARestart() {
        var receiver = new Receiver();
        receiver.answers(notification -> 503);
        bench.subscription(receiver.address(), Standing.ACTIVE);
        var first = bench.server();
        bench.commit("Task/1");
        bench.commit("Task/1");
        await().atMost(PATIENCE).until(() -> receiver.calls() > 1);
        first.stop();
        receiver.answers(notification -> 200);
        bench.commit("Task/1");
        assertThat(receiver.numbers()).isEmpty();

        bench.server();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.numbers()).containsExactly(1L, 2L, 3L));
    }

    @Test
    void manySimultaneousChangesKeepTheirOrderOnSeveralServers() throws InterruptedException, ExecutionException {
        var receivers = List.of(new Receiver(), new Receiver(), new Receiver());
        var unreliable = new AtomicInteger();
        receivers.get(1).answers(notification -> unreliable.incrementAndGet() % 7 == 0 ? 500 : 200);
        receivers.forEach(receiver -> bench.subscription(receiver.address(), Standing.ACTIVE));
        bench.server();
        bench.server();
        var writers = Executors.newFixedThreadPool(8);
        var changes = new ArrayList<Future<?>>();
        for (int change = 0; change < 200; change++) {
            var one = "Task/" + change % 11;
            var other = "Task/" + change % 5;
            changes.add(writers.submit(() -> bench.commit(one, other)));
        }
        for (var change : changes) {
            change.get();
        }
        writers.shutdown();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bench.waiting()).isZero());
        for (var receiver : receivers) {
            // What comes twice is told by its number.
            assertThat(new HashSet<>(receiver.numbers()))
                    .hasSameSizeAs(upTo(
                            receiver.numbers().stream().mapToLong(n -> n).max().orElse(0)));
            assertThat(receiver.numbers().stream().mapToLong(n -> n).max()).hasValue(400 - sameTwice());
            for (int task = 0; task < 11; task++) {
                assertThat(receiver.numbers("Task/" + task)).isSorted().isNotEmpty();
            }
        }
    }

    @Test
    void whoFailsForTooLongIsGivenUpAndTheRestIsKept() {
        var receiver = new Receiver();
        receiver.answers(notification -> 500);
        var id = bench.subscription(receiver.address(), Standing.ACTIVE);
        var good = new Receiver();
        var other = bench.subscription(good.address(), Standing.ACTIVE);
        bench.server(Duration.ofSeconds(10), Duration.ofMillis(400));
        bench.commit("Task/1");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bench.standing(id)).isEqualTo("ERROR"));
        bench.commit("Task/1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(good.numbers()).containsExactly(1L, 2L));
        assertThat(bench.standing(other)).isEqualTo("ACTIVE");
        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void aRedirectionIsNotFollowed() {
        var receiver = new Receiver();
        receiver.answers(notification -> 302);
        bench.subscription(receiver.address(), Standing.ACTIVE);
        bench.server();
        bench.commit("Task/1");

        await().atMost(PATIENCE).until(() -> receiver.calls() > 2);
        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        var receiver = new Receiver();
        // The same machine by a number that is not the one the operator must name.
        var id = bench.subscription(receiver.address().replace("127.0.0.1", "127.0.0.2"), Standing.ACTIVE);
        bench.server(Duration.ofSeconds(10), Duration.ofMillis(400));
        bench.commit("Task/1");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bench.standing(id)).isEqualTo("ERROR"));
        assertThat(bench.whys).singleElement().asString().contains("not public");
        assertThat(receiver.calls()).isZero();
    }

    @Test
    void aSubscriptionIsActiveAfterItsHandshakeOnly() {
        var willing = new Receiver();
        var unwilling = new Receiver();
        unwilling.answers(notification -> 404);
        var active = bench.subscription(willing.address(), Standing.REQUESTED);
        var failed = bench.subscription(unwilling.address(), Standing.REQUESTED);
        bench.commit("Task/1");
        bench.server();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bench.standing(active)).isEqualTo("ACTIVE"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bench.standing(failed)).isEqualTo("ERROR"));
        assertThat(willing.taken()).singleElement().satisfies(handshake -> assertThat(handshake.type())
                .isEqualTo("handshake"));
        assertThat(unwilling.calls()).isEqualTo(5);
        bench.commit("Task/1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(willing.numbers()).containsExactly(1L));
    }

    @Test
    void aSubscriptionThatBecomesActiveWhileSomethingChangesComesBeforeItOrAfterIt() throws InterruptedException {
        var id = bench.subscription(new Receiver().address(), Standing.REQUESTED);
        var writing = new CountDownLatch(1);
        var activated = new CountDownLatch(1);
        var change = new Thread(() -> bench.commit(
                () -> {
                    writing.countDown();
                    awaitQuietly(activated);
                },
                "Task/1"));
        change.start();
        writing.await();
        bench.store(id, "http://127.0.0.1:1/", Standing.ACTIVE);
        activated.countDown();
        change.join();

        // It was active before the change was committed, so the change is told.
        assertThat(bench.waiting()).isEqualTo(1);
    }

    private static long sameTwice() {
        return LongStream.range(0, 200).filter(n -> n % 11 == n % 5).count();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
