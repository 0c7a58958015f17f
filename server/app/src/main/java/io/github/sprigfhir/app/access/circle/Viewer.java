package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.domain.access.Holding;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.Sight;
import io.github.sprigfhir.domain.access.SightRules;
import io.github.sprigfhir.domain.consent.BreakGlass;
import io.github.sprigfhir.domain.consent.BreakGlassDecision;
import io.github.sprigfhir.domain.consent.RecordKind;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever reads, and what they see: the one place where the circle of care is asked.
 *
 * @param identity as their token proves it
 * @param named whether the request names the record or the person whom it is about, which an emergency opens
 */
record Viewer(Identity identity, boolean named) {

    private static final String NAMED = "sprig.named";

    /** Of no label's making, so that nothing carries it. */
    private static final String NOTHING = "nobody";

    /** None where the server reads for itself, also on behalf of somebody, and where access control is off. */
    static Optional<Viewer> of(@Nullable RequestDetails request) {
        if (request == null || request instanceof SystemRequestDetails) {
            return Optional.empty();
        }
        var named = request.getUserData().containsKey(NAMED);
        return Identities.of(request).map(identity -> new Viewer(identity, named));
    }

    /** The same viewer, once it is known that the request names whom it is about. */
    Viewer naming(RequestDetails request) {
        request.getUserData().put(NAMED, true);
        return new Viewer(identity, true);
    }

    Sight sight(String type, Set<Label> labels) {
        var sight = SightRules.decide(identity, labels, Holding.of(type));
        return sight instanceof Sight.Hidden && named && breaksTheGlass(type) ? new Sight.Full() : sight;
    }

    boolean sees(String type, Set<Label> labels) {
        return !(sight(type, labels) instanceof Sight.Hidden);
    }

    /** Whether an emergency opens records of the type to them. */
    boolean breaksTheGlass(String type) {
        return BreakGlass.opens(identity, RecordKind.of(type)) instanceof BreakGlassDecision.Opened;
    }

    /** The code that everything they find of people carries. */
    String code() {
        return SightRules.labelOf(identity).map(Label::code).orElse(NOTHING);
    }
}
