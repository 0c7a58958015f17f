package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.journey.Step.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the server writes of an episode by itself, and a GP's system reads: codes to file, feedback, who did what. */
final class GpRecord {

    static final String OFFERED = "871691000000100";
    static final String DECLINED = "871711000000103";
    static final String REFERRED = "871731000000106";
    static final String SEEN = "1362931000000106";
    static final String CLOSED = "1362721000000106";

    private static final String SOCIAL_HISTORY =
            "http://terminology.hl7.org/CodeSystem/observation-category|social-history";
    private static final String FEEDBACK = "https://sprig-fhir.github.io/ig/CodeSystem/communication-kind|feedback";

    private final Http http;

    GpRecord(Http http) {
        this.http = http;
    }

    /** The codes of the pathway that are on record for a referral or an offer: these, and each once. */
    Answer codes(String request, String... expected) throws Unexpected, InterruptedException {
        var reply = http.get(
                "/fhir/Observation", "based-on=" + request, "category=" + SOCIAL_HISTORY, "_sort=date,_lastUpdated");
        var codings = Found.in(reply).matches().stream()
                .map(observation -> observation.path("code").path("coding").path(0))
                .toList();
        var codes = codings.stream().map(coding -> coding.path("code").asText()).toList();
        Unexpected.unless(
                codes.size() == expected.length && Set.copyOf(codes).equals(Set.of(expected)),
                "the codes " + List.of(expected),
                "they are " + codes);
        return new Answer(reply, Words.list(codings, "display"));
    }

    /** The feedback on a request; its outcomes must begin with these codes. */
    Answer feedback(String request, String... outcomes) throws Unexpected, InterruptedException {
        var reply =
                http.get("/fhir/Communication", "based-on=" + request, "category=" + FEEDBACK, "_sort=-_lastUpdated");
        var feedback = Found.in(reply).matches();
        Unexpected.unless(feedback.size() == 1, "one message", "there are " + feedback.size());
        var told = feedback.get(0);
        var codes = all(told.path("reasonCode"))
                .map(reason -> reason.path("coding").path(0).path("code").asText())
                .toList();
        Unexpected.unless(codes.equals(List.of(outcomes)), "the outcomes " + List.of(outcomes), "they are " + codes);
        return new Answer(
                reply,
                "To %s: \"%s\""
                        .formatted(
                                Words.list(all(told.path("recipient")).toList(), "reference"),
                                told.path("payload")
                                        .path(0)
                                        .path("contentString")
                                        .asText()));
    }

    /** The moves of a handover as they were recorded, and who made the last of them. */
    Answer moves(String path, String... expected) throws Unexpected, InterruptedException {
        var reply = http.get("/fhir/Provenance", "target=" + path.replace("/fhir/", ""), "_sort=recorded", "_count=50");
        var records = Found.in(reply).matches();
        var moves = records.stream()
                .flatMap(provenance -> all(provenance.path("activity").path("coding")))
                .filter(coding -> coding.path("system").asText().endsWith("/handover-move"))
                .toList();
        var codes = new HashSet<String>();
        moves.forEach(coding -> codes.add(coding.path("code").asText()));
        Unexpected.unless(codes.containsAll(List.of(expected)), "the moves " + List.of(expected), "they are " + codes);
        var last = records.get(records.size() - 1).path("agent").path(0).path("who");
        return new Answer(
                reply,
                "%s; the last by %s"
                        .formatted(
                                Words.list(moves, "display"),
                                last.path("reference").asText()));
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
