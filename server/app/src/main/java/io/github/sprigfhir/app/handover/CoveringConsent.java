package io.github.sprigfhir.app.handover;

import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;

/** Finds the consent by which somebody may know of a person: the room of consent, which knows of handovers, has it. */
public interface CoveringConsent {

    /** A reference that says its type; none where no consent covers them. */
    Optional<Reference> of(Reference person, Reference asked);
}
