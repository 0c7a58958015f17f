package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Has everybody take their consent back while others search and export. */
final class Withdrawals {

    private static final int PAGE = 200;

    private final FhirServer researcher;
    private final BulkExport export;
    private final List<Agreement> agreed;
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger withdrawn = new AtomicInteger();
    private final AtomicInteger looked = new AtomicInteger();

    Withdrawals(FhirServer researcher, List<Agreement> agreed) {
        this.researcher = researcher;
        this.export = new BulkExport(researcher);
        this.agreed = agreed;
    }

    /** A way to look how many people there are. */
    private interface Way {

        int people() throws IOException, InterruptedException;
    }

    /**
     * Whether nobody is in anything that began after they took it back, and nobody is left at the end; says how it went.
     *
     * @param earlier the manifest of an export that was finished before
     */
    boolean areKept(int clients, JsonNode earlier) throws IOException, InterruptedException {
        var over = new AtomicBoolean();
        var looking = List.of(
                new Thread(() -> look("A search", this::found, over)),
                new Thread(() -> look("An export", this::exported, over)));
        looking.forEach(Thread::start);
        var next = new AtomicInteger();
        var begun = System.nanoTime();
        EpisodeLoad.all(clients, () -> {
            for (var number = next.getAndIncrement(); number < agreed.size(); number = next.getAndIncrement()) {
                agreed.get(number).end();
                withdrawn.incrementAndGet();
            }
            return null;
        });
        var took = (System.nanoTime() - begun) / 1e9;
        over.set(true);
        for (var one : looking) {
            one.join();
        }
        var left = found();
        var inFiles = export.resources(earlier).stream()
                .filter(Withdrawals::isAboutSomebody)
                .count();
        System.out.printf(
                "%d took it back in %.0f s, while %d searches and exports were made; then %d people are found, and the files"
                        + " of an earlier export hold %d resources about people.%n",
                withdrawn.get(), took, looked.get(), left, inFiles);
        faults.forEach(System.out::println);
        return faults.isEmpty() && left == 0 && inFiles == 0 && looked.get() > 1;
    }

    /** Whoever took it back before it began is not in it; those who were in no copy are counted as left. */
    private void look(String name, Way way, AtomicBoolean over) {
        try {
            while (!over.get()) {
                var most = agreed.size() - withdrawn.get();
                var found = way.people();
                looked.incrementAndGet();
                if (found > most) {
                    faults.add("%s held %d people where %d at most were left.".formatted(name, found, most));
                }
            }
        } catch (IOException problem) {
            faults.add("%s failed: %s".formatted(name, problem.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int found() throws IOException, InterruptedException {
        return people(researcher.all("/fhir/Patient?_elements=gender&_count=" + PAGE));
    }

    private int exported() throws IOException, InterruptedException {
        return people(export.resources(export.manifest(export.begin("$export?_type=Patient"))));
    }

    private static int people(Collection<JsonNode> resources) {
        return (int) resources.stream()
                .filter(resource -> resource.path("resourceType").asText().equals("Patient"))
                .count();
    }

    private static boolean isAboutSomebody(JsonNode resource) {
        return !List.of("Organization", "HealthcareService")
                .contains(resource.path("resourceType").asText());
    }
}
