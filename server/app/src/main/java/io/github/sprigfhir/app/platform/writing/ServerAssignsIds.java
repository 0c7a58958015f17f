package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses to create a resource under an id that the client chose: ids are UUIDs of ours, so that none can be guessed. */
@Component
@Interceptor
class ServerAssignsIds implements SprigFeature {

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    void check(IBaseResource resource, @Nullable RequestDetails request) {
        if (!(request instanceof SystemRequestDetails)
                && resource.getIdElement().hasIdPart()
                && resource.getUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED) == null) {
            throw Refusals.notAllowed(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.NOTSUPPORTED,
                    ServerRule.SERVER_ASSIGNS_IDS,
                    resource.fhirType() + ".id",
                    "There is no such resource to update, and this server does not create one under an id that the client chose.",
                    "Create it with POST, or update it by one of its identifiers with PUT %s?identifier=system|value."
                            .formatted(resource.fhirType())));
        }
    }
}
