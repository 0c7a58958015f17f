package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.referral.Episodes;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the episode's turn before a Task of it is written. A move that wrote first and waited afterwards would hold up
 * whoever has the turn and is to write the same Task, such as an escalation: the two would wait for each other.
 */
@Component
@Interceptor
class HandoverTurn implements SprigFeature {

    private static final int BEFORE_ALL_JUDGES = -10;

    private final Episodes episodes;

    HandoverTurn(Episodes episodes) {
        this.episodes = episodes;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = BEFORE_ALL_JUDGES)
    void await(@Nullable IBaseResource before, IBaseResource after) {
        if (before instanceof Task task && after instanceof Task) {
            episodes.awaitTurn(task.getFocus());
        }
    }
}
