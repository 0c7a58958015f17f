package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.Somebody.Handed;
import io.github.sprigfhir.benchmark.Somebody.Stored;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** What may happen to somebody: each sends what whoever brings it about would send. */
final class Happenings {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private final Desk desk;
    private final Sheets sheets;
    private final List<Player> players;
    private final Random dice;
    private final String notified;

    Happenings(Desk desk, Sheets sheets, List<Player> players, Random dice, String notified) {
        this.desk = desk;
        this.sheets = sheets;
        this.players = players;
        this.dice = dice;
        this.notified = notified;
    }

    void meetLinkWorkers(Somebody who, Stored stored) throws IOException, InterruptedException {
        var provider = one("provider");
        desk.transact("contact", who.linkWorkers(), sheets.later("Bundle-example-contact", who, stored, provider));
    }

    void accept(Somebody who, Stored stored) throws IOException, InterruptedException {
        for (var status : List.of("received", "accepted", "in-progress")) {
            desk.patch("link workers move", who.linkWorkers(), stored.task(), Patches.status(status));
        }
    }

    void handOver(Somebody who, Stored stored) throws IOException, InterruptedException {
        var provider = one("provider");
        var bundle = sheets.later("Bundle-example-onward-referral", who, stored, provider);
        var pool = dice.nextInt(4) == 0;
        if (pool) {
            ((ObjectNode) bundle.path("entry").path(2).path("resource")).remove("owner");
        }
        var at = desk.transact(pool ? "pool" : "handover", who.linkWorkers(), bundle);
        if (at.size() == 4) {
            who.handed().add(new Handed(provider, at.get(3), at.get(1), at.get(2)));
            if (pool && dice.nextBoolean()) {
                var claim = JSON.arrayNode();
                claim.addObject()
                        .put("op", "add")
                        .put("path", "/owner")
                        .putObject("value")
                        .put(
                                "reference",
                                bundle.path("entry")
                                        .path(1)
                                        .path("resource")
                                        .at("/performer/0/reference")
                                        .asText());
                desk.patch("claim", provider, at.get(2), claim);
            }
        }
    }

    void move(Somebody who) throws IOException, InterruptedException {
        for (var handed : who.handed()) {
            var ways = List.of(
                    List.of("received"),
                    List.of("received", "accepted"),
                    List.of("received", "accepted", "in-progress"),
                    List.of("accepted", "in-progress", "completed"),
                    List.of("received", "rejected"),
                    List.of("in-progress", "failed"));
            for (var status : ways.get(dice.nextInt(ways.size()))) {
                desk.patch("provider moves", handed.provider(), handed.task(), to(status, who));
            }
        }
    }

    private static ArrayNode to(String status, Somebody who) {
        return switch (status) {
            case "completed" -> Patches.completed(who.word("output"));
            case "rejected", "failed", "cancelled" -> Patches.ended(status, Coded.bars("22", "Capacity"));
            default -> Patches.status(status);
        };
    }

    /** A provider writes of a contact or an outcome. */
    void meet(Somebody who, Stored stored) throws IOException, InterruptedException {
        for (var handed : who.handed()) {
            var bundle = sheets.later("Bundle-example-contact", who, stored, handed.provider());
            var contact = (ObjectNode) bundle.path("entry").path(0).path("resource");
            contact.withArray("basedOn").removeAll().addObject().put("reference", handed.request());
            ((ObjectNode) contact.at("/participant/0/individual"))
                    .put("reference", handed.provider().voice());
            desk.post("provider's contact", handed.provider(), contact);
            var outcomes = sheets.later("Bundle-example-onward-referral", who, stored, handed.provider());
            var outcome = (ObjectNode) outcomes.path("entry").path(0).path("resource");
            outcome.withArray("basedOn").removeAll().addObject().put("reference", handed.request());
            outcome.withArray("performer")
                    .removeAll()
                    .addObject()
                    .put("reference", handed.provider().organisation());
            desk.post("provider's outcome", handed.provider(), outcome);
        }
    }

    void risk(Somebody who, Stored stored) throws IOException, InterruptedException {
        var author = dice.nextBoolean() ? who.practice() : who.linkWorkers();
        var risk = sheets.single("Flag-example-no-known-risks", who);
        risk.putObject("subject").put("reference", stored.patient());
        risk.putObject("author").put("reference", author.voice());
        ((ObjectNode) risk.path("code")).put("text", who.word("risk"));
        classify(risk);
        desk.post("risk", author, risk);
    }

    void classify(ObjectNode risk) {
        var codes = List.of(List.<String>of(), List.of("N"), List.of("L"), List.of("R"), List.of("N", "R"));
        for (var code : codes.get(dice.nextInt(codes.size()))) {
            risk.withObject("/meta")
                    .withArray("security")
                    .addObject()
                    .put("system", CONFIDENTIALITY)
                    .put("code", code);
        }
    }

    void withdraw(Somebody who, Stored stored) throws IOException, InterruptedException {
        if (who.handed().isEmpty() || dice.nextInt(4) == 0) {
            desk.patch(
                    "withdrawal",
                    dice.nextBoolean() ? who.practice() : who.linkWorkers(),
                    stored.consent(),
                    Patches.status("inactive"));
        } else {
            var handed = who.handed().get(dice.nextInt(who.handed().size()));
            desk.patch("withdrawal", who.linkWorkers(), handed.consent(), Patches.status("inactive"));
        }
    }

    void signpost(Somebody who, Stored stored) throws IOException, InterruptedException {
        var message = sheets.single("Communication-example-signposting", who);
        message.putObject("subject").put("reference", stored.patient());
        message.putObject("sender").put("reference", who.linkWorkers().voice());
        message.withArray("basedOn").removeAll().addObject().put("reference", stored.request());
        message.withArray("about")
                .removeAll()
                .addObject()
                .put("reference", one("provider").services().get(0));
        var told = dice.nextBoolean() ? who.practice() : one(dice.nextBoolean() ? "provider" : "referrer");
        message.putArray("recipient").addObject().put("reference", told.organisation());
        desk.post("message", who.linkWorkers(), message);
    }

    void subscribe(Somebody who) throws IOException, InterruptedException {
        var subscriber = dice.nextBoolean() ? who.practice() : one("provider");
        var wish = sheets.single("Subscription-example-subscription", who);
        var party = subscriber.role().code().equals("provider")
                ? "owner=" + subscriber.services().get(0)
                : "requester=" + subscriber.voice();
        ((ObjectNode) wish.at("/_criteria/extension/0")).put("valueString", "Task?" + party);
        ((ObjectNode) wish.path("channel")).put("endpoint", notified + "/" + subscriber.client());
        var made = desk.post("subscription", subscriber, wish);
        if (!made.isEmpty() && dice.nextInt(4) == 0) {
            desk.delete("subscription", subscriber, made);
        }
    }

    void correct(Somebody who, Stored stored) throws IOException, InterruptedException {
        var operations = JSON.arrayNode();
        operations
                .addObject()
                .put("op", "replace")
                .put("path", "/gender")
                .put("value", dice.nextBoolean() ? "other" : "unknown");
        desk.patch("correction", dice.nextBoolean() ? who.practice() : who.linkWorkers(), stored.patient(), operations);
    }

    void giveBack(Somebody who) throws IOException, InterruptedException {
        if (!who.handed().isEmpty()) {
            var handed = who.handed().get(dice.nextInt(who.handed().size()));
            var parameters = JSON.objectNode().put("resourceType", "Parameters");
            parameters
                    .putArray("parameter")
                    .addObject()
                    .put("name", "reason")
                    .set("valueCodeableConcept", TaskChange.reason("24"));
            desk.operation("return", handed.provider(), handed.task() + "/$return", parameters);
        }
    }

    /** Now and then a person is sent back to the GP, or the referrer withdraws the referral. */
    void end(Somebody who, Stored stored) throws IOException, InterruptedException {
        if (dice.nextInt(3) == 0) {
            desk.operation(
                    "escalation",
                    who.linkWorkers(),
                    stored.request() + "/$escalate",
                    Patches.escalation(who.word("danger")));
        } else if (dice.nextInt(3) == 0) {
            desk.patch("referrer withdraws", who.practice(), stored.task(), to("cancelled", who));
        } else if (!who.handed().isEmpty()) {
            var handed = who.handed().get(dice.nextInt(who.handed().size()));
            desk.patch("requester cancels", who.linkWorkers(), handed.task(), to("cancelled", who));
        }
    }

    Player one(String role) {
        var those = players.stream()
                .filter(player -> player.role().code().equals(role))
                .toList();
        return those.get(dice.nextInt(those.size()));
    }
}
