package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.referral.Episodes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Knows which service a handover goes to. */
@Component
class AskedServices {

    private static final String SERVICE = "HealthcareService";

    private final Episodes episodes;

    AskedServices(Episodes episodes) {
        this.episodes = episodes;
    }

    /** The owner, or the performer of the request where somebody else of the service owns it; none if it is no service. */
    Optional<IIdType> of(Task task, List<Change> changes) {
        return service(Stream.of(task.getOwner())).or(() -> episodes.request(task.getFocus(), changes)
                .flatMap(request -> service(request.getPerformer().stream())));
    }

    private static Optional<IIdType> service(Stream<Reference> asked) {
        return asked.map(Reference::getReferenceElement)
                .filter(target -> SERVICE.equals(target.getResourceType()))
                .findFirst();
    }
}
