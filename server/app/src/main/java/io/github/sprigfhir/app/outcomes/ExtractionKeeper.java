package io.github.sprigfhir.app.outcomes;

import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.outcomes.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the scores that answers give in the transaction that writes the answers. Answers that change, change the same
 * scores; answers that were an error make them one.
 */
@Component
@Order(AtCommit.Turn.SCORES)
class ExtractionKeeper implements AtCommit {

    private final Forms forms;
    private final Store store;

    ExtractionKeeper(Forms forms, Store store) {
        this.forms = forms;
        this.store = store;
    }

    /** Answers as a transaction leaves them, and as it found them. */
    private record Changed(Optional<QuestionnaireResponse> before, QuestionnaireResponse now) {

        boolean isError() {
            return now.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR;
        }
    }

    @Override
    public void follow(List<Change> changes) {
        var changed = new LinkedHashMap<String, Changed>();
        for (var change : changes) {
            change.now(QuestionnaireResponse.class)
                    .ifPresent(now -> changed.merge(
                            now.getIdElement().getIdPart(),
                            new Changed(change.earlier(QuestionnaireResponse.class), now),
                            (first, later) -> new Changed(first.before(), later.now())));
        }
        changed.values().forEach(one -> forms.answered(one.now()).ifPresent(form -> write(one, form)));
    }

    private void write(Changed changed, Form form) {
        var extraction = new Extraction(changed.now(), form);
        if (changed.before().isEmpty()) {
            if (!changed.isError()) {
                extraction.outcomes().forEach(store::create);
            }
            return;
        }
        store.settle();
        var was = changed.before().get();
        if (changed.isError()) {
            form.instrument().measures().stream()
                    .flatMap(measure -> known(Extraction.identifier(was, measure), changed.now()).stream())
                    .forEach(known -> store.update(known.setStatus(ObservationStatus.ENTEREDINERROR)));
            return;
        }
        var measures = form.instrument().measures();
        var outcomes = extraction.outcomes();
        for (int at = 0; at < measures.size(); at++) {
            write(known(Extraction.identifier(was, measures.get(at)), changed.now()), outcomes.get(at));
        }
    }

    /** What comes out the same as it is on record makes no new version. */
    private void write(Optional<Observation> known, Observation outcome) {
        if (known.isEmpty()) {
            store.create(outcome);
            return;
        }
        outcome.setId(known.get().getIdElement().toUnqualifiedVersionless());
        store.update(outcome);
    }

    /** Another episode's answers may have the same identifier. */
    private Optional<Observation> known(Identifier identifier, QuestionnaireResponse answers) {
        return store.identified(Observation.class, identifier).stream()
                .filter(outcome -> outcome.getDerivedFrom().stream().anyMatch(from -> answers.getIdElement()
                        .getIdPart()
                        .equals(from.getReferenceElement().getIdPart())))
                .findFirst();
    }
}
