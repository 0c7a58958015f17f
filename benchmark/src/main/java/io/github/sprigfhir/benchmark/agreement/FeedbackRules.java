package io.github.sprigfhir.benchmark.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.benchmark.agreement.Disagreement.Kind;
import io.github.sprigfhir.domain.handover.HandoverState;
import java.util.List;
import java.util.stream.Stream;

/** What must be true of feedback: whoever asked is told once how a Task ended, and not before. */
final class FeedbackRules {

    private static final String KIND = "https://sprig-fhir.github.io/ig/CodeSystem/communication-kind";
    private static final String TASK_STATUS = "http://hl7.org/fhir/task-status";

    private FeedbackRules() {}

    static Stream<Disagreement> oneForEachEnd(Records records) {
        var feedback = records.communications().stream()
                .map(Version::new)
                .filter(told -> told.hasCoding("category", KIND, "feedback"))
                .toList();
        return records.tasks().stream().flatMap(task -> judge(task.last(), feedback));
    }

    private static Stream<Disagreement> judge(Version task, List<Version> feedback) {
        var about = feedback.stream()
                .filter(told -> isAbout(task.address(), told.resource()))
                .toList();
        var wanted = task.state().filter(HandoverState::hasEnded).isPresent() ? 1 : 0;
        if (about.size() != wanted) {
            return Stream.of(new Disagreement(
                    Kind.FEEDBACK,
                    task.address(),
                    "it is %s, and there are %d feedback Communications about it, not %d"
                            .formatted(task.status(), about.size(), wanted)));
        }
        return about.stream()
                .filter(told -> !told.hasCoding("reasonCode", TASK_STATUS, task.status())
                        || !told.reference("recipient").equals(task.reference("requester")))
                .map(told -> new Disagreement(
                        Kind.FEEDBACK,
                        task.address(),
                        "it is %s, but %s says something else, or not to its requester"
                                .formatted(task.status(), told.address())));
    }

    private static boolean isAbout(String task, JsonNode told) {
        return Version.each(told.path("about"))
                .anyMatch(about -> about.path("reference").asText().equals(task));
    }
}
