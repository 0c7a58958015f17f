package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.access.Holding;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.Sight;
import io.github.sprigfhir.domain.access.SightRules;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads, and what they see: the one place where the circle of care is asked.
 *
 * @param identity as their token proves it
 */
record Viewer(Identity identity) {

    /** Of no label's making, so that nothing carries it. */
    private static final String NOTHING = "nobody";

    /** None where the server reads for itself, also on behalf of somebody, and where access control is off. */
    static Optional<Viewer> of(@Nullable RequestDetails request) {
        return request instanceof SystemRequestDetails
                ? Optional.empty()
                : Identities.of(request).map(Viewer::new);
    }

    Sight sight(String type, Set<Label> labels) {
        return SightRules.decide(identity, labels, Holding.of(type));
    }

    boolean sees(String type, Set<Label> labels) {
        return !(sight(type, labels) instanceof Sight.Hidden);
    }

    /** The code that everything they find of people carries. */
    String code() {
        return SightRules.labelOf(identity).map(Label::code).orElse(NOTHING);
    }
}
