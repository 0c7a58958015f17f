package io.github.sprigfhir.app.access.writing;

import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.domain.access.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a FHIR type as the kind of resource that permissions speak of. */
final class FhirKind {

    private FhirKind() {}

    /** None where the table of permissions has no such kind. */
    static Optional<Kind> of(@Nullable String type) {
        if (type == null) {
            return Optional.empty();
        }
        return ResourceTypes.DEFINITIONS.contains(type) ? Optional.of(Kind.DEFINITION) : Kind.ofType(type);
    }
}
