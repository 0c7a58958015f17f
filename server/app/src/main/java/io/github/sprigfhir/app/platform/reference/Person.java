package io.github.sprigfhir.app.platform.reference;

import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Finds the person whom a record is about. */
public final class Person {

    private Person() {}

    /** Type and id, such as {@code Patient/42}; none where it is about nobody, or does not say. */
    public static Optional<String> of(Resource record) {
        if (record.fhirType().equals("Patient")) {
            return Optional.of("Patient/" + record.getIdElement().getIdPart());
        }
        var element =
                switch (record.fhirType()) {
                    case "Task" -> "for";
                    case "Consent" -> "patient";
                    default -> "subject";
                };
        var child = record.getChildByName(element);
        return child == null
                ? Optional.empty()
                : child.getValues().stream().findFirst().flatMap(Person::address);
    }

    private static Optional<String> address(Base value) {
        return value instanceof Reference reference && reference.hasReference()
                ? Optional.of(reference
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                : Optional.empty();
    }
}
