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
import java.util.Set;
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

    private final SeenRecords records;

    Door(SeenRecords records) {
        this.records = records;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void check(RestOperationTypeEnum interaction, RequestDetails request) {
        var id = request.getId();
        if (id == null || request.getResourceName() == null || !READING.contains(interaction)) {
            return;
        }
        var holding = Holding.of(request.getResourceName());
        // The audit is no record of the store and carries no labels; who shows it judges by itself.
        if (holding == Holding.DIRECTORY || holding == Holding.DEFINITIONS || holding == Holding.AUDIT) {
            return;
        }
        Viewer.of(request).ifPresent(caller -> {
            var address = new Address(request.getResourceName(), id.getIdPart());
            if (!records.isSeen(address, caller.naming(request))) {
                throw new ResourceNotFoundException(id.toUnqualifiedVersionless());
            }
        });
    }
}
