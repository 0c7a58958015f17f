package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.consent.ConsentRule;
import io.github.sprigfhir.domain.consent.MinimumElements;
import io.github.sprigfhir.domain.kernel.Role;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes what a provider sends back of a resource that it saw in part, before anybody judges it. */
@Component
@Interceptor
class ProviderWrites implements SprigFeature {

    private static final int BEFORE_ALL_JUDGES = -20;

    private final HiddenElements hidden;

    ProviderWrites(HiddenElements hidden) {
        this.hidden = hidden;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = BEFORE_ALL_JUDGES)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (!(before instanceof Resource stored)
                || !(after instanceof Resource sent)
                || !isOfAProvider(request)
                || MinimumElements.isWhole(sent.fhirType())) {
            return;
        }
        var changed = hidden.giveBack(stored, sent);
        if (!changed.isEmpty()) {
            throw Refusals.unprocessable(Place.within(
                    sent,
                    changed.stream()
                            .map(path -> ConsentCheck.problem(ConsentRule.HIDDEN_ELEMENT, path))
                            .toList()));
        }
    }

    static boolean isOfAProvider(@Nullable RequestDetails request) {
        return !(request instanceof SystemRequestDetails)
                && Identities.of(request)
                        .filter(identity -> identity.role() == Role.PROVIDER)
                        .isPresent();
    }
}
