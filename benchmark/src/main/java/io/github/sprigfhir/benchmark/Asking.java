package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.sprigfhir.benchmark.circle.Kept;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** One question of one caller: sends requests, has each answer looked through, and notes what is wrong with it. */
final class Asking {

    private static final int OK = 200;
    private static final int MOST_PAGES = 500;

    private final FhirServer server;
    private final View view;
    private final Inspector inspector;
    private final Tally tally;
    private final Random dice;
    private final Player who;
    private final String kind;

    Asking(FhirServer server, View view, Inspector inspector, Tally tally, Random dice, Player who, String kind) {
        this.server = server;
        this.view = view;
        this.inspector = inspector;
        this.tally = tally;
        this.dice = dice;
        this.who = who;
        this.kind = kind;
    }

    View view() {
        return view;
    }

    Random dice() {
        return dice;
    }

    Player who() {
        return who;
    }

    boolean sees(Kept record) {
        return view.sees(who, record.address());
    }

    <T> T one(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    /** Any record: half of the time one that the caller sees. */
    Kept record() {
        var seen = view.seenBy(who);
        return view.of(one(!seen.isEmpty() && dice.nextBoolean() ? seen : view.records()));
    }

    Reply send(Call call) throws IOException, InterruptedException {
        return send(who, call);
    }

    Reply send(Player caller, Call call) throws IOException, InterruptedException {
        var answer = server.as(caller.client()).send(call);
        var text = answer.body() == null ? "" : answer.body();
        var body = text.startsWith("{") ? server.read(answer) : MissingNode.getInstance();
        var reply = new Reply(answer.statusCode(), answer.headers().map(), text, body);
        tally.count(kind, reply.status());
        inspector.faults(caller, call, reply).forEach(fault -> tally.fault(kind, caller, call, reply, fault));
        return reply;
    }

    void expect(boolean holds, Call call, Reply reply, String otherwise) {
        if (!holds) {
            tally.fault(kind, who, call, reply, otherwise);
        }
    }

    Reply expect(int status, Call call) throws IOException, InterruptedException {
        var reply = send(call);
        expect(reply.status() == status, call, reply, "status %d, not %d".formatted(reply.status(), status));
        return reply;
    }

    /** What is hidden must answer as what never was; returns the answer to the hidden one. */
    Reply likeNothing(String hidden, Function<String, Call> call) throws IOException, InterruptedException {
        return alike(call.apply(hidden), call.apply(nothing()));
    }

    /** An id that nothing has, the same for the same dice. */
    String nothing() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }

    /** Two requests that must be answered alike and be refused, or find as little. */
    Reply alike(Call one, Call other) throws IOException, InterruptedException {
        var first = send(one);
        var second = send(other);
        expect(
                likeness(first, one).equals(likeness(second, other)),
                one,
                first,
                "what is hidden is told from what is not there, which got: " + second.likeness());
        return first;
    }

    /** What a caller has sent comes back in links and texts, and tells nothing. */
    private static String likeness(Reply reply, Call call) {
        var sent = call.headers().getOrDefault(SENT, "");
        return sent.isEmpty() ? reply.likeness() : reply.likeness().replace(sent, "SENT");
    }

    /** A header that nobody reads: the word by which two requests differ. */
    static final String SENT = "X-Readers-Word";

    /** Asks a search, follows its pages, and holds it to what the model finds; returns the first page. */
    Reply finds(Call call, List<String> expected) throws IOException, InterruptedException {
        var first = expect(OK, call);
        if (first.status() != OK) {
            return first;
        }
        var found = new java.util.ArrayList<>(first.matches());
        var last = first;
        for (var pages = 1; last.link("next").isPresent() && pages < MOST_PAGES; pages++) {
            last = expect(OK, Call.of("GET", last.link("next").get()));
            found.addAll(last.matches());
        }
        var lacking = new HashSet<>(expected);
        lacking.removeAll(found);
        var surplus = new HashSet<>(found);
        surplus.removeAll(expected);
        var query = call.path() + call.body();
        var counts = query.contains("_summary=count");
        expect(lacking.isEmpty() || counts, call, first, "not found although the caller sees it: " + lacking);
        expect(surplus.isEmpty(), call, first, "found although it should not be: " + surplus);
        expect(found.size() == new HashSet<>(found).size(), call, first, "found twice on the pages of one search");
        var total = last.body().path("total");
        expect(
                total.isMissingNode() || total.asInt() == expected.size(),
                call,
                last,
                "the total is %s, not %d".formatted(total, expected.size()));
        var promised = counts || query.contains("_total=accurate");
        expect(!promised || !first.body().path("total").isMissingNode(), call, first, "no total was given");
        return first;
    }
}
