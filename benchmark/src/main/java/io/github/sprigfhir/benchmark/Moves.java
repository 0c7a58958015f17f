package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.benchmark.Step.Expected;
import io.github.sprigfhir.benchmark.Step.Kind;
import io.github.sprigfhir.domain.handover.HandoverState;
import io.github.sprigfhir.domain.handover.HandoverTable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes random moves of Tasks, allowed and not, by every route that a client has. */
final class Moves {

    private static final List<Kind> ROUTES = List.of(
            Kind.PUT,
            Kind.JSON_PATCH,
            Kind.FHIRPATH_PATCH,
            Kind.CONDITIONAL_UPDATE,
            Kind.TRANSACTION_PUT,
            Kind.TRANSACTION_PATCH);
    private static final List<HandoverState> STATES = List.of(HandoverState.values());
    private static final List<String> REASONS = List.of("22", "26", "99");

    private final RandomGenerator dice;

    Moves(RandomGenerator dice) {
        this.dice = dice;
    }

    /** Somewhere, by some route, with or without If-Match, perhaps saying for whom. */
    Step move(JsonNode task) {
        var route = ROUTES.get(dice.nextInt(ROUTES.size()));
        var held = route != Kind.CONDITIONAL_UPDATE && dice.nextBoolean();
        var caller = caller(task);
        var change = change(task, route == Kind.FHIRPATH_PATCH || route == Kind.TRANSACTION_PATCH);
        var expected = held ? Expected.of(Table.allows(task, change.after(), caller)) : Expected.EITHER;
        var call = call(route, task, change, held);
        return new Step(
                route,
                caller.map(who -> call.with("X-Provenance", provenance(who))).orElse(call),
                expected);
    }

    /** Two Tasks at once, all or nothing. */
    Step both(JsonNode one, JsonNode other) {
        var first = change(one, false);
        var second = change(other, false);
        var allowed = Table.allows(one, first.after(), Optional.empty())
                && Table.allows(other, second.after(), Optional.empty());
        return new Step(
                Kind.TWO_IN_A_TRANSACTION,
                transaction(
                        entry("PUT", address(one), first.after(), Optional.of(one)),
                        entry("PUT", address(other), second.after(), Optional.of(other))),
                Expected.of(allowed));
    }

    /** Takes a Task for a service: out of the open pool, or away from its owner. */
    Step claim(JsonNode task, String service) {
        var change = new TaskChange(task).owner(service);
        if (dice.nextBoolean()) {
            change.status(HandoverState.RECEIVED.code());
        }
        var held = dice.nextBoolean();
        var call = call(dice.nextBoolean() ? Kind.PUT : Kind.JSON_PATCH, task, change, held);
        return new Step(
                Kind.CLAIM,
                call,
                held ? Expected.of(Table.allows(task, change.after(), Optional.empty())) : Expected.EITHER);
    }

    private TaskChange change(JsonNode task, boolean fhirPath) {
        var from = Table.state(task);
        var change = new TaskChange(task);
        var to = target(from);
        change.status(to.code());
        var complete = dice.nextInt(6) > 0;
        if (from == to || !complete) {
            return change;
        }
        return switch (to) {
            case REJECTED, ON_HOLD, FAILED, CANCELLED -> change.because(REASONS.get(dice.nextInt(REASONS.size())));
            case COMPLETED -> fhirPath ? change : change.saying("They came along.");
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS -> change;
        };
    }

    /** More often where the table leads than elsewhere, and seldom to the requester's early end. */
    private HandoverState target(HandoverState from) {
        var ways = HandoverTable.from(from);
        if (ways.isEmpty() || dice.nextInt(3) == 0) {
            return STATES.get(dice.nextInt(STATES.size()));
        }
        var to = ways.get(dice.nextInt(ways.size())).to();
        return to.hasEnded() && dice.nextBoolean() ? ways.get(0).to() : to;
    }

    private Optional<String> caller(JsonNode task) {
        return switch (dice.nextInt(8)) {
            case 0 -> Optional.of(Table.requester(task));
            case 1 -> Optional.of(Table.owner(task)).filter(owner -> !owner.isEmpty());
            default -> Optional.empty();
        };
    }

    Call call(Kind route, JsonNode task, TaskChange change, boolean held) {
        var address = address(task);
        var condition = held ? Optional.of(task) : Optional.<JsonNode>empty();
        return switch (route) {
            case JSON_PATCH ->
                ifMatch(
                        Call.of("PATCH", "/fhir/" + address, change.jsonPatch()).with("Content-Type", Call.JSON_PATCH),
                        condition);
            case FHIRPATH_PATCH -> ifMatch(Call.of("PATCH", "/fhir/" + address, change.fhirPathPatch()), condition);
            case CONDITIONAL_UPDATE ->
                Call.of("PUT", "/fhir/Task?identifier=" + token(task), withoutId(change.after()));
            case TRANSACTION_PUT -> transaction(entry("PUT", address, change.after(), condition));
            case TRANSACTION_PATCH -> transaction(entry("PATCH", address, change.fhirPathPatch(), condition));
            default -> ifMatch(Call.of("PUT", "/fhir/" + address, change.after()), condition);
        };
    }

    private static Call ifMatch(Call call, Optional<JsonNode> condition) {
        return condition.map(task -> call.with("If-Match", etag(task))).orElse(call);
    }

    private static ObjectNode entry(String method, String url, JsonNode resource, Optional<JsonNode> condition) {
        var entry = JsonNodeFactory.instance.objectNode();
        entry.set("resource", resource);
        var request = entry.putObject("request").put("method", method).put("url", url);
        condition.ifPresent(task -> request.put("ifMatch", etag(task)));
        return entry;
    }

    private static Call transaction(ObjectNode... entries) {
        var bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", "transaction");
        bundle.putArray("entry").addAll(List.of(entries));
        return Call.of("POST", "/fhir", bundle);
    }

    static String address(JsonNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    static String etag(JsonNode resource) {
        return "W/\"%s\"".formatted(resource.path("meta").path("versionId").asText());
    }

    private static String token(JsonNode task) {
        var identifier = task.path("identifier").path(0);
        return URLEncoder.encode(
                identifier.path("system").asText() + "|"
                        + identifier.path("value").asText(),
                StandardCharsets.UTF_8);
    }

    private static ObjectNode withoutId(ObjectNode task) {
        task.remove(List.of("id", "meta"));
        return task;
    }

    private static String provenance(String who) {
        return "{\"resourceType\": \"Provenance\", \"agent\": [{\"who\": {\"reference\": \"%s\"}}]}".formatted(who);
    }
}
