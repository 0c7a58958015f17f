package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.consent.BreakGlassDecision.Closed;
import io.github.sprigfhir.domain.consent.BreakGlassDecision.Opened;
import io.github.sprigfhir.domain.consent.BreakGlassDecision.Why;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;

/**
 * Decides who may read a record that is closed to them, because somebody is in danger (spec decision 38). Whoever does
 * has said so when they asked for their token, and is on record with each read.
 */
public final class BreakGlass {

    private BreakGlass() {}

    /** Whether a record of this kind is opened for reading; asked only of what is closed to the caller otherwise. */
    public static BreakGlassDecision opens(Identity identity, RecordKind kind) {
        if (!isEmergency(identity)) {
            return new Closed(Why.NO_EMERGENCY);
        }
        if (!mayBreakIt(identity.role())) {
            return new Closed(Why.ROLE);
        }
        return kind == RecordKind.OF_A_PERSON ? new Opened() : new Closed(Why.KIND);
    }

    /** Whether somebody acts because of an emergency; who does reads only. */
    public static boolean isEmergency(Identity identity) {
        return identity.purpose() == Purpose.BREAK_THE_GLASS;
    }

    /** Those whose work is with the whole person, and who answer for it as professionals. */
    private static boolean mayBreakIt(Role role) {
        return switch (role) {
            case REFERRER, LINK_WORKER -> true;
            case PROVIDER, RESEARCHER, COMMISSIONER, DIRECTORY_EDITOR, ADMINISTRATOR, CONTROLLER -> false;
        };
    }
}
