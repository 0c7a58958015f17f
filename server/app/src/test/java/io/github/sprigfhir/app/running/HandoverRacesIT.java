package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Several who move the same handover at the same instant: one wins, the others learn why not, and nothing is lost. */
@RunningServer
class HandoverRacesIT {

    private static final int ROUNDS = 10;
    private static final int CLAIM_ROUNDS = 25;
    private static final int CLIENTS = 8;

    private final Server server;
    private final Story story;
    private final Handover handover;

    HandoverRacesIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        handover = new Handover(server, story.refer().task());
    }

    @Test
    void ofTwoMovesOfTheSameVersionOneWinsAndTheOtherIsTooLate() throws InterruptedException {
        handover.through("received", "accepted", "in-progress");
        for (int round = 0; round < ROUNDS; round++) {
            var version = handover.task().getMeta().getVersionId();
            var next = handover.changed(Handover.to(round % 2 == 0 ? "on-hold" : "in-progress"));

            var statuses = Together.atTheSameInstant(
                    4, () -> server.put(handover.address(), next, "If-Match", "W/\"" + version + "\"")
                            .status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
        }
        assertThat(handover.task().getMeta().getVersionId()).isEqualTo(String.valueOf(4 + ROUNDS));
    }

    @Test
    void ofTwoDifferentEndsOneIsReachedAndTheOtherIsToldOfIt() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            var pool = Handover.inTheOpenPool(server, handover.task(), story.identifier("ENDS-" + round));
            pool.put(Handover.owner(handover.task().getOwner().getReference())).hasStatus(200);
            pool.through("received", "accepted", "in-progress");
            var ends = new ConcurrentLinkedQueue<>(List.of("completed", "failed", "cancelled", "completed"));
            var bodies = new ConcurrentLinkedQueue<>(
                    ends.stream().map(end -> pool.changed(Handover.to(end))).toList());

            var answers = Together.atTheSameInstant(
                    ends.size(), () -> server.put(pool.address(), String.valueOf(bodies.poll())));

            var won = answers.stream().filter(answer -> answer.status() == 200).toList();
            assertThat(won.stream().map(HandoverRacesIT::statusOf).distinct()).hasSize(1);
            assertThat(pool.status()).isEqualTo(statusOf(won.get(0)));
            assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(HandoverRacesIT::isTold);
            assertThat(pool.task().getMeta().getVersionId()).isEqualTo("6");
        }
    }

    @Test
    void whatJoinsAsTheReferralEndsJoinsItBeforeOrNotAtAll() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            var referral = Story.about(Person.next(), server).refer();
            var last = new Handover(server, referral.task()).through("received");
            var joining = last.task().setOwner(null).setStatus(Task.TaskStatus.REQUESTED);
            joining.setId((String) null);
            joining.getIdentifierFirstRep().setValue(story.identifier("JOINS-" + round));
            var body = Json.of(joining);
            var asked = new ConcurrentLinkedQueue<Supplier<Answer>>(
                    List.of(() -> last.put(Handover.to("rejected")).hasStatus(200), () -> server.post("Task", body)));

            var answers = Together.atTheSameInstant(2, () -> asked.remove().get());

            var joined = answers.stream().anyMatch(answer -> answer.status() == 201);
            var history = server.get(referral.serviceRequest() + "/_history").body();
            assertThat(history.contains("revoked")).isEqualTo(!joined);
        }
    }

    @Test
    void eightWhoClaimOneHandoverAtOnceMakeOneOwner() throws InterruptedException {
        claimRounds(next -> server.put(next.address, next.body));
    }

    @Test
    void eightWhoClaimByPatchMakeOneOwner() throws InterruptedException {
        claimRounds(next -> server.patch(
                next.address,
                Server.JSON_PATCH,
                "[{\"op\": \"add\", \"path\": \"/owner\", \"value\": {\"reference\": \"%s\"}}]".formatted(next.owner)));
    }

    @Test
    void eightWhoClaimInTransactionsMakeOneOwner() throws InterruptedException {
        claimRounds(next ->
                server.transaction(Changes.bundle("transaction", Changes.entry("PUT", next.address, next.body))));
    }

    private record Claim(String address, String owner, String body) {}

    /** Each claims for an owner of their own, so that two winners could be told apart. */
    private void claimRounds(Function<Claim, Answer> send) throws InterruptedException {
        var owners = services();
        for (int round = 0; round < CLAIM_ROUNDS; round++) {
            var identifier = story.identifier("POOL-%d-%d".formatted(round, System.identityHashCode(send)));
            var pool = Handover.inTheOpenPool(server, handover.task(), identifier);
            Queue<Claim> claims = new ConcurrentLinkedQueue<>();
            for (int client = 0; client < CLIENTS; client++) {
                var owner = owners.get(client);
                claims.add(new Claim(
                        pool.address(),
                        owner,
                        pool.changed(Handover.owner(owner)
                                .andThen(task -> task.addNote().setText("mine")))));
            }

            var answers = Together.atTheSameInstant(CLIENTS, () -> send.apply(claims.remove()));

            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(HandoverRacesIT::isTold);
            assertThat(pool.task().getMeta().getVersionId()).isEqualTo("2");
            assertThat(pool.task().getOwner().getReference()).isIn(owners);
        }
    }

    private List<String> services() {
        var like = server.get("HealthcareService?identifier=https://riverside-trust.example/id%7CSERVICE-1")
                .found()
                .get(0);
        return IntStream.range(0, CLIENTS)
                .mapToObj(client -> {
                    var service = (HealthcareService) like.copy();
                    service.setId((String) null);
                    service.getIdentifierFirstRep().setValue(story.identifier("SERVICE-" + client));
                    return "HealthcareService/"
                            + server.post("HealthcareService", Json.of(service))
                                    .hasStatus(201)
                                    .id();
                })
                .toList();
    }

    /** Either they lost the race for the version, or they came after it and met the new state. */
    private static void isTold(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(409, 422);
        assertThat(answer.rules())
                .isNotEmpty()
                .allMatch(rule -> rule.equals("conflict") || rule.startsWith("handover-"));
        assertThat(answer.as(OperationOutcome.class).getIssue()).isNotEmpty();
    }

    private static String statusOf(Answer answer) {
        return answer.as(Task.class).getStatus().toCode();
    }
}
