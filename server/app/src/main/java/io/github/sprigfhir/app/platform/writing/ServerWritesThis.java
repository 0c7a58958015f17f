package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses to let a client write, change or delete what the server records of others' acts. */
@Component
@Interceptor
class ServerWritesThis implements SprigFeature {

    private static final Set<String> OURS =
            Set.of("sprig-provenance", "sprig-feedback", "sprig-lifecycle", "sprig-stop-notice");

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        refuse(resource, request);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        refuse(after, request);
        if (before != null) {
            refuse(before, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        refuse(resource, request);
    }

    private static void refuse(IBaseResource written, @Nullable RequestDetails request) {
        if (request instanceof SystemRequestDetails || !(written instanceof Resource resource)) {
            return;
        }
        ProfileSelection.profileOf(resource)
                .filter(profile -> OURS.contains(profile.substring(profile.lastIndexOf('/') + 1)))
                .ifPresent(profile -> {
                    throw Refusals.notAllowed(new Problem(
                            IssueSeverity.ERROR,
                            IssueType.NOTSUPPORTED,
                            ServerRule.SERVER_WRITES_THIS,
                            resource.fhirType(),
                            "The server writes this itself, and nobody changes it: it is the record of what others did.",
                            "Do what it records; the record follows."));
                });
    }
}
