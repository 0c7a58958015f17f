package io.github.sprigfhir.app.outcomes;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.outcomes.FormRules;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.springframework.stereotype.Component;

/** Lets answers to an instrument's form be stored where they are answers to it, however they arrive. */
@Component
@Interceptor
class AnswersInterceptor implements SprigFeature {

    private static final int AFTER_PROFILES = 10;

    private final Forms forms;

    AnswersInterceptor(Forms forms) {
        this.forms = forms;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_PROFILES)
    void created(IBaseResource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            refuse(response, problems(response));
        }
    }

    /** What was wrong can be marked as such, also where its questions are asked no more. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_PROFILES)
    void updated(IBaseResource before, IBaseResource after) {
        if (before instanceof QuestionnaireResponse was && after instanceof QuestionnaireResponse response) {
            var problems = new ArrayList<Problem>();
            FormRules.stays(forms.answered(was), forms.answered(response))
                    .map(AnswersCheck::problem)
                    .ifPresent(problems::add);
            if (response.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR) {
                problems.addAll(problems(response));
            }
            refuse(response, problems);
        }
    }

    private List<Problem> problems(QuestionnaireResponse response) {
        return forms.answered(response)
                .map(form -> AnswersCheck.problems(response, form))
                .orElse(List.of());
    }

    private static void refuse(QuestionnaireResponse response, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(Place.within(response, problems));
        }
    }
}
