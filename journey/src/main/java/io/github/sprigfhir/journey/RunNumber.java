package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives the records of one episode identifiers of their own, so that the story can be told again on the same server.
 *
 * <p>The person keeps the NHS number, and the directory stays as published: only what a referral creates is new.
 */
final class RunNumber {

    private final String suffix;
    private final Set<String> episode;

    private RunNumber(String suffix, Set<String> episode) {
        this.suffix = suffix;
        this.episode = episode;
    }

    static Examples on(String run, Examples published) {
        var identifiers = new HashSet<String>();
        var bundles = List.of(
                published.offer(),
                published.gpReferral(),
                published.contact(),
                published.supportPlan(),
                published.onwardReferral(),
                published.exitOutcome());
        bundles.forEach(bundle -> collect(bundle, identifiers));
        identifiers.add(Episode.token(published.missedContact()));
        identifiers.add(token(published.answers().path("identifier")));
        identifiers.add(token(published.experience().path("identifier")));
        identifiers.add(Episode.token(published.unmetNeed()));
        var number = new RunNumber("-" + run, Set.copyOf(identifiers));
        return new Examples(
                published.directory(),
                number.rewritten(published.offer()),
                number.rewritten(published.gpReferral()),
                number.rewritten(published.contact()),
                number.rewritten(published.missedContact()),
                number.rewritten(published.supportPlan()),
                number.rewritten(published.onwardReferral()),
                number.rewritten(published.exitOutcome()),
                number.rewritten(published.answers()),
                number.rewritten(published.experience()),
                number.rewritten(published.unmetNeed()));
    }

    private static void collect(JsonNode bundle, Set<String> identifiers) {
        for (var entry : bundle.path("entry")) {
            var resource = entry.path("resource");
            if (!resource.path("resourceType").asText().equals("Patient")) {
                for (var identifier : resource.path("identifier")) {
                    identifiers.add(token(identifier));
                }
            }
        }
    }

    private JsonNode rewritten(JsonNode bundle) {
        JsonNode copy = bundle.deepCopy();
        rewrite(copy);
        return copy;
    }

    private void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (episode.contains(token(object))) {
                object.put("value", object.path("value").asText() + suffix);
            }
            object.properties().stream()
                    .filter(field -> field.getValue().isTextual())
                    .forEach(field -> field.setValue(
                            TextNode.valueOf(inMatchUrl(field.getValue().asText()))));
        }
        node.forEach(this::rewrite);
    }

    /** A match URL such as {@code ServiceRequest?identifier=system|value} ends with the identifier. */
    private String inMatchUrl(String text) {
        var begin = text.indexOf("identifier=");
        return begin >= 0 && episode.contains(text.substring(begin + "identifier=".length())) ? text + suffix : text;
    }

    private static String token(JsonNode identifier) {
        return identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }
}
