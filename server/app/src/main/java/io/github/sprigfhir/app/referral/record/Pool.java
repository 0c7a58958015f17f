package io.github.sprigfhir.app.referral.record;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The record of one referral, as far as somebody may look at it. */
interface Pool {

    /** All of a type that belong to it. */
    List<? extends Resource> of(String type);

    /** What a reference leads to; none where that is not to be seen. */
    Optional<Resource> follow(Reference reference);
}
