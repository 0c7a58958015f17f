package io.github.sprigfhir.app.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Outcomes;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads off FHIR's answers what they show, and which rules stood in the way. */
@Component
@Interceptor
class AuditInterceptor implements SprigFeature {

    /** After everybody who may still take something out of the answer, or refuse it. */
    private static final int LAST = 10_000;

    private final Recorder recorder;

    AuditInterceptor(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Only the body tells a batch from a transaction. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void arrives(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCH) {
            Trail.of(request).ifPresent(Trail::isBatch);
        }
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LAST)
    void shows(ServletRequestDetails request, @Nullable IBaseResource answer) {
        Trail.of(request).ifPresent(trail -> {
            if (answer instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.BATCHRESPONSE) {
                bundle.getEntry()
                        .forEach(entry -> trail.broke(
                                entry.getResponse().getOutcome() instanceof OperationOutcome outcome && isRefusal(entry)
                                        ? rules(outcome)
                                        : List.of()));
            }
            recorder.shows(trail, FhirTouched.shown(answer));
        });
    }

    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    void refuses(ServletRequestDetails request, BaseServerResponseException refusal) {
        if (refusal.getOperationOutcome() instanceof OperationOutcome outcome) {
            Trail.of(request).ifPresent(trail -> trail.broke(rules(outcome)));
        }
    }

    private static boolean isRefusal(Bundle.BundleEntryComponent entry) {
        var status = entry.getResponse().getStatus();
        return status != null && (status.startsWith("4") || status.startsWith("5"));
    }

    private static List<String> rules(OperationOutcome outcome) {
        return outcome.getIssue().stream()
                .flatMap(issue -> issue.getDetails().getCoding().stream())
                .filter(coding -> Outcomes.RULE_SYSTEM.equals(coding.getSystem()))
                .map(Coding::getCode)
                .distinct()
                .toList();
    }
}
