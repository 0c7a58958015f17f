package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.directory.gaps.FhirUnmetNeed;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.Episodes.Episode;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Records that a need is unmet when a handover ends because no service suits, and lets nobody record it twice in one
 * episode. Whoever does either has the episode's turn, so that of two at once the second sees what the first left.
 */
@Component
@Order(AtCommit.Turn.UNMET_NEED)
class UnmetNeedKeeper implements AtCommit {

    private static final String SYSTEM = "https://sprig-fhir.github.io/ig/unmet-need";
    private static final String REASONS = "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason";
    private static final String NO_SERVICE = "no-suitable-service";
    private static final Coding SOCIAL_HISTORY = new Coding(
            "http://terminology.hl7.org/CodeSystem/observation-category", "social-history", "Social History");

    private final Episodes episodes;
    private final Store store;
    private final Clock clock;

    UnmetNeedKeeper(Episodes episodes, Store store, Clock clock) {
        this.episodes = episodes;
        this.store = store;
        this.clock = clock;
    }

    private record Stated(Observation observation, String root) {}

    private record Failed(Task task, ServiceRequest request) {
        String root() {
            return Episodes.rootOf(request);
        }
    }

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        inTurn(changes.stream().flatMap(change -> stated(change, changes)), Stated::root)
                .forEach(stated -> problems.addAll(judge(stated)));
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
        inTurn(changes.stream().flatMap(change -> failed(change, changes)), Failed::root)
                .forEach(this::record);
    }

    /** In the order of the episodes, so that two transactions about the same take their turns in the same order. */
    private static <T> Stream<T> inTurn(Stream<T> found, Function<T, String> root) {
        return found.sorted(Comparator.comparing(root));
    }

    /** What newly says that a need is unmet. */
    private Stream<Stated> stated(Change change, List<Change> changes) {
        var before = change.earlier(Observation.class).filter(FhirUnmetNeed::stands);
        return change
                .now(Observation.class)
                .filter(FhirUnmetNeed::stands)
                .filter(now -> FhirUnmetNeed.need(now).isPresent())
                .filter(now -> before.flatMap(FhirUnmetNeed::need).isEmpty()
                        || !before.flatMap(FhirUnmetNeed::need).equals(FhirUnmetNeed.need(now))
                        || before.filter(was -> was.getBasedOnFirstRep().equalsDeep(now.getBasedOnFirstRep()))
                                .isEmpty())
                .stream()
                .flatMap(now -> episodes.request(now.getBasedOnFirstRep(), changes).stream()
                        .map(request -> new Stated(now, Episodes.rootOf(request))));
    }

    /** A handover that has just ended because no service suits. */
    private Stream<Failed> failed(Change change, List<Change> changes) {
        return change
                .now(Task.class)
                .filter(Handovers::hasEnded)
                .filter(task -> task.getStatusReason().hasCoding(REASONS, NO_SERVICE))
                .filter(task ->
                        change.earlier(Task.class).filter(Handovers::hasEnded).isEmpty())
                .stream()
                .flatMap(task ->
                        episodes.request(task.getFocus(), changes).stream().map(request -> new Failed(task, request)));
    }

    private List<Problem> judge(Stated stated) {
        var need = FhirUnmetNeed.need(stated.observation()).orElseThrow();
        var known = standing(episodes.open(stated.root()), need).count();
        return ReferralRules.isFirstOfItsNeed(known <= 1, need).stream()
                .flatMap(refusal -> Place.within(
                        stated.observation(),
                        List.of(Problem.invalid(
                                refusal.reason(), "Observation.value", refusal.text(), refusal.remedy())))
                        .stream())
                .toList();
    }

    private void record(Failed failed) {
        var episode = episodes.open(failed.root());
        for (var reason : failed.request().getReasonCode()) {
            need(reason)
                    .filter(need -> standing(episode, need.getCode()).findAny().isEmpty())
                    .map(need -> observation(failed.task(), episode, need))
                    .ifPresent(observation -> {
                        var identifier = observation.getIdentifierFirstRep();
                        store.create(
                                observation,
                                "Observation?identifier=" + identifier.getSystem() + "|" + identifier.getValue());
                    });
        }
    }

    /** What says so already, this transaction's own included. */
    private Stream<Observation> standing(Episode episode, String need) {
        return store.referring(Observation.class, "based-on", episode.addresses()).stream()
                .filter(FhirUnmetNeed::stands)
                .filter(observation -> FhirUnmetNeed.need(observation).equals(Optional.of(need)));
    }

    private static Optional<Coding> need(CodeableConcept reason) {
        return reason.getCoding().stream()
                .filter(coding -> FhirUnmetNeed.NEEDS.equals(coding.getSystem()))
                .findFirst();
    }

    private Observation observation(Task task, Episode episode, Coding need) {
        var observation = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(new CodeableConcept(SOCIAL_HISTORY.copy()))
                .setCode(FhirUnmetNeed.code())
                .setSubject(episode.root().getSubject().copy())
                .setEffective(new DateTimeType(Date.from(clock.instant())))
                .addBasedOn(new Reference(Episode.addressOf(episode.root())))
                .setValue(new CodeableConcept(need.copy()));
        observation
                .addIdentifier()
                .setSystem(SYSTEM)
                .setValue(task.getIdElement().getIdPart() + "-" + need.getCode());
        task.getStatusReason().getCoding().stream()
                .filter(coding -> !(REASONS.equals(coding.getSystem()) && NO_SERVICE.equals(coding.getCode())))
                .forEach(coding -> observation
                        .addComponent()
                        .setCode(FhirUnmetNeed.against())
                        .setValue(new CodeableConcept(coding.copy())));
        return observation;
    }
}
