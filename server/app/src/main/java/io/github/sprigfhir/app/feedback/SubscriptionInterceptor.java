package io.github.sprigfhir.app.feedback;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.feedback.SubscriptionRules;
import io.github.sprigfhir.domain.feedback.SubscriptionVerdict.Refused;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds Subscriptions to their rules before they are stored, and registers for delivery what is stored. */
@Component
@Interceptor
class SubscriptionInterceptor implements SprigFeature {

    /** Its reasons say more than the profile's do, so it speaks first. */
    private static final int BEFORE_THE_PROFILE = -10;

    private final SubscriptionRules rules;
    private final Registrations registrations;

    SubscriptionInterceptor(SubscriptionRules rules, Registrations registrations) {
        this.rules = rules;
        this.registrations = registrations;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = BEFORE_THE_PROFILE)
    void judgeNew(IBaseResource resource, @Nullable RequestDetails request) {
        judge(null, resource, request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = BEFORE_THE_PROFILE)
    void judgeChanged(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        judge(before, after, request);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    void register(IBaseResource resource) {
        if (resource instanceof Subscription subscription) {
            registrations.store(
                    subscription.getIdElement().getIdPart(),
                    SubscriptionRules.agreed(FhirSubscription.read(subscription)));
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    void registerAnew(IBaseResource before, IBaseResource after) {
        register(after);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    void remove(IBaseResource resource) {
        if (resource instanceof Subscription subscription) {
            registrations.remove(subscription.getIdElement().getIdPart());
        }
    }

    private void judge(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (!(after instanceof Subscription asked) || request instanceof SystemRequestDetails) {
            return;
        }
        var stored = before instanceof Subscription known ? FhirSubscription.read(known) : null;
        if (rules.judge(stored, FhirSubscription.read(asked)) instanceof Refused refused) {
            throw Refusals.unprocessable(refused.refusals().stream()
                    .map(refusal ->
                            Problem.invalid(refusal.rule(), refusal.element(), refusal.text(), refusal.remedy()))
                    .toList());
        }
    }
}
