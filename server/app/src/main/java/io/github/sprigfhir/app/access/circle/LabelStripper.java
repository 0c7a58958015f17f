package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes labels off everything that is about to be stored, whoever sends it: only {@link CircleKeeper} writes them. What
 * is stored keeps those that it has, and a client's wish to have its security labels replaced is not heard.
 */
@Component
@Interceptor
class LabelStripper implements SprigFeature {

    private static final int AFTER_ALL_JUDGES = 1000;

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = AFTER_ALL_JUDGES)
    void created(IBaseResource resource) {
        strip(resource);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = AFTER_ALL_JUDGES)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        strip(after);
        if (request != null
                && !request.getHeaders(JpaConstants.HEADER_META_SNAPSHOT_MODE).isEmpty()) {
            request.setHeaders(JpaConstants.HEADER_META_SNAPSHOT_MODE, List.of());
        }
    }

    private static void strip(IBaseResource resource) {
        if (resource instanceof Resource stored) {
            Marks.strip(stored);
        }
    }
}
