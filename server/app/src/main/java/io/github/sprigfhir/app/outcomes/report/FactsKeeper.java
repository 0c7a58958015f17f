package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.app.directory.gaps.HomeDeprivation;
import io.github.sprigfhir.app.outcomes.report.Facts.Score;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import io.github.sprigfhir.app.platform.report.ReportDay;
import io.github.sprigfhir.app.referral.Episodes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the facts in step with referrals and outcomes, in the transaction that changes them. */
@Component
@Order(AtCommit.Turn.GAPS)
class FactsKeeper implements AtCommit, MadeOfRecords {

    private final Facts facts;
    private final MeasureBook book;
    private final Episodes episodes;
    private final HomeDeprivation deprivation;
    private final Store store;
    private final Clock clock;

    FactsKeeper(
            Facts facts, MeasureBook book, Episodes episodes, HomeDeprivation deprivation, Store store, Clock clock) {
        this.facts = facts;
        this.book = book;
        this.episodes = episodes;
        this.deprivation = deprivation;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void follow(List<Change> changes) {
        for (var change : changes) {
            if (change.resource() instanceof ServiceRequest request && FhirFacts.isCounted(request)) {
                followReferral(change, changes);
            } else if (change.resource() instanceof Observation) {
                followOutcome(change, changes);
            }
        }
    }

    private void followReferral(Change change, List<Change> changes) {
        var now = change.now(ServiceRequest.class).filter(FhirFacts::stands);
        var before = change.earlier(ServiceRequest.class).filter(FhirFacts::stands);
        if (now.isEmpty()) {
            facts.forgetEpisode(idOf(change.resource()));
        } else if (before.isEmpty() || !FhirFacts.isSame(before.get(), now.get())) {
            note(now.get(), today(), changes);
        } else if (FhirFacts.hasEnded(before.get()) != FhirFacts.hasEnded(now.get())) {
            facts.end(idOf(now.get()), Optional.of(today()).filter(day -> FhirFacts.hasEnded(now.get())));
        }
    }

    /** Notes a referral; {@code lately} is when it was last changed. */
    private void note(ServiceRequest referral, LocalDate lately, List<Change> changes) {
        var person = now(Patient.class, referral.getSubject(), changes);
        var begun = ReportDay.of(referral.getAuthoredOnElement());
        facts.note(
                new Facts.Episode(
                        idOf(referral),
                        begun,
                        FhirFacts.who(person, begun, deprivation.of(person)),
                        FhirFacts.needs(referral),
                        FhirFacts.id(referral.getPerformerFirstRep()),
                        referrer(referral.getRequester(), changes)),
                Optional.of(lately).filter(day -> FhirFacts.hasEnded(referral)));
    }

    private Optional<String> referrer(Reference requester, List<Change> changes) {
        return switch (String.valueOf(requester.getReferenceElement().getResourceType())) {
            case "Organization" -> FhirFacts.id(requester);
            case "PractitionerRole" ->
                FhirFacts.id(now(PractitionerRole.class, requester, changes).getOrganization());
            default -> Optional.empty();
        };
    }

    private void followOutcome(Change change, List<Change> changes) {
        var score = change.now(Observation.class).flatMap(outcome -> FhirFacts.score(outcome, book));
        score.ifPresent(taken -> note(taken, changes));
        if (score.isEmpty() && !change.isCreation()) {
            facts.forgetScore(idOf(change.resource()));
        }
    }

    @Override
    public String made() {
        return "facts of reports";
    }

    @Override
    public List<Class<? extends Resource>> types() {
        return List.of(ServiceRequest.class, Observation.class);
    }

    /** When a referral ended is not on record, but when it was last changed. */
    @Override
    public void make(Resource record) {
        if (record instanceof ServiceRequest request
                && FhirFacts.isCounted(request)
                && FhirFacts.stands(request)
                && !facts.knows(idOf(request))) {
            note(request, ReportDay.of(request.getMeta().getLastUpdated().toInstant()), List.of());
        } else if (record instanceof Observation outcome) {
            FhirFacts.score(outcome, book).ifPresent(taken -> note(taken, List.of()));
        }
    }

    /** A community service's score is of the same episode as the link worker's. */
    private void note(Score taken, List<Change> changes) {
        episodes.request(new Reference("ServiceRequest/" + taken.episode()), changes)
                .ifPresent(request -> facts.note(taken.of(Episodes.rootOf(request))));
    }

    /** What a reference leads to, as this transaction leaves it. */
    private <T extends Resource> T now(Class<T> type, Reference reference, List<Change> changes) {
        var id = reference.getReferenceElement().getIdPart();
        return changes.stream()
                .flatMap(change -> change.now(type).stream())
                .filter(one -> idOf(one).equals(id))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> store.read(type, id));
    }

    private LocalDate today() {
        return ReportDay.of(clock.instant());
    }

    private static String idOf(Resource resource) {
        return resource.getIdElement().getIdPart();
    }
}
