package io.github.sprigfhir.app.running;

import java.util.List;
import java.util.Map;

/** Moves handovers as their owners and requesters do, by JSON Patch. */
final class Worker {

    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String OUTPUT = "https://sprig-fhir.github.io/ig/CodeSystem/handover-output";
    private static final Map<String, List<String>> WAYS = Map.of(
            "received", List.of("received"),
            "accepted", List.of("received", "accepted"),
            "in-progress", List.of("received", "accepted", "in-progress"),
            "on-hold", List.of("received", "accepted", "in-progress", "on-hold"),
            "completed", List.of("received", "accepted", "in-progress", "completed"),
            "failed", List.of("received", "accepted", "in-progress", "failed"),
            "rejected", List.of("received", "rejected"));

    private final Server server;

    Worker(Server server) {
        this.server = server;
    }

    /** Takes a new handover as far as a status, move by move; the reason is used where one is required. */
    void take(String task, String status, String reason) {
        for (var step : WAYS.getOrDefault(status, List.of())) {
            move(task, step, reason).hasStatus(200);
        }
    }

    void take(String task, String status) {
        take(task, status, "99");
    }

    Answer move(String task, String status, String reason) {
        return server.patch(task, Server.JSON_PATCH, patch(status, reason));
    }

    static String patch(String status, String reason) {
        var replaced = "{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"%s\"}".formatted(status);
        return switch (status) {
            case "rejected", "failed", "cancelled", "on-hold" -> """
                [%s, {"op": "add", "path": "/statusReason", "value": {"coding": [{"system": "%s", "code": "%s"}]}}]""".formatted(replaced, BARS, reason);
            case "completed" -> """
                [%s, {"op": "add", "path": "/output", "value": [{
                  "type": {"coding": [{"system": "%s", "code": "what-happened"}]}, "valueString": "Joined in."}]}]""".formatted(replaced, OUTPUT);
            default -> "[" + replaced + "]";
        };
    }
}
