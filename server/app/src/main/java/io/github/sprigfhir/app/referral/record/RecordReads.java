package io.github.sprigfhir.app.referral.record;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Circle;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;

/** Reads what a record refers to. */
@Component
class RecordReads {

    private final Store store;
    private final Circle circle;

    RecordReads(Store store, Circle circle) {
        this.store = store;
        this.circle = circle;
    }

    /** The person, if the sender of a request sees them. */
    Optional<Patient> person(ServiceRequest referral, RequestDetails request) {
        var person = referral.getSubject().getReferenceElement().toUnqualifiedVersionless();
        return circle.includes(person.getValue(), request)
                ? store.find(Patient.class, person.getIdPart())
                : Optional.empty();
    }

    Optional<Resource> find(Class<? extends Resource> type, String id) {
        return store.find(type, id).map(Resource.class::cast);
    }

    /** What records of a type refer to, to belong to a referral. */
    static List<String> targets(Belonging belonging, ServiceRequest referral, List<String> episode) {
        return switch (belonging.to()) {
            case PERSON ->
                List.of(referral.getSubject()
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue());
            case EPISODE -> episode;
            case REFERRAL -> List.of("ServiceRequest/" + referral.getIdElement().getIdPart());
        };
    }
}
