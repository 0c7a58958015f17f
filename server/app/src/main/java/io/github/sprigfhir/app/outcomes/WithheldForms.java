package io.github.sprigfhir.app.outcomes;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import org.springframework.stereotype.Component;

/** Answers for the questions that nobody has switched on as for what is not there; versions from before included. */
@Component
@Interceptor
class WithheldForms implements SprigFeature {

    private final Forms forms;

    WithheldForms(Forms forms) {
        this.forms = forms;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void hide(RequestDetails request) {
        var id = request.getId();
        if (id != null
                && "Questionnaire".equals(request.getResourceName())
                && forms.withheld().contains("Questionnaire/" + id.getIdPart())) {
            throw Refusals.notFound(id.withResourceType("Questionnaire"));
        }
    }
}
