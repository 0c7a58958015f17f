package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.domain.kernel.Identity;
import org.hl7.fhir.r4.model.Resource;

/** What is left of a resource for somebody who sees the minimum of it. */
public interface MinimumView {

    /** A resource of the same type and id, without what the caller does not need; the one given is left as it is. */
    Resource of(Resource whole, Identity caller);
}
