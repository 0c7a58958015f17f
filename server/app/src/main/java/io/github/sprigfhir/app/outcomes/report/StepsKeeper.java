package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.directory.gaps.FhirUnmetNeed;
import io.github.sprigfhir.app.outcomes.report.Steps.Kind;
import io.github.sprigfhir.app.outcomes.report.Steps.Step;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.kernel.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the steps of episodes in step with handovers, contacts and requests, in the transaction that changes them. Whoever
 * moves a handover or tells of a contact has the episode's turn already, so of two the second concludes from what both wrote.
 */
@Component
@Order(AtCommit.Turn.STEPS)
class StepsKeeper implements AtCommit, MadeOfRecords {

    private final Steps steps;
    private final Episodes episodes;
    private final WorkingDays workingDays;
    private final Clock clock;

    StepsKeeper(Steps steps, Episodes episodes, WorkingDays workingDays, Clock clock) {
        this.steps = steps;
        this.episodes = episodes;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        var touched = new TreeSet<String>();
        for (var change : changes) {
            if (change.resource() instanceof ServiceRequest request) {
                touched.addAll(followRequest(change, request));
            } else if (change.resource() instanceof Encounter contact) {
                touched.addAll(
                        replace(contact, change.now(Encounter.class).stream().flatMap(now -> of(now, changes))));
            } else if (isOfNeed(change)) {
                touched.addAll(replace(
                        change.resource(),
                        change.now(Observation.class).stream().flatMap(now -> of(now, changes))));
            } else {
                change.now(Task.class)
                        .filter(task -> moved(change, task))
                        .flatMap(task -> followHandover(task, changes))
                        .ifPresent(touched::add);
            }
        }
        if (!touched.isEmpty()) {
            steps.conclude(touched);
        }
    }

    /** Notes what a record says now in place of what it said, and tells of which episodes that was and is. */
    private Set<String> replace(Resource record, Stream<Step> now) {
        var touched = new HashSet<>(steps.forget(record.getIdElement().getIdPart()));
        now.forEach(step -> {
            steps.note(step);
            touched.add(step.episode());
        });
        return touched;
    }

    private Set<String> followRequest(Change change, ServiceRequest request) {
        var id = request.getIdElement().getIdPart();
        if (change.now(ServiceRequest.class).filter(FhirFacts::stands).isEmpty()) {
            return steps.forget(id);
        }
        if (change.earlier(ServiceRequest.class)
                .filter(before -> FhirSteps.endsAlike(before, request))
                .isEmpty()) {
            var end = FhirSteps.end(request, today());
            if (change.isCreation() && end.isEmpty()) {
                return Set.of();
            }
            // One that goes on again has not ended.
            steps.forget(id, Kind.END);
            end.ifPresent(steps::note);
        }
        return Set.of(id);
    }

    private Stream<Step> of(Encounter contact, List<Change> changes) {
        return episodes.request(contact.getBasedOnFirstRep(), changes).stream()
                .flatMap(about -> FhirSteps.contact(contact, about).stream());
    }

    private Stream<Step> of(Observation said, List<Change> changes) {
        return episodes.request(said.getBasedOnFirstRep(), changes).stream()
                .flatMap(about -> FhirSteps.unmetNeed(said, about).stream());
    }

    private Optional<String> followHandover(Task task, List<Change> changes) {
        return episodes.request(task.getFocus(), changes).map(request -> {
            if (RequestKind.of(request) == RequestKind.REFERRAL && FhirSteps.isAnswered(task)) {
                var id = request.getIdElement().getIdPart();
                var begun = ReportDay.of(request.getAuthoredOnElement());
                var days = workingDays.between(begun, today());
                steps.noteFirst(new Step(id, Kind.ACKNOWLEDGEMENT, id, String.valueOf(days), today()));
            }
            noteTaken(task, request, today());
            return Episodes.rootOf(request);
        });
    }

    @Override
    public String made() {
        return "steps and conclusions of reports";
    }

    @Override
    public List<Class<? extends Resource>> types() {
        return List.of(ServiceRequest.class, Encounter.class, Observation.class, Task.class);
    }

    /** On which day a referral was first answered is not on record, and is left out. */
    @Override
    public void make(Resource record) {
        var lately = ReportDay.of(record.getMeta().getLastUpdated().toInstant());
        if (record instanceof ServiceRequest request && FhirFacts.stands(request)) {
            FhirSteps.end(request, lately).ifPresent(steps::noteFirst);
        } else if (record instanceof Encounter contact) {
            of(contact, List.of()).forEach(steps::noteFirst);
        } else if (record instanceof Observation said) {
            of(said, List.of()).forEach(steps::noteFirst);
        } else if (record instanceof Task task) {
            episodes.request(task.getFocus(), List.of()).ifPresent(request -> noteTaken(task, request, lately));
        }
    }

    @Override
    public void finish() {
        steps.conclude(steps.ended());
    }

    /** Notes that a request was taken on, if it was. */
    private void noteTaken(Task task, ServiceRequest request, LocalDate lately) {
        if (FhirSteps.isTakenOn(task)) {
            var id = request.getIdElement().getIdPart();
            if (RequestKind.of(request) == RequestKind.REFERRAL) {
                steps.noteFirst(new Step(id, Kind.ACCEPTANCE, id, "", lately));
            } else {
                FhirFacts.id(request.getPerformerFirstRep())
                        .map(service -> new Step(id, Kind.SERVICE, Episodes.rootOf(request), service, lately))
                        .ifPresent(steps::noteFirst);
            }
        }
    }

    private static boolean isOfNeed(Change change) {
        return Stream.of(change.earlier(Observation.class), change.now(Observation.class))
                .flatMap(Optional::stream)
                .anyMatch(FhirUnmetNeed::is);
    }

    private static boolean moved(Change change, Task task) {
        return change.earlier(Task.class)
                .filter(before -> before.getStatus() == task.getStatus())
                .isEmpty();
    }

    private LocalDate today() {
        return ReportDay.of(clock.instant());
    }
}
