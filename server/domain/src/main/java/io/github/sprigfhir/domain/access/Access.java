package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Refusal;

/** What becomes of somebody's wish to do something to a resource. */
public sealed interface Access {

    /** It may be done. */
    record Granted() implements Access {}

    /** It may not, and the caller may not even know that the resource is there: answer as if it were not. */
    record Hidden() implements Access {}

    /** It may not be done, and this is why. */
    record Refused(Refusal refusal) implements Access {}
}
