package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What was sent on all walks and what came back; thread-safe. */
final class Journal {

    private static final int FAULTS_PRINTED = 20;
    private static final String CONFLICT = "conflict";
    private static final String UNANSWERED = "no answer";

    private final Map<Step.Kind, Map<String, LongAdder>> outcomes = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> rules = new ConcurrentHashMap<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger faults = new AtomicInteger();

    void note(Step step, int status, JsonNode body) {
        if (Judge.isAccepted(status)) {
            count(step.kind(), "accepted");
            Acknowledged.in(body).forEach(acknowledged::add);
        } else {
            count(step.kind(), Judge.isTooLate(status) ? CONFLICT : "refused");
            rules.computeIfAbsent(status + " " + String.join(" + ", Judge.rules(body)), key -> new LongAdder())
                    .increment();
        }
        Judge.fault(step.expected(), status, body).ifPresent(fault -> {
            if (faults.incrementAndGet() <= FAULTS_PRINTED) {
                System.out.printf("FAULT: %s%n%s%nAnswer %d:%n%s%n%n", fault, step.call(), status, body);
            }
        });
    }

    void unanswered(Step step) {
        count(step.kind(), UNANSWERED);
    }

    private void count(Step.Kind kind, String outcome) {
        outcomes.computeIfAbsent(kind, key -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, key -> new LongAdder())
                .increment();
    }

    int faults() {
        return faults.get();
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    void print() {
        var columns = List.of("accepted", "refused", CONFLICT, UNANSWERED);
        System.out.printf(
                "%-22s %8s %8s %8s %8s %9s%n", "what was sent", "times", "accepted", "refused", CONFLICT, UNANSWERED);
        for (var kind : Step.Kind.values()) {
            row(
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    List.of(outcomes.getOrDefault(kind, Map.of())),
                    columns);
        }
        row("all", List.copyOf(outcomes.values()), columns);
        System.out.println("refusals by rule");
        rules.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        System.out.printf("  %6d  %s%n", entry.getValue().sum(), entry.getKey()));
    }

    private static void row(String name, List<Map<String, LongAdder>> counted, List<String> columns) {
        var counts = columns.stream()
                .map(column -> counted.stream()
                        .filter(outcomes -> outcomes.containsKey(column))
                        .mapToLong(outcomes -> outcomes.get(column).sum())
                        .sum())
                .toList();
        System.out.printf(
                "%-22s %8d %8d %8d %8d %9d%n",
                name,
                counts.stream().mapToLong(Long::longValue).sum(),
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3));
    }
}
