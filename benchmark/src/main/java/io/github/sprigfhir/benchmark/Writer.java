package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Takes one episode after the other as far as its plan says, with the calls that the parties' systems would make. */
final class Writer {

    private static final String FHIR = "application/fhir+json";

    private final FhirServer server;
    private final List<Papers> places;
    private final AtomicInteger calls = new AtomicInteger();

    Writer(FhirServer server, List<Papers> places) {
        this.server = server;
        this.places = places;
    }

    int calls() {
        return calls.get();
    }

    /** Whether the episode is new; one that is there already, or was begun, is left as it is. */
    boolean write(Plan plan) throws IOException, InterruptedException {
        var papers = places.get(plan.place());
        var isOffer = plan.course() == Course.OFFERED || plan.course() == Course.DECLINED;
        var sent = isOffer ? papers.offer(plan) : papers.referral(plan);
        var answer = transact(papers.gp(), sent);
        var last = answer.path("entry").path(sent.path("entry").size() - 1).path("response");
        if (!last.path("status").asText().startsWith("201")) {
            return false;
        }
        goOn(plan, papers, addresses(answer));
        return true;
    }

    private void goOn(Plan plan, Papers papers, List<String> of) throws IOException, InterruptedException {
        var worker = papers.linkWorker();
        var task = of.get(of.size() - 1);
        switch (plan.course()) {
            case OFFERED, WAITING -> {}
            case DECLINED -> move(papers.gp(), of.get(1), Patches.declined(plan.reason()));
            case WITHDRAWN -> move(papers.gp(), task, Patches.ended("cancelled", plan.reason()));
            case ACKNOWLEDGED -> move(worker, task, Patches.status("received"));
            case REFUSED -> {
                move(worker, task, Patches.status("received"));
                move(worker, task, Patches.ended("rejected", plan.reason()));
            }
            case ACCEPTED -> accept(worker, task);
            case WORKING, STAYING_AWAY -> meet(plan, papers, of);
            case LOST -> {
                meet(plan, papers, of);
                move(worker, task, Patches.ended("failed", plan.reason()));
            }
            case ESCALATED -> {
                meet(plan, papers, of);
                post(worker, "/fhir/%s/$escalate".formatted(of.get(3)), Patches.escalation("In immediate danger"));
            }
            case SUPPORTED -> {
                meet(plan, papers, of);
                complete(plan, papers, of);
            }
            case HANDED_OVER -> meet(plan, papers, of);
            case TURNED_AWAY -> {
                var onward = meet(plan, papers, of);
                var service = papers.communityService(plan);
                move(service, onward, Patches.status("received"));
                move(service, onward, Patches.ended("rejected", plan.reason()));
            }
            case COMPLETED -> {
                var onward = meet(plan, papers, of);
                var service = papers.communityService(plan);
                accept(service, onward);
                move(service, onward, Patches.status("in-progress"));
                move(service, onward, Patches.completed("Came nearly every week."));
                complete(plan, papers, of);
            }
        }
    }

    private void accept(Caller who, String task) throws IOException, InterruptedException {
        move(who, task, Patches.status("received"));
        move(who, task, Patches.status("accepted"));
    }

    /** The work begins: contacts, wellbeing before, and the onward referral where there is one, whose Task is returned. */
    private String meet(Plan plan, Papers papers, List<String> of) throws IOException, InterruptedException {
        accept(papers.linkWorker(), of.get(4));
        var entries = new ArrayList<JsonNode>();
        entries.add(Patches.patch(of.get(4), Patches.status("in-progress")));
        IntStream.range(0, plan.contacts().size()).forEach(number -> entries.add(papers.contact(plan, of, number)));
        var day = firstDay(plan);
        if (plan.contacts().get(0).minutes() > 0) {
            entries.addAll(papers.ons4(plan, of, false, day));
        }
        var isHandedOver = plan.course() == Course.HANDED_OVER
                || plan.course() == Course.TURNED_AWAY
                || plan.course() == Course.COMPLETED;
        if (isHandedOver) {
            entries.addAll(papers.onward(plan, of, day));
        }
        var addresses = addresses(transact(papers.linkWorker(), Patches.transaction(entries)));
        return addresses.get(addresses.size() - 1);
    }

    private void complete(Plan plan, Papers papers, List<String> of) throws IOException, InterruptedException {
        var entries = new ArrayList<JsonNode>();
        if (plan.askedAgain()) {
            entries.addAll(papers.ons4(plan, of, true, firstDay(plan).plusWeeks(6)));
        }
        entries.add(Patches.patch(of.get(4), Patches.completed("Goes on without help.")));
        transact(papers.linkWorker(), Patches.transaction(entries));
    }

    private static LocalDate firstDay(Plan plan) {
        return plan.begun().plusDays(plan.contacts().get(0).day());
    }

    private void move(Caller who, String address, ArrayNode operations) throws IOException, InterruptedException {
        calls.incrementAndGet();
        server.call("PATCH", "/fhir/" + address, "application/json-patch+json", who, operations);
    }

    private JsonNode transact(Caller who, JsonNode bundle) throws IOException, InterruptedException {
        return post(who, "/fhir", bundle);
    }

    private JsonNode post(Caller who, String path, JsonNode body) throws IOException, InterruptedException {
        calls.incrementAndGet();
        return server.call("POST", path, FHIR, who, body);
    }

    /** Where each entry is stored, without its version. */
    private static List<String> addresses(JsonNode answer) {
        return StreamSupport.stream(answer.path("entry").spliterator(), false)
                .map(entry -> entry.path("response").path("location").asText().replaceFirst("/_history/.*", ""))
                .toList();
    }
}
