package io.github.sprigfhir.app.outcomes;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.outcomes.MeasureRules;
import io.github.sprigfhir.domain.outcomes.OutcomeDecision;
import io.github.sprigfhir.domain.outcomes.OutcomeRefusal;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.springframework.stereotype.Component;

/** Puts every outcome that is written, however it arrives, to the rules of its instrument. */
@Component
@Interceptor
class OutcomeInterceptor implements SprigFeature {

    private static final int AFTER_PROFILES = 10;

    private final InstrumentRegistry registry;

    OutcomeInterceptor(InstrumentRegistry registry) {
        this.registry = registry;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_PROFILES)
    void created(IBaseResource resource) {
        if (resource instanceof Observation outcome) {
            judge(outcome);
        }
    }

    /** What was wrong can be marked as such, also where its instrument is known no more. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_PROFILES)
    void updated(IBaseResource before, IBaseResource after) {
        if (after instanceof Observation outcome && outcome.getStatus() != ObservationStatus.ENTEREDINERROR) {
            judge(outcome);
        }
    }

    private void judge(Observation outcome) {
        if (FhirOutcome.isOutcome(outcome)
                && MeasureRules.decide(FhirOutcome.of(outcome), registry.instruments())
                        instanceof OutcomeDecision.Refused refused) {
            throw Refusals.unprocessable(Place.within(
                    outcome,
                    refused.refusals().stream().map(OutcomeInterceptor::problem).toList()));
        }
    }

    private static Problem problem(OutcomeRefusal refusal) {
        return Problem.invalid(refusal.rule(), "Observation." + refusal.element(), refusal.text(), refusal.remedy());
    }
}
