package io.github.sprigfhir.app.platform.caller;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.springframework.stereotype.Component;

/** Reads the header X-Provenance of every write before its database transaction begins, so that a bad one is told. */
@Component
@Interceptor
class ProvenanceHeaderCheck implements SprigFeature {

    private final Callers callers;

    ProvenanceHeaderCheck(Callers callers) {
        this.callers = callers;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void read(RequestDetails request) {
        if (request.getRequestType() != RequestTypeEnum.GET) {
            callers.agents(request);
        }
    }
}
