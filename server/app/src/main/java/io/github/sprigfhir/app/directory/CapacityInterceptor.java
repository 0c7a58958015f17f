package io.github.sprigfhir.app.directory;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.writing.Warnings;
import io.github.sprigfhir.domain.directory.Capacity;
import io.github.sprigfhir.domain.directory.CapacityRules;
import io.github.sprigfhir.domain.directory.DirectoryRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.HealthcareService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what a service states about its capacity on record as it stands: dated, and unknown where it is too old. */
@Component
@Interceptor
class CapacityInterceptor implements SprigFeature {

    private static final int BEFORE_ALL_JUDGES = -10;
    private static final int AFTER_PROFILES = 10;

    private final Store store;
    private final CapacitySettings settings;
    private final Clock clock;

    CapacityInterceptor(Store store, CapacitySettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who wrote first and waited afterwards would hold up whoever has the turn and is to write the same service. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = BEFORE_ALL_JUDGES)
    void await(@Nullable IBaseResource before, IBaseResource after) {
        if (after instanceof HealthcareService is
                && before instanceof HealthcareService was
                && (FhirCapacity.of(is).isPresent() || FhirCapacity.of(was).isPresent())) {
            store.awaitTurn(Places.addressOf(was));
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_PROFILES)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof HealthcareService service) {
            record(Optional.empty(), service, request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_PROFILES)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (after instanceof HealthcareService service && !isOurOwn(request)) {
            record(before instanceof HealthcareService was ? FhirCapacity.of(was) : Optional.empty(), service, request);
        }
    }

    private void record(Optional<Capacity> before, HealthcareService service, @Nullable RequestDetails request) {
        var sent = FhirCapacity.of(service);
        if (sent.isEmpty()) {
            return;
        }
        var now = clock.instant();
        if (request != null && CapacityRules.isConfirmedLater(sent.get(), now)) {
            var warning = Problem.warning(
                    DirectoryRule.CONFIRMED_LATER,
                    "HealthcareService.extension",
                    "The capacity was confirmed at a time that has not come yet; it is recorded as confirmed now.");
            Warnings.add(request, Place.within(service, List.of(warning)));
        }
        FhirCapacity.set(service, CapacityRules.onRecord(before, sent.get(), now, settings.holdsFor()));
    }

    private static boolean isOurOwn(@Nullable RequestDetails request) {
        return request instanceof SystemRequestDetails
                && FromFeed.sourceOf(request).isEmpty();
    }
}
