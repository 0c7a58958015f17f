package io.github.sprigfhir.app.outcomes.asked;

import io.github.sprigfhir.app.outcomes.FhirOutcome;
import io.github.sprigfhir.app.outcomes.InstrumentRegistry;
import io.github.sprigfhir.app.outcomes.asked.ChangeTable.Group;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import io.github.sprigfhir.app.referral.Episodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps what outcomes are searched by in step with them, in the transaction that changes them: the answers to items, and
 * the change since the first score of the episode, of all scores that are compared with one that has changed.
 */
@Component
@Order(AtCommit.Turn.CHANGE)
class SearchKeeper implements AtCommit, MadeOfRecords {

    private static final int AT_ONCE = 500;

    private final AnsweredItems items;
    private final ChangeTable table;
    private final InstrumentRegistry registry;
    private final Episodes episodes;
    private final Store store;

    SearchKeeper(AnsweredItems items, ChangeTable table, InstrumentRegistry registry, Episodes episodes, Store store) {
        this.items = items;
        this.table = table;
        this.registry = registry;
        this.episodes = episodes;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        var groups = new LinkedHashSet<Group>();
        var touched = new LinkedHashSet<String>();
        for (var change : changes) {
            var outcomes = Stream.of(change.earlier(Observation.class), change.now(Observation.class))
                    .flatMap(Optional::stream)
                    .filter(FhirOutcome::isOutcome)
                    .toList();
            if (!outcomes.isEmpty()) {
                touched.add(change.resource().getIdElement().getIdPart());
                note(change);
                outcomes.forEach(one -> group(one, changes).ifPresent(groups::add));
            }
        }
        if (!touched.isEmpty()) {
            // Whoever comes second compares with what the first has written.
            store.awaitTurns(groups.stream()
                    .map(group -> "ServiceRequest/" + group.episode())
                    .toList());
            table.write(groups, touched);
        }
    }

    private void note(Change change) {
        var id = change.resource().getIdElement().getIdPart();
        change.now(Observation.class)
                .filter(FhirOutcome::stands)
                .ifPresentOrElse(outcome -> note(outcome), () -> items.forget(id));
    }

    /** Notes what was answered in an outcome. */
    private void note(Observation outcome) {
        items.set(outcome.getIdElement().getIdPart(), FhirOutcome.answers(outcome));
    }

    private Optional<Group> group(Observation outcome, List<Change> changes) {
        return registry.instruments()
                .measureOf(FhirOutcome.codes(outcome.getCode()))
                .flatMap(measure -> episodes.request(outcome.getBasedOnFirstRep(), changes)
                        .map(request -> new Group(
                                Episodes.rootOf(request), measure.codes().get(0))));
    }

    @Override
    public String made() {
        return "searches and pairs of outcomes";
    }

    @Override
    public List<Class<? extends Resource>> types() {
        return List.of(Observation.class);
    }

    @Override
    public void make(Resource record) {
        if (record instanceof Observation outcome && FhirOutcome.stands(outcome)) {
            note(outcome);
        }
    }

    /** Writes every change anew, a few at a time. */
    @Override
    public void finish() {
        var all = table.groups();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            table.write(all.subList(from, Math.min(all.size(), from + AT_ONCE)), Set.of());
        }
    }
}
