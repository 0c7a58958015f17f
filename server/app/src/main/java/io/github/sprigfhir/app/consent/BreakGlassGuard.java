package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.consent.BreakGlass;
import io.github.sprigfhir.domain.consent.ConsentRule;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets nobody write who is here because of an emergency: what opens more than usual opens it for reading. */
@Component
@Interceptor
class BreakGlassGuard implements SprigFeature {

    private static final int FIRST = -30;

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = FIRST)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        refuse(resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = FIRST)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        refuse(after, request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = FIRST)
    void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        refuse(resource, request);
    }

    /** What the server writes in consequence, such as the record of the access, is not the caller's. */
    private static void refuse(IBaseResource resource, @Nullable RequestDetails request) {
        if (!(request instanceof SystemRequestDetails)
                && Identities.of(request).filter(BreakGlass::isEmergency).isPresent()) {
            throw Refusals.forbidden(ConsentCheck.problem(ConsentRule.BREAK_GLASS_READS, resource.fhirType()));
        }
    }
}
