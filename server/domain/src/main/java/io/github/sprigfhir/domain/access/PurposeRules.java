package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says for which purposes a role may act, and when the glass may be broken (spec decision 26). */
public final class PurposeRules {

    /** Longer than this nobody acts with the glass broken without saying anew why. */
    public static final Duration LONGEST_BROKEN = Duration.ofMinutes(15);

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 500;

    private PurposeRules() {}

    /** The purposes of a role's everyday work; the first is meant where none is named. */
    public static List<Purpose> everyday(Role role) {
        return switch (role) {
            case REFERRER, LINK_WORKER -> List.of(Purpose.TREATMENT, Purpose.CARE_MANAGEMENT, Purpose.PATIENT_REQUEST);
            case PROVIDER -> List.of(Purpose.TREATMENT, Purpose.CARE_MANAGEMENT);
            case RESEARCHER -> List.of(Purpose.RESEARCH);
            case COMMISSIONER, DIRECTORY_EDITOR, CONTROLLER -> List.of(Purpose.OPERATIONS);
            case ADMINISTRATOR -> List.of(Purpose.SYSTEM_ADMINISTRATION, Purpose.PATIENT_REQUEST);
        };
    }

    /** Whether the role may break the glass at all. */
    public static boolean mayBreakTheGlass(Role role) {
        return switch (role) {
            case REFERRER, LINK_WORKER -> true;
            case PROVIDER, RESEARCHER, COMMISSIONER, DIRECTORY_EDITOR, ADMINISTRATOR, CONTROLLER -> false;
        };
    }

    /**
     * Judges what a client asks a token for.
     *
     * @param asked the code of a purpose, if one is named
     * @param reason why the glass is broken, in the caller's words
     */
    public static PurposeVerdict decide(Role role, Optional<String> asked, Optional<String> reason) {
        if (asked.isEmpty()) {
            return new PurposeVerdict.Everyday(everyday(role).get(0));
        }
        var purpose = asked.flatMap(Purpose::of);
        if (purpose.isEmpty()) {
            return new PurposeVerdict.Refused(
                    TokenRule.PURPOSE_UNKNOWN, "purpose_of_use is not a code that this server knows.");
        }
        if (purpose.get() == Purpose.BREAK_THE_GLASS) {
            return breakTheGlass(role, reason.map(String::strip).orElse(""));
        }
        return everyday(role).contains(purpose.get()) ? new PurposeVerdict.Everyday(purpose.get()) : notForRole(role);
    }

    private static PurposeVerdict breakTheGlass(Role role, String reason) {
        if (!mayBreakTheGlass(role)) {
            return notForRole(role);
        }
        return reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON
                ? new PurposeVerdict.Refused(
                        TokenRule.PURPOSE_REASON,
                        "Breaking the glass needs purpose_reason: why, in %d to %d characters."
                                .formatted(SHORTEST_REASON, LONGEST_REASON))
                : new PurposeVerdict.BreaksTheGlass(reason);
    }

    private static PurposeVerdict notForRole(Role role) {
        return new PurposeVerdict.Refused(
                TokenRule.PURPOSE_NOT_FOR_ROLE, "A %s does not act for that purpose.".formatted(role.code()));
    }
}
