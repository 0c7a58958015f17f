package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An attack on the copies of a project: somebody who knows all traits of some people, and on which days there is what of
 * them on record, looks for the copies that could be theirs.
 */
final class Reidentification {

    private static final int PAGE = 200;

    private final List<Look> everybody;
    private final List<Look> copies;
    private final Look.Form form;

    private Reidentification(List<Look> everybody, List<Look> copies, Look.Form form) {
        this.everybody = everybody;
        this.copies = copies;
        this.form = form;
    }

    /**
     * Gathers what link workers know, and what researchers were given.
     *
     * @param linkWorkers who together see everybody
     */
    static Reidentification of(List<FhirServer> linkWorkers, List<JsonNode> copies, Look.Form form)
            throws IOException, InterruptedException {
        var known = new ArrayList<JsonNode>();
        for (var linkWorker : linkWorkers) {
            known.addAll(linkWorker.all("/fhir/Patient?_count=" + PAGE));
            for (var type : Look.TYPES) {
                known.addAll(linkWorker.all("/fhir/%s?_count=%d".formatted(type, PAGE)));
            }
        }
        known.removeIf(record -> record.path("status").asText().equals("entered-in-error"));
        return new Reidentification(looks(known), looks(copies), form);
    }

    /** Whether none of the known stands among fewer than k; says how it went. */
    boolean failsFor(int known, int k, int seed) {
        var targets = new ArrayList<>(everybody);
        Collections.shuffle(targets, new Random(seed));
        targets.subList(Math.min(known, targets.size()), targets.size()).clear();
        var crowds = targets.stream()
                .map(target -> crowd(copies, target, form))
                .filter(crowd -> crowd > 0)
                .toList();
        var smallest = crowds.stream().mapToInt(crowd -> crowd).min().orElse(0);
        var alone = targets.stream()
                .mapToInt(target -> Collections.frequency(everybody, target))
                .filter(alike -> alike == 1)
                .count();
        System.out.printf(
                "%d people known, %d copies: %d have no copy that fits, each other fits %d at least (%d on average);%n"
                        + "whoever guesses finds %.1f of them, where chance by k = %d would be %.1f.%n"
                        + "In records without names and numbers %d of them would stand alone.%n",
                targets.size(),
                copies.size(),
                targets.size() - crowds.size(),
                smallest,
                Math.round(crowds.stream().mapToInt(crowd -> crowd).average().orElse(0)),
                crowds.stream().mapToDouble(crowd -> 1.0 / crowd).sum(),
                k,
                crowds.size() / (double) k,
                alone);
        return !crowds.isEmpty() && smallest >= k;
    }

    private static int crowd(List<Look> copies, Look target, Look.Form form) {
        return (int) copies.stream().filter(copy -> target.couldBe(copy, form)).count();
    }

    private static List<Look> looks(Collection<JsonNode> resources) {
        Map<String, JsonNode> people = new HashMap<>();
        resources.stream()
                .filter(resource -> resource.path("resourceType").asText().equals("Patient"))
                .forEach(person -> people.put("Patient/" + person.path("id").asText(), person));
        var records = resources.stream()
                .filter(resource ->
                        Look.TYPES.contains(resource.path("resourceType").asText()))
                .collect(Collectors.groupingBy(Reidentification::subject));
        return people.entrySet().stream()
                .map(person -> Look.of(person.getValue(), records.getOrDefault(person.getKey(), List.of())))
                .toList();
    }

    private static String subject(JsonNode record) {
        return Optional.of(record.at("/subject/reference").asText())
                .filter(reference -> !reference.isEmpty())
                .orElseGet(() -> record.at("/for/reference").asText());
    }
}
