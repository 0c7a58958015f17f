package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.circle.Circle;
import io.github.sprigfhir.benchmark.circle.Minimum;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through any answer for what its reader may not see. */
final class Inspector {

    private static final String LABELS = "CodeSystem/circle-of-care";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int ERROR = 500;

    private final View view;

    Inspector(View view) {
        this.view = view;
    }

    /** Everything that is wrong with an answer, whatever was asked. */
    List<String> faults(Player who, Call call, Reply reply) {
        var asked = call.path() + call.body() + call.headers();
        return Stream.of(
                        reply.status() >= ERROR ? Stream.of("status " + reply.status()) : Stream.<String>empty(),
                        reply.text().contains(LABELS) && !asked.contains(LABELS)
                                ? Stream.of("a label of the circle has left the server")
                                : Stream.<String>empty(),
                        words(who, asked, reply),
                        reply.resources().stream().flatMap(resource -> resource(who, resource).stream()),
                        addresses(who, asked, reply))
                .flatMap(faults -> faults)
                .distinct()
                .toList();
    }

    /** What somebody sends they know already. */
    private Stream<String> words(Player who, String asked, Reply reply) {
        var known = View.words(java.net.URLDecoder.decode(
                asked.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25"),
                java.nio.charset.StandardCharsets.UTF_8));
        return View.words(reply.text()).stream()
                .filter(word -> !known.contains(word) && !view.mayRead(who, word))
                .map(word -> "the word " + word + " of a record that is hidden, or of its hidden part");
    }

    private Optional<String> resource(Player who, JsonNode resource) {
        var type = resource.path("resourceType").asText();
        if (!Circle.isRecord(type)) {
            return Optional.empty();
        }
        var address = Moves.address(resource);
        if (!view.isKnown(address)) {
            return Optional.of(address + " is not on record");
        }
        if (!view.sees(who, address)) {
            return Optional.of("LEAK: " + address);
        }
        return who.role().code().equals("provider") ? Minimum.fault(resource) : Optional.empty();
    }

    /** Addresses outside resources: of entries, of what stands behind them, in what is said. */
    private Stream<String> addresses(Player who, String asked, Reply reply) {
        var beside = Stream.concat(
                reply.entries()
                        .flatMap(entry -> Stream.of(
                                entry.path("fullUrl"), entry.at("/response/location"), entry.at("/request/url"))),
                reply.resources().stream()
                        .filter(resource ->
                                resource.path("resourceType").asText().equals("OperationOutcome")));
        return beside.flatMap(node -> ID.matcher(node.toString()).results())
                .map(found -> found.group())
                .filter(id -> !asked.contains(id) && view.hides(who, id))
                .map(id -> "the id of a hidden record, " + id);
    }
}
