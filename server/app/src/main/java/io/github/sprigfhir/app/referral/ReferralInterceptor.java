package io.github.sprigfhir.app.referral;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guards the status of referrals: they begin active, and what is asked of others says how they go on. */
@Component
@Interceptor
class ReferralInterceptor implements SprigFeature {

    private final Store store;

    ReferralInterceptor(Store store) {
        this.store = store;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void created(IBaseResource resource) {
        if (resource instanceof ServiceRequest request && request.hasStatus()) {
            refuse(ReferralRules.begins(request.getStatus().toCode()));
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails details) {
        if (!(details instanceof SystemRequestDetails)
                && before instanceof ServiceRequest was
                && after instanceof ServiceRequest is
                && was.getStatus() != is.getStatus()
                && is.hasStatus()) {
            refuse(ReferralRules.changes(
                    was.getStatus().toCode(), is.getStatus().toCode(), hasHandovers(was)));
        }
    }

    private boolean hasHandovers(ServiceRequest request) {
        return !store.referring(Task.class, "focus", List.of(Episodes.Episode.addressOf(request)))
                .isEmpty();
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(broken -> {
            throw Refusals.unprocessable(
                    List.of(Problem.invalid(broken.reason(), "ServiceRequest.status", broken.text(), broken.remedy())));
        });
    }
}
