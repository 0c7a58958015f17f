package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.model.ResourceVersionConflictResolutionStrategy;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets HAPI try a POST again when another client won the race for the same conditional create, so that both are
 * answered and nothing is stored twice. An update that lost is told so: its sender decides what to do.
 */
@Component
@Interceptor
class Retry implements SprigFeature {

    private static final int TRIES = 5;

    @Hook(Pointcut.STORAGE_VERSION_CONFLICT)
    ResourceVersionConflictResolutionStrategy decide(@Nullable RequestDetails request) {
        var strategy = new ResourceVersionConflictResolutionStrategy();
        if (request != null && request.getRequestType() == RequestTypeEnum.POST) {
            strategy.setRetry(true);
            strategy.setMaxRetries(TRIES);
        }
        return strategy;
    }
}
