package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * Which security labels a sender may put on a resource. Those of the circle of care decide who sees it, so the server
 * alone sets them; of all others only HL7's codes of confidentiality mean anything here.
 */
public final class SecurityLabels {

    /** The system of labels that say who may see a resource. */
    public static final String CIRCLE_OF_CARE = "https://sprig-fhir.github.io/ig/CodeSystem/circle-of-care";

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final Set<String> CODES = Set.of("U", "L", "M", "N", "R", "V");

    private SecurityLabels() {}

    /** The code that lets this caller, and all of its role and organisation, see a resource. */
    public static String of(Identity caller) {
        return new Label(caller.role(), caller.organisation()).code();
    }

    /** What is wrong with a security label that somebody sends. */
    public static Optional<Refusal> judge(String system, String code) {
        if (isOfTheCircle(system)) {
            return Optional.of(circle());
        }
        return system.equals(CONFIDENTIALITY) && CODES.contains(code)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        AccessRule.LABEL,
                        "This server gives that security label no meaning, so it does not take it.",
                        "Send a code of confidentiality (%s): U, L, M, N, R or V; or none."
                                .formatted(CONFIDENTIALITY)));
    }

    /** What is wrong with a tag that somebody sends: nothing, unless it is a label of the circle in the wrong place. */
    public static Optional<Refusal> judgeTag(String system) {
        return isOfTheCircle(system) ? Optional.of(circle()) : Optional.empty();
    }

    /** Any spelling of the system: none is to be mistaken for it by anything that compares less strictly. */
    private static boolean isOfTheCircle(String system) {
        String plain = system.strip().toLowerCase(java.util.Locale.ROOT);
        return plain.contains("codesystem/circle-of-care");
    }

    private static Refusal circle() {
        return new Refusal(
                AccessRule.LABEL,
                "Who may see a resource is for the server to say, and follows from referrals, handovers and consents.",
                "Leave the label out.");
    }
}
