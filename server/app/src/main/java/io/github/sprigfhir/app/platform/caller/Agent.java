package io.github.sprigfhir.app.platform.caller;

import io.github.sprigfhir.domain.kernel.Party;
import java.util.Optional;

/**
 * Somebody who, by what the sender says, is responsible for a request; both are resources of this server.
 *
 * @param who the one who acts, named as a reference such as {@code PractitionerRole/42}
 * @param onBehalfOf for whom they act, where it is somebody else
 */
public record Agent(Party who, Optional<Party> onBehalfOf) {}
