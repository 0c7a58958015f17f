package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.Step.Expected;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Judges one answer: whether it may be given at all, and whether a refusal says enough to go on. */
final class Judge {

    private static final String RULES = "https://sprig-fhir.github.io/ig/CodeSystem/rule";
    private static final Set<Integer> ACCEPTED = Set.of(200, 201, 204);
    private static final Set<Integer> TOO_LATE = Set.of(409, 412);
    private static final int UNPROCESSABLE = 422;
    private static final Set<String> ABOUT_A_STATE = Set.of("handover-move", "handover-party", "handover-ended");
    private static final Pattern STATE =
            Pattern.compile("(This handover is|has ended as|The move from) (requested|received|accepted|rejected"
                    + "|in-progress|on-hold|completed|failed|cancelled)\\b");

    private Judge() {}

    static boolean isAccepted(int status) {
        return ACCEPTED.contains(status);
    }

    static boolean isTooLate(int status) {
        return TOO_LATE.contains(status);
    }

    /** What is wrong with the answer, if anything is. */
    static Optional<String> fault(Expected expected, int status, JsonNode body) {
        if (isAccepted(status)) {
            return when(expected == Expected.REFUSED, "what is not allowed was accepted");
        }
        if (!isTooLate(status) && status != UNPROCESSABLE) {
            return Optional.of("no such answer was to be expected");
        }
        if (issues(body).noneMatch(issue -> true)
                || issues(body).anyMatch(issue -> rule(issue).isEmpty())) {
            return Optional.of("the refusal names no rule");
        }
        if (issues(body).anyMatch(issue -> text(issue).isEmpty())) {
            return Optional.of("the refusal does not say what is wrong");
        }
        if (issues(body)
                .anyMatch(issue -> ABOUT_A_STATE.contains(rule(issue))
                        && !STATE.matcher(text(issue)).find())) {
            return Optional.of("the refusal does not name the current state");
        }
        return when(expected == Expected.ACCEPTED && status == UNPROCESSABLE, "what is allowed was refused");
    }

    /** The rules that a refusal names. */
    static List<String> rules(JsonNode body) {
        return issues(body).map(Judge::rule).distinct().sorted().toList();
    }

    private static Optional<String> when(boolean wrong, String what) {
        return wrong ? Optional.of(what) : Optional.empty();
    }

    private static Stream<JsonNode> issues(JsonNode body) {
        return each(body.path("issue"));
    }

    private static String rule(JsonNode issue) {
        return each(issue.path("details").path("coding"))
                .filter(coding -> coding.path("system").asText().equals(RULES))
                .map(coding -> coding.path("code").asText())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode issue) {
        return issue.path("details").path("text").asText();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
