package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks up which resources of the referrals that were sent a server still holds. */
final class Survivors {

    private static final int AT_ONCE = 40;

    private final Map<String, Map<String, Integer>> found = new HashMap<>();

    /** How much of a referral is there. */
    enum Presence {
        WHOLE,
        HALF,
        ABSENT,
        DOUBLED
    }

    static Survivors of(FhirServer server, List<Referral> sent) throws IOException, InterruptedException {
        var survivors = new Survivors();
        var types = new HashSet<String>();
        sent.forEach(referral -> types.addAll(referral.tokens().keySet()));
        for (var type : types) {
            for (var begin = 0; begin < sent.size(); begin += AT_ONCE) {
                var some = sent.subList(begin, Math.min(sent.size(), begin + AT_ONCE));
                survivors.add(type, server.get(search(type, some)));
            }
        }
        return survivors;
    }

    private static String search(String type, List<Referral> referrals) {
        var tokens = String.join(
                ",",
                referrals.stream()
                        .map(referral -> referral.tokens().getOrDefault(type, ""))
                        .toList());
        // Twice the page, so that what is there twice is seen twice.
        return "/fhir/%s?identifier=%s&_elements=identifier&_count=%d"
                .formatted(type, URLEncoder.encode(tokens, StandardCharsets.UTF_8), 2 * AT_ONCE);
    }

    void add(String type, JsonNode searchset) {
        var tokens = found.computeIfAbsent(type, unknown -> new HashMap<>());
        for (var entry : searchset.path("entry")) {
            var identifier = entry.path("resource").path("identifier").path(0);
            tokens.merge(
                    identifier.path("system").asText() + "|"
                            + identifier.path("value").asText(),
                    1,
                    Integer::sum);
        }
    }

    Presence of(Referral referral) {
        var counts = new HashSet<Integer>();
        referral.tokens()
                .forEach((type, token) ->
                        counts.add(found.getOrDefault(type, Map.of()).getOrDefault(token, 0)));
        if (counts.stream().anyMatch(count -> count > 1)) {
            return Presence.DOUBLED;
        }
        if (counts.equals(Set.of(1))) {
            return Presence.WHOLE;
        }
        return counts.equals(Set.of(0)) ? Presence.ABSENT : Presence.HALF;
    }
}
