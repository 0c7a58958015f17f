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
import io.github.sprigfhir.app.platform.reference.References;
import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.referral.ReferralRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Guards referrals: they begin active, what is asked of others says how they go on, and who asked whom stays as it was.
 */
@Component
@Interceptor
class ReferralInterceptor implements SprigFeature {

    private final Store store;
    private final References references;

    ReferralInterceptor(Store store, References references) {
        this.store = store;
        this.references = references;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void created(IBaseResource resource) {
        if (resource instanceof ServiceRequest request && request.hasStatus()) {
            refuse(
                    "ServiceRequest.status",
                    ReferralRules.begins(request.getStatus().toCode()));
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails details) {
        if (details instanceof SystemRequestDetails
                || !(before instanceof ServiceRequest was)
                || !(after instanceof ServiceRequest is)) {
            return;
        }
        if (was.getStatus() != is.getStatus() && is.hasStatus()) {
            refuse(
                    "ServiceRequest.status",
                    ReferralRules.changes(
                            was.getStatus().toCode(), is.getStatus().toCode(), hasHandovers(was)));
        }
        if (RequestKind.of(was) != RequestKind.OFFER) {
            refuse("ServiceRequest", ReferralRules.keeps(parties(was, details).equals(parties(is, details))));
        }
    }

    /** What of a referral is settled when it is made, in a form that is equal where it is the same. */
    private List<Object> parties(ServiceRequest request, @Nullable RequestDetails details) {
        return List.of(
                RequestKind.of(request),
                references.settled(request.getSubject(), details),
                references.settled(request.getRequester(), details),
                settled(request.getPerformer(), details),
                settled(request.getBasedOn(), details));
    }

    private Set<String> settled(List<Reference> all, @Nullable RequestDetails details) {
        return all.stream()
                .map(reference -> references.settled(reference, details))
                .collect(Collectors.toSet());
    }

    private boolean hasHandovers(ServiceRequest request) {
        return !store.referring(Task.class, "focus", List.of(Episodes.Episode.addressOf(request)))
                .isEmpty();
    }

    private static void refuse(String element, Optional<Refusal> refusal) {
        refusal.ifPresent(broken -> {
            throw Refusals.unprocessable(
                    List.of(Problem.invalid(broken.reason(), element, broken.text(), broken.remedy())));
        });
    }
}
