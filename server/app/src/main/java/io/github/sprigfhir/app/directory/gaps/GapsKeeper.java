package io.github.sprigfhir.app.directory.gaps;

import io.github.sprigfhir.app.directory.gaps.UnmetNeeds.Row;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import io.github.sprigfhir.app.platform.report.ReportDay;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the count of unmet needs in step with the Observations that say so, in the transaction that changes them. */
@Component
@Order(AtCommit.Turn.GAPS)
class GapsKeeper implements AtCommit, MadeOfRecords {

    private final UnmetNeeds needs;
    private final HomeArea areas;
    private final Store store;

    GapsKeeper(UnmetNeeds needs, HomeArea areas, Store store) {
        this.needs = needs;
        this.areas = areas;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        for (var change : changes) {
            if (change.now(Observation.class).filter(FhirUnmetNeed::stands).isPresent()) {
                change.now(Observation.class).ifPresent(this::count);
            } else if (change.earlier(Observation.class)
                    .filter(FhirUnmetNeed::is)
                    .isPresent()) {
                needs.forget(change.resource().getIdElement().getIdPart());
            }
        }
    }

    @Override
    public String made() {
        return "unmet needs";
    }

    @Override
    public List<Class<? extends Resource>> types() {
        return List.of(Observation.class);
    }

    @Override
    public void make(Resource record) {
        if (record instanceof Observation observation && FhirUnmetNeed.stands(observation)) {
            count(observation);
        }
    }

    /** Counts it as of the day and in the area that are on record now. */
    private void count(Observation observation) {
        var person = store.read(
                Patient.class, observation.getSubject().getReferenceElement().getIdPart());
        var day = ReportDay.of(observation.getEffectiveDateTimeType());
        FhirUnmetNeed.need(observation)
                .map(need -> new Row(observation.getIdElement().getIdPart(), day, need, areas.of(person)))
                .ifPresent(needs::note);
    }
}
