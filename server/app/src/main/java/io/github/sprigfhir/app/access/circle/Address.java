package io.github.sprigfhir.app.access.circle;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;

/** Which resource is meant, in any version. */
record Address(String type, String id) {

    static Address of(IBaseResource resource) {
        return new Address(resource.fhirType(), resource.getIdElement().getIdPart());
    }

    /** None where it names no resource of a type. */
    static Optional<Address> of(IIdType id) {
        return id.hasResourceType() && id.hasIdPart()
                ? Optional.of(new Address(id.getResourceType(), id.getIdPart()))
                : Optional.empty();
    }
}
