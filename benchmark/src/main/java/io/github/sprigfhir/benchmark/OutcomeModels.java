package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Episodes with outcomes, written through the API for copies to be made of: those of {@link EpisodeLoad} in which people
 * were met, with their answers to the PHQ-9 besides, before and after. Always the same ones.
 */
final class OutcomeModels {

    static final int COUNT = 120;
    private static final int SEED = 1979;
    private static final int CLIENTS = 4;
    private static final LocalDate UNTIL = LocalDate.parse("2026-11-20");
    private static final Set<Course> MET = EnumSet.of(Course.WORKING, Course.SUPPORTED, Course.COMPLETED);
    private static final List<String> ANSWERS = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");
    private static final String LOINC = "http://loinc.org";

    private final FhirServer server;
    private final List<Papers> places;
    private final Writer writer;
    private final JsonNode answers;

    private OutcomeModels(FhirServer server) throws IOException, InterruptedException {
        this.server = server;
        var papers = new ArrayList<Papers>();
        for (var place : Place.publish(server)) {
            papers.add(new Papers(place, server));
        }
        this.places = List.copyOf(papers);
        this.writer = new Writer(server, places);
        this.answers = server.example("QuestionnaireResponse-example-answers.json");
    }

    static void write(FhirServer server) throws IOException, InterruptedException {
        var models = new OutcomeModels(server);
        var due = new ConcurrentLinkedQueue<>(IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> Plan.of(SEED, number, UNTIL))
                .filter(plan -> MET.contains(plan.course()))
                .limit(COUNT)
                .toList());
        var written = new Load<>(due::remove, models::write, CLIENTS).run(Duration.ofHours(1), COUNT);
        if (written.failures() > 0) {
            throw new IOException("a model was refused");
        }
    }

    /** Answers with the status of an answer, since a load counts these. */
    private int write(Plan plan) throws IOException, InterruptedException {
        try {
            writer.write(plan);
            var worker = places.get(plan.place()).linkWorker();
            var referral = referral(plan, worker);
            var chance = new Random(plan.key().hashCode());
            var before = chance.ints(9, 0, 4).toArray();
            var first = plan.begun().plusDays(plan.contacts().get(0).day());
            answer(plan, worker, referral, "baseline", first, before);
            var fall = chance.nextInt(-1, 3);
            var after = IntStream.of(before)
                    .map(value -> Math.max(0, Math.min(3, value - fall)))
                    .toArray();
            var point = plan.course() == Course.WORKING ? "review" : "exit";
            answer(plan, worker, referral, point, first.plusWeeks(6), after);
            return 200;
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            throw refused;
        }
    }

    private JsonNode referral(Plan plan, Caller worker) throws IOException, InterruptedException {
        var found = server.as(worker.client()).all("/fhir/ServiceRequest?identifier=" + plan.key() + "-REFERRAL-1");
        if (found.size() != 1) {
            throw new IOException("%s: %d referrals".formatted(plan.key(), found.size()));
        }
        return found.get(0);
    }

    private void answer(Plan plan, Caller worker, JsonNode referral, String point, LocalDate day, int[] values)
            throws IOException, InterruptedException {
        var sheet = (ObjectNode) answers.deepCopy();
        sheet.remove("id");
        ((ObjectNode) sheet.at("/extension/0/valueCoding")).put("code", point).remove("display");
        ((ObjectNode) sheet.path("identifier")).put("value", plan.key() + "-PHQ-9-" + point);
        var person = referral.at("/subject/reference").asText();
        for (var reference : Map.of(
                        "/basedOn/0",
                        "ServiceRequest/" + referral.path("id").asText(),
                        "/subject",
                        person,
                        "/source",
                        person,
                        "/author",
                        worker.reference())
                .entrySet()) {
            ((ObjectNode) sheet.at(reference.getKey())).put("reference", reference.getValue());
        }
        sheet.put("authored", day.toString());
        for (int item = 0; item < values.length; item++) {
            ((ObjectNode) sheet.at("/item/%d/answer/0/valueCoding".formatted(item)))
                    .put("system", LOINC)
                    .put("code", ANSWERS.get(values[item]))
                    .remove("display");
        }
        server.call("POST", "/fhir/QuestionnaireResponse", Call.FHIR, worker, sheet);
    }
}
