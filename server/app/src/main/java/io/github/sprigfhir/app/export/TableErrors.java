package io.github.sprigfhir.app.export;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.springframework.stereotype.Component;

/** Tells in JSON why a table is not given: HAPI would take the form of the table for that of its error. */
@Component
@Interceptor
class TableErrors implements SprigFeature {

    private static final int BEFORE_ALL = Integer.MIN_VALUE;

    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = BEFORE_ALL)
    void tellInJson(RequestDetails request) {
        if (ViewOperation.NAME.equals(request.getOperation())) {
            request.removeParameter("_format");
        }
    }
}
