package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.domain.access.Holding;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Answers whoever reads one resource that they do not see, or calls an operation on it, as if nothing had that id, before anything is looked at: so
 * neither a version, nor a deletion, nor a condition of the request can make a difference.
 */
@Component
@Interceptor
class Door implements SprigFeature {

    private static final Set<RestOperationTypeEnum> READING =
            EnumSet.of(RestOperationTypeEnum.READ, RestOperationTypeEnum.VREAD, RestOperationTypeEnum.HISTORY_INSTANCE);

    private final LabelTable labels;

    Door(LabelTable labels) {
        this.labels = labels;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        var id = request.getId();
        if (id == null || request.getResourceName() == null || !READING.contains(interaction)) {
            return;
        }
        var holding = Holding.of(request.getResourceName());
        if (holding == Holding.DIRECTORY || holding == Holding.DEFINITIONS) {
            return;
        }
        Viewer.of(request).ifPresent(caller -> {
            var viewer =
                    interaction == RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE ? caller : caller.naming(request);
            var address = new Address(request.getResourceName(), id.getIdPart());
            // The audit is kept elsewhere, and its reader looks whether there is such an event.
            if (holding == Holding.AUDIT && viewer.sees(address.type(), Set.of())) {
                return;
            }
            var codes = labels.codesOf(List.of(address)).get(address);
            if (codes == null
                    || !viewer.sees(address.type(), Marks.labels(codes).collect(Collectors.toSet()))) {
                throw new ResourceNotFoundException(id.toUnqualifiedVersionless());
            }
        });
    }
}
