package io.github.sprigfhir.benchmark.agreement;

import io.github.sprigfhir.benchmark.agreement.Disagreement.Kind;
import io.github.sprigfhir.domain.referral.LifecycleCode;
import io.github.sprigfhir.domain.referral.Progress;
import io.github.sprigfhir.domain.referral.RequestStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be true of an episode: its requests stand where its Tasks do, and its codes say what happened. */
final class EpisodeRules {

    private static final String IG = "https://sprig-fhir.github.io/ig/";
    private static final String LIFECYCLE = IG + "lifecycle";
    private static final String REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";
    private static final String BARS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    private static final String PATIENT_CHOICE = "26";

    private EpisodeRules() {}

    static Stream<Disagreement> statusFollowsTasks(Records records) {
        return records.requests().stream().flatMap(request -> {
            var onward = Records.isRoot(request) ? records.tasksOnwardFrom(request) : List.<Version>of();
            var own = records.tasksOf(request);
            return RequestStatus.after(progress(own), progress(onward)).stream()
                    .filter(status -> !status.code().equals(request.last().status()))
                    .map(status -> new Disagreement(
                            Kind.REQUEST_STATUS,
                            request.address(),
                            "it is %s, but its own Tasks are %s and those onward %s: that is %s"
                                    .formatted(request.last().status(), statuses(own), statuses(onward), status)));
        });
    }

    static Stream<Disagreement> whatHasEndedStaysSo(History request) {
        return request.steps((before, after) -> isEnd(before) && !isEnd(after)
                ? Stream.of(new Disagreement(
                        Kind.REQUEST_REOPENED,
                        request.address(),
                        "it was %s, and %s in version %d".formatted(before.status(), after.status(), after.number())))
                : Stream.empty());
    }

    static Stream<Disagreement> codesSayWhatHappened(Records records) {
        var disagreements = new ArrayList<Disagreement>();
        records.roots().forEach(root -> {
            for (var code : LifecycleCode.values()) {
                var wanted = happened(code, root, records) ? 1 : 0;
                var there = count(code, root.last().id(), records);
                if (wanted != there) {
                    disagreements.add(new Disagreement(
                            Kind.LIFECYCLE,
                            root.address(),
                            "%s is on record %d times, not %d; it is %s"
                                    .formatted(code, there, wanted, root.last().status())));
                }
            }
        });
        return disagreements.stream();
    }

    /** Nobody is offered anything or signposted in a walk. */
    private static boolean happened(LifecycleCode code, History root, Records records) {
        return switch (code) {
            case REFERRED -> true;
            case CLOSED -> root.versions().anyMatch(EpisodeRules::isEnd);
            case DECLINED -> root.versions().filter(EpisodeRules::isEnd).anyMatch(EpisodeRules::byChoice);
            case SEEN -> records.encounters().stream().anyMatch(contact -> attended(new Version(contact), root));
            case OFFERED, SIGNPOSTED -> false;
        };
    }

    private static long count(LifecycleCode code, String root, Records records) {
        return records.observations().stream()
                .flatMap(observation -> Version.each(observation.path("identifier")))
                .filter(identifier -> identifier.path("system").asText().equals(LIFECYCLE)
                        && identifier.path("value").asText().equals(root + "-" + code.snomed()))
                .count();
    }

    private static boolean attended(Version contact, History root) {
        return contact.reference("basedOn").equals(root.address())
                && contact.status().equals("finished")
                && contact.extensions(IG + "StructureDefinition/attendance").anyMatch(extension -> extension
                        .path("valueCoding")
                        .path("code")
                        .asText()
                        .equals("attended"));
    }

    private static boolean byChoice(Version request) {
        return request.extensions(REASON)
                .flatMap(extension ->
                        Version.each(extension.path("valueCodeableConcept").path("coding")))
                .anyMatch(coding -> coding.path("system").asText().equals(BARS)
                        && coding.path("code").asText().equals(PATIENT_CHOICE));
    }

    private static boolean isEnd(Version request) {
        return RequestStatus.ofCode(request.status())
                .filter(RequestStatus::hasEnded)
                .isPresent();
    }

    private static List<String> statuses(List<Version> tasks) {
        return tasks.stream().map(Version::status).sorted().toList();
    }

    private static List<Progress> progress(List<Version> tasks) {
        return tasks.stream()
                .map(EpisodeRules::progress)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Progress> progress(Version task) {
        return task.state().map(state -> switch (state) {
            case REQUESTED, RECEIVED, ACCEPTED, IN_PROGRESS -> Progress.OPEN;
            case ON_HOLD -> Progress.ON_HOLD;
            case COMPLETED -> Progress.COMPLETED;
            case REJECTED, FAILED, CANCELLED -> Progress.ENDED;
        });
    }
}
