package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.stereotype.Component;

/** Hears of every Task and ServiceRequest that is created or changed, by whatever route, and puts it into the outbox. */
@Component
@Interceptor
class ChangeInterceptor implements SprigFeature {

    private final Outbox outbox;

    ChangeInterceptor(Outbox outbox) {
        this.outbox = outbox;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    void created(IBaseResource resource) {
        FhirChange.of(resource).ifPresent(outbox::changed);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    void updated(IBaseResource before, IBaseResource after) {
        FhirChange.of(after).ifPresent(outbox::changed);
    }
}
