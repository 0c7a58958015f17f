package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.circle.Badge;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Sends what happens in a random world, and remembers who has created what; what is refused has not happened. */
final class Desk {

    private final FhirServer server;
    private final Map<String, Badge> recorders = new ConcurrentHashMap<>();
    private final Map<String, int[]> outcomes = new TreeMap<>();
    private final Map<String, String> lastRefusal = new TreeMap<>();

    Desk(FhirServer server) {
        this.server = server;
    }

    Map<String, Badge> recorders() {
        return recorders;
    }

    /** Where each entry was stored; nothing if it was refused. */
    List<String> transact(String event, Player who, JsonNode bundle) throws IOException, InterruptedException {
        var answer = send(event, who, Call.of("POST", "/fhir", bundle));
        var found = new ArrayList<String>();
        if (answer.statusCode() == 200) {
            for (var entry : server.read(answer).path("entry")) {
                var address = address(entry.at("/response/location").asText());
                found.add(address);
                if (entry.at("/response/status").asText().startsWith("201")) {
                    recorders.put(address, who.badge());
                }
            }
        }
        return found;
    }

    /** Where it was stored; empty if it was refused. */
    String post(String event, Player who, JsonNode resource) throws IOException, InterruptedException {
        var answer = send(
                event,
                who,
                Call.of("POST", "/fhir/" + resource.path("resourceType").asText(), resource));
        if (answer.statusCode() != 201) {
            return "";
        }
        var address = address(answer.headers().firstValue("Location").orElse(""));
        recorders.put(address, who.badge());
        return address;
    }

    void patch(String event, Player who, String address, JsonNode operations) throws IOException, InterruptedException {
        send(event, who, Call.of("PATCH", "/fhir/" + address, operations).with("Content-Type", Call.JSON_PATCH));
    }

    void operation(String event, Player who, String path, JsonNode parameters)
            throws IOException, InterruptedException {
        send(event, who, Call.of("POST", "/fhir/" + path, parameters));
    }

    void delete(String event, Player who, String address) throws IOException, InterruptedException {
        send(event + " taken back", who, Call.of("DELETE", "/fhir/" + address));
    }

    private HttpResponse<String> send(String event, Player who, Call call) throws IOException, InterruptedException {
        var answer = server.as(who.client()).send(call);
        var counted = outcomes.computeIfAbsent(event, name -> new int[2]);
        counted[answer.statusCode() < 300 ? 0 : 1]++;
        if (answer.statusCode() >= 300) {
            lastRefusal.put(event, answer.statusCode() + " " + answer.body().replaceAll("\\s+", " "));
        }
        if (answer.statusCode() >= 500) {
            throw new IOException("%s: %d %s".formatted(call, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static String address(String location) {
        return location.replaceFirst("^.*/fhir/", "").replaceFirst("/_history/.*", "");
    }

    /** Prints what has happened and what was refused; an event that is always refused is a fault of the program. */
    boolean print() {
        System.out.printf("%-24s %9s %8s%n", "what happened", "accepted", "refused");
        outcomes.forEach((event, counted) -> System.out.printf("%-24s %9d %8d%n", event, counted[0], counted[1]));
        var never = outcomes.entrySet().stream()
                .filter(outcome -> outcome.getValue()[0] == 0 && outcome.getValue()[1] > 3)
                .map(Map.Entry::getKey)
                .toList();
        never.forEach(event -> System.out.println("NEVER ACCEPTED: " + event + ": " + lastRefusal.get(event)));
        return never.isEmpty();
    }
}
