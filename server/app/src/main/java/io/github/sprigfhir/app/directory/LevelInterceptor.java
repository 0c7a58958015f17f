package io.github.sprigfhir.app.directory;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.writing.Warnings;
import io.github.sprigfhir.domain.directory.AssuranceLevel;
import io.github.sprigfhir.domain.directory.DirectoryRule;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.HealthcareService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves the assurance level of a service as the server computed it, whatever a sender thinks it is. */
@Component
@Interceptor
class LevelInterceptor implements SprigFeature {

    private static final String SENT = "sprig.assurance-level-sent";
    private static final int AFTER_PROFILES = 10;

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_PROFILES)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        keep(resource, Optional.empty(), request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_PROFILES)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        Optional<AssuranceLevel> known =
                before instanceof HealthcareService was ? FhirEvidence.level(was) : Optional.empty();
        if (after instanceof HealthcareService service && request != null && !isOurKeeper(service, request)) {
            // What is stored may be as it was, and then nobody follows it.
            FhirEvidence.level(service)
                    .filter(said -> !known.equals(Optional.of(said)))
                    .ifPresent(said -> warn(service, request));
        }
        keep(after, known, request);
    }

    /** Tells who sent a level of their own that it is not the one that stands. */
    static void warn(HealthcareService service, RequestDetails request) {
        var warning = Problem.warning(
                DirectoryRule.LEVEL_COMPUTED,
                "HealthcareService.extension",
                "The assurance level that was sent is not the one that the evidence gives, and was replaced by it.");
        Warnings.add(request, Place.within(service, List.of(warning)));
    }

    /** The level that was sent with a service, if one was. */
    static Optional<AssuranceLevel> sent(HealthcareService service) {
        return Optional.ofNullable((AssuranceLevel) service.getUserData(SENT));
    }

    private static void keep(IBaseResource sent, Optional<AssuranceLevel> level, @Nullable RequestDetails request) {
        if (sent instanceof HealthcareService service && !isOurKeeper(service, request)) {
            FhirEvidence.level(service).ifPresent(said -> service.setUserData(SENT, said));
            FhirEvidence.set(service, level);
        }
    }

    /** What the server changes of a service that is there already is its own computation. */
    private static boolean isOurKeeper(HealthcareService service, @Nullable RequestDetails request) {
        return request instanceof SystemRequestDetails
                && FromFeed.sourceOf(request).isEmpty()
                && (service.getMeta().hasVersionId() || service.getIdElement().hasVersionIdPart());
    }
}
