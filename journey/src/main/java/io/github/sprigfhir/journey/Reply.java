package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A call and the answer to it; what is not JSON arrives as one text. */
record Reply(String call, int status, Duration took, JsonNode body) {

    Reply expect(int... statuses) throws Unexpected {
        if (Arrays.stream(statuses).anyMatch(expected -> expected == status)) {
            return this;
        }
        var expected = Arrays.stream(statuses).mapToObj(Integer::toString).collect(Collectors.joining(" or "));
        throw new Unexpected("status %s from %s".formatted(expected, call), "%d: %s".formatted(status, said()));
    }

    /** The problems that an OperationOutcome lists, in words with the element each is about, or the start of the body. */
    String said() {
        var issues = body.path("issue");
        if (issues.isEmpty()) {
            var text = body.isTextual() ? body.asText() : body.toString();
            return text.substring(0, Math.min(200, text.length()));
        }
        return StreamSupport.stream(issues.spliterator(), false)
                .map(Reply::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(JsonNode issue) {
        var text = issue.path("details")
                .path("text")
                .asText(issue.path("diagnostics").asText(issue.path("code").asText()));
        var element = issue.path("expression").path(0).asText();
        return element.isEmpty() ? text : "%s (%s)".formatted(text, element);
    }
}
