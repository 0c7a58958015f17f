package io.github.sprigfhir.app.research;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.access.Holding;
import io.github.sprigfhir.domain.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a researcher's requests in the partition of the release that they were let into; what this server understands is
 * where it is for everybody.
 */
@Component
@Interceptor
class ReleasePartition implements SprigFeature {

    private static final int BEFORE_THE_USUAL_PARTITION = -10;

    static boolean isResearch(RequestDetails request) {
        return Identities.of(request)
                .filter(identity -> identity.role() == Role.RESEARCHER)
                .isPresent();
    }

    static boolean isOfDefinitions(RequestDetails request) {
        return request.getResourceName() != null && Holding.of(request.getResourceName()) == Holding.DEFINITIONS;
    }

    /** None for everybody else's requests. */
    @Hook(value = Pointcut.STORAGE_PARTITION_IDENTIFY_ANY, order = BEFORE_THE_USUAL_PARTITION)
    @Nullable
    RequestPartitionId identify(RequestDetails request) {
        if (!isResearch(request) || isOfDefinitions(request)) {
            return null;
        }
        var asked = request instanceof OnBehalf onBehalf ? onBehalf.asked() : request;
        return Released.of(asked)
                .map(released -> RequestPartitionId.fromPartitionId(released.partition()))
                .orElseThrow(
                        () -> new IllegalStateException("a researcher's request came past the door of its project"));
    }
}
