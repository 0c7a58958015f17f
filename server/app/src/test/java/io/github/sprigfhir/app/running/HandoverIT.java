package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The handover table as a client meets it, by every way of changing a Task. */
@RunningServer
class HandoverIT {

    private final Server server;
    private final Story story;
    private final Story.Referral referral;
    private final Handover handover;
    private final String byIdentifier;

    HandoverIT(@LocalServerPort int port) {
        server = new Server(port);
        story = Story.about(Person.next(), server);
        referral = story.refer();
        handover = new Handover(server, referral.task());
        byIdentifier = "Task?identifier=%s%%7C%s".formatted(Story.PRACTICE, story.identifier("HANDOVER"));
    }

    @Test
    void aHandoverIsMovedFromBeginningToEndByEveryRoute() {
        handover.patch("received").hasStatus(200);
        handover.put(Handover.to("accepted")).hasStatus(200);
        server.patch(referral.task(), Server.JSON, Changes.fhirPathReplace("Task.status", "in-progress"))
                .hasStatus(200);
        server.put(byIdentifier, handover.changed(Handover.to("on-hold"))).hasStatus(200);
        transaction(Changes.entry("PUT", referral.task(), handover.changed(Handover.to("in-progress"))))
                .hasStatus(200);
        transaction(Changes.entry("PATCH", referral.task(), Changes.fhirPathReplace("Task.status", "completed")))
                .hasStatus(200);

        assertThat(handover.status()).isEqualTo("completed");
        assertThat(handover.task().getMeta().getVersionId()).isEqualTo("7");
    }

    @Test
    void aMoveThatIsNotInTheTableIsRefusedOnEveryRouteAndExplained() {
        var completed = handover.changed(Handover.to("completed"));
        var fhirPath = Changes.fhirPathReplace("Task.status", "in-progress");
        var before = server.get(referral.task()).body();

        for (var answer : List.of(
                server.put(referral.task(), completed),
                server.put(byIdentifier, completed),
                handover.patch("accepted"),
                server.patch(byIdentifier, Server.JSON_PATCH, Handover.statusPatch("accepted")),
                server.patch(referral.task(), Server.JSON, fhirPath),
                transaction(Changes.entry("PUT", referral.task(), completed)),
                transaction(Changes.entry("PUT", byIdentifier, completed)),
                transaction(Changes.entry("PATCH", referral.task(), fhirPath)))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("handover-move");
            assertThat(answer.expressions().get(0)).endsWith(".status");
            var issue = answer.issues().get(0);
            assertThat(issue.getCode()).isEqualTo(IssueType.BUSINESSRULE);
            assertThat(issue.getDetails().getText())
                    .matches(
                            "This handover is requested and cannot become (completed|accepted|in-progress) in one move. "
                                    + "From requested: to received, by the owner; to cancelled, by the requester, with a reason.");
            assertThat(issue.getDiagnostics()).startsWith("Move it first to received, ");
        }
        assertThat(server.get(referral.task()).body()).isEqualTo(before);
    }

    @Test
    void theEntryOfATransactionIsNamed() {
        var answer = transaction(
                Changes.entry(
                        "PUT",
                        referral.patient(),
                        server.get(referral.patient()).body()),
                Changes.entry("PUT", referral.task(), handover.changed(Handover.to("failed"))));

        assertThat(answer.hasStatus(422).expressions()).containsExactly("Bundle.entry[1].resource.status");
    }

    @Test
    void whatNeedsAReasonOrAnOutputIsRefusedWithoutIt() {
        handover.through("received", "accepted").put(Handover.to("in-progress").andThen(HandoverIT::saysNothing));

        assertThat(handover.patch("on-hold").hasStatus(422).rules()).containsExactly("sprig-reason-given");
        assertThat(handover.patch("completed").hasStatus(422).rules()).containsExactly("sprig-output-given");
        assertThat(handover.status()).isEqualTo("in-progress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"received", "accepted", "in-progress", "completed", "cancelled"})
    void aHandoverBeginsAsRequestedByEveryRoute(String status) {
        var created = newTask(Handover.to(status));
        var unknown = "Task?identifier=%s%%7C%s".formatted(Story.PRACTICE, story.identifier("NEW"));

        for (var answer : List.of(
                server.post("Task", created),
                server.put(unknown, created),
                transaction(Changes.entry("POST", "Task", created)),
                transaction(Changes.entry("PUT", unknown, created)))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("handover-begins-requested");
        }
        assertThat(server.get(unknown).found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested", "accepted", "completed"})
    void aHandoverIsNeverDeleted(String status) {
        if (status.equals("accepted")) {
            handover.through("received", "accepted");
        } else if (status.equals("completed")) {
            handover.through("received", "accepted", "in-progress", "completed");
        }

        for (var answer : List.of(
                server.delete(referral.task()),
                server.delete(byIdentifier),
                transaction(Changes.entry("DELETE", referral.task(), "")),
                transaction(Changes.entry("DELETE", byIdentifier, "")))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("handover-kept");
        }
        assertThat(handover.status()).isEqualTo(status);
    }

    @Test
    void whatHasEndedChangesNoMore() {
        handover.through("received", "rejected");

        for (var answer : List.of(
                handover.put(Handover.to("accepted")),
                handover.put(task -> task.addNote().setText("One more thing.")),
                handover.patch("received"),
                transaction(Changes.entry("PUT", referral.task(), handover.changed(Handover.to("in-progress")))))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("handover-ended");
        }
        handover.put(task -> {}).hasStatus(200);
        assertThat(handover.task().getMeta().getVersionId()).isEqualTo("3");
    }

    @Test
    void whatChangesNothingIsNoMove() {
        var sent = handover.put(task -> {}).hasStatus(200);

        assertThat(sent.header("ETag")).isEqualTo("W/\"1\"");
    }

    @Test
    void anythingElseMayChangeWhileItIsOpen() {
        handover.put(task -> task.addNote().setText("They prefer mornings.")).hasStatus(200);
        handover.put(task -> task.addIdentifier(
                        new Identifier().setSystem(Story.LINK_WORKERS).setValue(story.identifier("OURS"))))
                .hasStatus(200);

        assertThat(handover.status()).isEqualTo("requested");
    }

    @Test
    void whatIsSettledWhenItBeginsStaysSoAndAllThatIsWrongIsToldAtOnce() {
        var another = "Patient/"
                + server.post("Patient", Person.next().patient()).hasStatus(201).id();

        var answer = handover.put(task -> {
            task.setFor(new Reference(another));
            task.getAuthoredOnElement().setValueAsString("2026-09-08T10:10:00+01:00");
            task.getRestriction().getPeriod().getEndElement().setValueAsString("2027-01-01");
            task.getIdentifierFirstRep().setValue(story.identifier("ANOTHER"));
            task.setOwner(task.getRequester().copy());
            Handover.to("failed").accept(task);
        });

        assertThat(answer.hasStatus(422).rules())
                .containsExactlyInAnyOrder(
                        "handover-move",
                        "handover-owner",
                        "handover-fixed",
                        "handover-fixed",
                        "handover-fixed",
                        "handover-fixed");
        assertThat(answer.expressions())
                .contains(
                        "Task.for", "Task.authoredOn", "Task.restriction.period.end", "Task.identifier", "Task.owner");
    }

    @Test
    void theSameReferenceWrittenInAnotherWayIsTheSame() {
        var role = "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013";
        Consumer<Task> rewritten = task -> {
            task.setRequester(new Reference(role));
            task.setFor(new Reference(referral.patient() + "/_history/1"));
            task.setFocus(new Reference(referral.serviceRequest() + "/_history/1"));
        };

        handover.put(rewritten.andThen(Handover.to("received"))).hasStatus(200);
        transaction(Changes.entry("PUT", referral.task(), handover.changed(rewritten.andThen(Handover.to("accepted")))))
                .hasStatus(200);

        assertThat(handover.task().getFor().getReference()).isEqualTo(referral.patient());
        assertThat(handover.status()).isEqualTo("accepted");
    }

    @Test
    void anOwnerlessHandoverIsClaimedOnceAndNotMovedBefore() {
        var owner = handover.task().getOwner().getReference();
        var pool = Handover.inTheOpenPool(server, handover.task(), story.identifier("POOL"));

        assertThat(pool.patch("received").hasStatus(422).rules()).containsExactly("handover-unowned");
        pool.put(Handover.owner(owner)).hasStatus(200);
        assertThat(pool.put(Handover.owner(handover.task().getRequester().getReference()))
                        .hasStatus(422)
                        .rules())
                .contains("handover-owner");
        assertThat(pool.put(task -> task.setOwner(null)).hasStatus(422).rules()).containsExactly("handover-owner");
        pool.through("received", "accepted");
        assertThat(pool.task().getOwner().getReference()).isEqualTo(owner);
    }

    @Test
    void aClaimAndItsReceiptAreOneChange() {
        var owner = handover.task().getOwner().getReference();
        var pool = Handover.inTheOpenPool(server, handover.task(), story.identifier("POOL"));

        assertThat(pool.put(Handover.owner(owner).andThen(Handover.to("accepted")))
                        .hasStatus(422)
                        .rules())
                .containsExactly("handover-move", "handover-owner");
        pool.put(Handover.owner(owner).andThen(Handover.to("received"))).hasStatus(200);
        assertThat(pool.status()).isEqualTo("received");
    }

    @Test
    void severalChangesOfOneHandoverInOneTransactionAreNoWayRoundTheTable() {
        var received = Changes.entry("PUT", referral.task(), handover.changed(Handover.to("received")));
        var accepted = Changes.entry("PATCH", referral.task(), Changes.fhirPathReplace("Task.status", "accepted"));
        var patched = Changes.entry("PATCH", referral.task(), Changes.fhirPathReplace("Task.status", "received"));

        for (var answer : List.of(
                transaction(received, accepted), transaction(accepted, received), transaction(patched, accepted))) {
            assertThat(answer.hasStatus(422).rules()).containsExactly("handover-move");
        }
        assertThat(handover.task().getMeta().getVersionId()).isEqualTo("1");
    }

    @Test
    void oneRefusedMoveKeepsTheWholeTransactionOut() {
        var patient = server.get(referral.patient()).body();

        transaction(
                        Changes.entry("PUT", referral.patient(), patient.replace("\"female\"", "\"other\"")),
                        Changes.entry("PUT", referral.task(), handover.changed(Handover.to("accepted"))))
                .hasStatus(422);

        assertThat(server.get(referral.patient()).body()).isEqualTo(patient);
    }

    private static void saysNothing(Task task) {
        task.setStatusReason(null);
        task.setOutput(null);
    }

    private String newTask(Consumer<Task> change) {
        var task = handover.task();
        task.setId((String) null);
        task.setMeta(null);
        task.getIdentifierFirstRep().setValue(story.identifier("NEW"));
        change.accept(task);
        return Json.of(task);
    }

    private Answer transaction(String... entries) {
        return server.transaction(Changes.bundle("transaction", entries));
    }
}
