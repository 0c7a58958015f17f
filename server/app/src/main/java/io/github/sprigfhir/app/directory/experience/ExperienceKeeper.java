package io.github.sprigfhir.app.directory.experience;

import io.github.sprigfhir.app.directory.experience.Experiences.Row;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.changes.MadeOfRecords;
import io.github.sprigfhir.app.platform.report.ReportDay;
import java.util.List;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the count of ratings in step with the answers, in the transaction that changes them. */
@Component
@Order(AtCommit.Turn.GAPS)
class ExperienceKeeper implements AtCommit, MadeOfRecords {

    private final Experiences experiences;
    private final Store store;

    ExperienceKeeper(Experiences experiences, Store store) {
        this.experiences = experiences;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        for (var change : changes) {
            var now = change.now(QuestionnaireResponse.class).filter(FhirExperience::stands);
            now.ifPresent(this::count);
            if (now.isEmpty() && change.resource() instanceof QuestionnaireResponse answer) {
                experiences.forget(answer.getIdElement().getIdPart());
            }
        }
    }

    @Override
    public String made() {
        return "experience of services";
    }

    @Override
    public List<Class<? extends Resource>> types() {
        return List.of(QuestionnaireResponse.class);
    }

    @Override
    public void make(Resource record) {
        if (record instanceof QuestionnaireResponse answer && FhirExperience.stands(answer)) {
            count(answer);
        }
    }

    /** Counts it for the service that the request was made to. */
    private void count(QuestionnaireResponse answer) {
        var request = store.read(
                ServiceRequest.class,
                answer.getBasedOnFirstRep().getReferenceElement().getIdPart());
        var service = request.getPerformerFirstRep().getReferenceElement().getIdPart();
        var day = ReportDay.of(answer.getAuthoredElement());
        experiences.note(new Row(
                answer.getIdElement().getIdPart(),
                String.valueOf(service),
                day,
                FhirExperience.rating(answer),
                FhirExperience.recommends(answer)));
    }
}
