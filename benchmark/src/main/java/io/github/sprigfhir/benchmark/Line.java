package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The connection that walks share to a server that is killed once on the way; thread-safe. */
final class Line {

    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);

    private final Journal journal;
    private FhirServer server;
    private int outages;

    Line(FhirServer server, Journal journal) {
        this.server = server;
        this.journal = journal;
    }

    /** Told when a server stands in for the one that was killed. */
    synchronized void back(FhirServer again) {
        server = again;
        outages++;
        notifyAll();
    }

    /** Takes a step; answers with what came of it, or nothing if it was refused or the server died meanwhile. */
    Optional<JsonNode> take(Step step) throws IOException, InterruptedException {
        var before = outages();
        try {
            var answer = server().send(step.call());
            var body = read(answer);
            journal.note(step, answer.statusCode(), body);
            return Judge.isAccepted(answer.statusCode()) ? Optional.of(body) : Optional.empty();
        } catch (IOException noAnswer) {
            journal.unanswered(step);
            awaitAfter(before, noAnswer);
            return Optional.empty();
        }
    }

    /** The current version of a resource, however long it takes until a server answers. */
    JsonNode get(String address) throws IOException, InterruptedException {
        while (true) {
            var before = outages();
            try {
                return server().get("/fhir/" + address);
            } catch (IOException noAnswer) {
                awaitAfter(before, noAnswer);
            }
        }
    }

    JsonNode example(String name) throws IOException, InterruptedException {
        return server().example(name);
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        return server().read(answer);
    }

    private synchronized FhirServer server() {
        return server;
    }

    private synchronized int outages() {
        return outages;
    }

    private synchronized void awaitAfter(int before, IOException why) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        while (outages == before) {
            TimeUnit.NANOSECONDS.timedWait(this, LONGEST_OUTAGE.toNanos());
            if (System.nanoTime() - begun > LONGEST_OUTAGE.toNanos()) {
                throw why;
            }
        }
    }
}
