package io.github.sprigfhir.app.platform.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses to create a resource under an id that the client chose: ids are UUIDs of ours, so that none can be guessed. */
@Component
@Interceptor
class ServerAssignsIds implements SprigFeature {

    /** Before whatever looks at the content, so that the answer does not depend on it. */
    private static final int BEFORE_ALL_JUDGES = -50;

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = BEFORE_ALL_JUDGES)
    void check(IBaseResource resource, @Nullable RequestDetails request) {
        if (!(request instanceof SystemRequestDetails)
                && resource.getIdElement().hasIdPart()
                && resource.getUserData(JpaConstants.RESOURCE_ID_SERVER_ASSIGNED) == null) {
            throw Refusals.serverAssignsIds(resource.fhirType());
        }
    }
}
