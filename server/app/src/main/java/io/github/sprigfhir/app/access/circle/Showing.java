package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceShowDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves out of what was read whatever the reader does not see, such as what a search has included. */
@Component
@Interceptor
class Showing implements SprigFeature {

    /** What is written has its labels only when it is committed; there {@link LastGate} looks them up. */
    private static final Set<RestOperationTypeEnum> READING =
            EnumSet.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD, RestOperationTypeEnum.SEARCH_TYPE);

    @Hook(Pointcut.STORAGE_PRESHOW_RESOURCES)
    void show(IPreResourceShowDetails details, @Nullable RequestDetails request) {
        if (request == null
                || request.getRestOperationType() == null
                || !READING.contains(request.getRestOperationType())) {
            return;
        }
        Viewer.of(request).ifPresent(viewer -> {
            for (int i = 0; i < details.size(); i++) {
                var resource = details.getResource(i);
                if (resource != null && !viewer.sees(resource.fhirType(), Marks.labels(resource))) {
                    details.setResource(i, null);
                }
            }
        });
    }
}
