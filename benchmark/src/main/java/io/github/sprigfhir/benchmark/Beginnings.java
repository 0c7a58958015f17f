package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.Step.Expected;
import io.github.sprigfhir.benchmark.Step.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes referrals to walk: half of them with an onward handover, half with a Task in the open pool. */
final class Beginnings {

    private static final String TRUST =
            "Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999001";

    private final Line line;
    private final Pool pool;
    private final Directory directory;
    private final int seed;
    private final AtomicInteger identifiers;
    private final Referrals referrals;

    Beginnings(Line line, Pool pool, Directory directory, int seed, AtomicInteger identifiers)
            throws IOException, InterruptedException {
        this.line = line;
        this.pool = pool;
        this.directory = directory;
        this.seed = seed;
        this.identifiers = identifiers;
        referrals = new Referrals(
                agreeingToAll(line.example("Bundle-example-gp-referral.json")),
                "walk",
                new NhsNumbers(Math.floorMod(seed * 7919, 1_000_000)));
    }

    /** Whoever walks claims and is handed over to anybody, so the person agrees to all of them at once. */
    private static JsonNode agreeingToAll(JsonNode referral) {
        var copy = referral.deepCopy();
        for (var entry : copy.path("entry")) {
            if (entry.path("resource").path("provision").path("actor") instanceof ArrayNode actors) {
                var trust = actors.path(0).deepCopy();
                ((ObjectNode) trust.path("reference")).put("reference", TRUST);
                actors.add(trust);
            }
        }
        return copy;
    }

    void begin(int number) throws IOException, InterruptedException {
        var others = new OtherSteps(directory, new Random(seed + number), identifiers);
        var refer = Call.of("POST", "/fhir", referrals.next().body());
        var task =
                line.get(tasks(new Step(Kind.REFER, refer, Expected.ACCEPTED)).get(0));
        if (number % 2 == 0) {
            tasks(others.handover(task, Expected.ACCEPTED));
        } else {
            tasks(others.openPool(task, Expected.ACCEPTED));
        }
    }

    private List<String> tasks(Step step) throws IOException, InterruptedException {
        var tasks = line.take(step).stream()
                .flatMap(Acknowledged::in)
                .map(Acknowledged::address)
                .filter(address -> address.startsWith("Task/"))
                .toList();
        if (tasks.isEmpty()) {
            throw new IOException("nothing to walk: a beginning was refused");
        }
        tasks.forEach(pool::add);
        return tasks;
    }
}
