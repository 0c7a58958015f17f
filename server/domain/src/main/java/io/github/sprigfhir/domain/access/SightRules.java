package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.access.Sight.Full;
import io.github.sprigfhir.domain.access.Sight.Hidden;
import io.github.sprigfhir.domain.access.Sight.Minimum;
import io.github.sprigfhir.domain.access.Sight.Unseen;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;
import java.util.Set;

/** Decides how much of a resource a caller sees, whichever way it leaves the server. Closed by default. */
public final class SightRules {

    private SightRules() {}

    /** How much a caller sees of a resource that carries these labels. */
    public static Sight decide(Identity caller, Set<Label> labels, Holding holding) {
        return switch (holding) {
            case DIRECTORY, DEFINITIONS -> new Full();
            case AUDIT -> seesAudit(caller) ? new Full() : new Hidden(Unseen.NOT_FOR_THE_ROLE);
            case PEOPLE ->
                labelOf(caller)
                        .map(label -> labels.contains(label) ? byRole(caller.role()) : new Hidden(Unseen.NO_LABEL))
                        .orElseGet(() -> new Hidden(Unseen.NOT_FOR_THE_ROLE));
            case UNKNOWN -> new Hidden(Unseen.UNKNOWN_TYPE);
        };
    }

    /** The one label by which a caller sees records of people; none where their role sees none. */
    public static Optional<Label> labelOf(Identity caller) {
        return switch (caller.role()) {
            case REFERRER, LINK_WORKER, PROVIDER, RESEARCHER ->
                Optional.of(caller.organisation())
                        .filter(caller.role()::actsFor)
                        .map(organisation -> new Label(caller.role(), organisation));
            case COMMISSIONER, DIRECTORY_EDITOR, ADMINISTRATOR, CONTROLLER -> Optional.empty();
        };
    }

    /** Beyond the administrator only who asks for the person; what leaves then was reduced before it came here. */
    private static boolean seesAudit(Identity caller) {
        return switch (Permissions.of(caller.role(), Act.SEARCH, Kind.AUDIT_EVENT)) {
            case ALL -> true;
            case CIRCLE -> caller.purpose() == Purpose.PATIENT_REQUEST;
            case OWN, NONE -> false;
        };
    }

    private static Sight byRole(Role role) {
        return role == Role.PROVIDER ? new Minimum() : new Full();
    }
}
