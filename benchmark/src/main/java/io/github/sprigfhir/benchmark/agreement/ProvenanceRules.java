package io.github.sprigfhir.benchmark.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.agreement.Disagreement.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be true of Provenance: each version of each Task and request has one, which says how it moved. */
final class ProvenanceRules {

    private static final String MOVE = "https://sprig-fhir.github.io/ig/CodeSystem/handover-move";
    private static final Map<String, String> CODES = Map.of(
            "received", "receive",
            "accepted", "accept",
            "rejected", "reject",
            "on-hold", "hold",
            "completed", "complete",
            "failed", "fail",
            "cancelled", "cancel");

    private ProvenanceRules() {}

    static Stream<Disagreement> oneForEachVersion(Records records) {
        var named = records.provenances().stream()
                .flatMap(ProvenanceRules::targets)
                .collect(Collectors.groupingBy(target -> target, Collectors.counting()));
        return Stream.concat(records.tasks().stream(), records.requests().stream())
                .flatMap(History::versions)
                .filter(version -> named.getOrDefault(version.versionedAddress(), 0L) != 1)
                .map(version -> new Disagreement(
                        Kind.PROVENANCE_COUNT,
                        version.versionedAddress(),
                        "named by %d Provenances".formatted(named.getOrDefault(version.versionedAddress(), 0L))));
    }

    static Stream<Disagreement> eachSaysItsMoves(Records records) {
        var moves = moves(records.tasks());
        return records.provenances().stream().flatMap(provenance -> {
            var made = targets(provenance)
                    .filter(moves::containsKey)
                    .map(moves::get)
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            var said = Version.each(provenance.path("activity").path("coding"))
                    .filter(coding -> coding.path("system").asText().equals(MOVE))
                    .map(coding -> coding.path("code").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
            return made.equals(said)
                    ? Stream.empty()
                    : Stream.of(new Disagreement(
                            Kind.PROVENANCE_MOVES,
                            new Version(provenance).address(),
                            "it says %s of %s, which made %s"
                                    .formatted(said, targets(provenance).toList(), made)));
        });
    }

    /** By versioned address, the code of the move that made it; empty where it did not move. */
    private static Map<String, String> moves(List<History> tasks) {
        var moves = new HashMap<String, String>();
        for (var task : tasks) {
            moves.put(task.first().versionedAddress(), "request");
            task.steps((before, after) -> Stream.of(Map.entry(after.versionedAddress(), move(before, after))))
                    .forEach(entry -> moves.put(entry.getKey(), entry.getValue()));
        }
        return moves;
    }

    private static String move(Version before, Version after) {
        if (before.status().equals(after.status())) {
            return !before.has("owner") && after.has("owner") ? "claim" : "";
        }
        if (after.status().equals("in-progress")) {
            return before.status().equals("on-hold") ? "resume" : "start";
        }
        return CODES.getOrDefault(after.status(), "");
    }

    private static Stream<String> targets(JsonNode provenance) {
        return Version.each(provenance.path("target"))
                .map(target -> target.path("reference").asText());
    }
}
