package io.github.sprigfhir.app.platform.changes;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.OnBehalf;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One resource as it was before and is after a write; its references are resolved, its id and version are known.
 *
 * @param before none when it was created
 * @param after none when it was deleted
 * @param request the request that wrote it; our own writes have one of the system's
 */
public record Change(
        @Nullable Resource before,
        @Nullable Resource after,
        @Nullable RequestDetails request) {

    /** The resource after the change, if it is still there and of this type. */
    public <T extends Resource> Optional<T> now(Class<T> type) {
        return type.isInstance(after) ? Optional.of(type.cast(after)) : Optional.empty();
    }

    /** The resource before the change, if it was there and is of this type. */
    public <T extends Resource> Optional<T> earlier(Class<T> type) {
        return type.isInstance(before) ? Optional.of(type.cast(before)) : Optional.empty();
    }

    /** The resource as it is after the change, or as it was where it is deleted. */
    public Resource resource() {
        return Objects.requireNonNull(after == null ? before : after);
    }

    public boolean isCreation() {
        return before == null;
    }

    /** Whether the server itself wrote this, in consequence of another change. */
    public boolean isOurOwn() {
        return request instanceof SystemRequestDetails
                && !(request instanceof OnBehalf)
                && FromFeed.sourceOf(request).isEmpty();
    }
}
