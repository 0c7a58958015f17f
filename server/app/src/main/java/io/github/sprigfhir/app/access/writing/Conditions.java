package io.github.sprigfhir.app.access.writing;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.AccessRule;
import io.github.sprigfhir.domain.access.SecurityLabels;
import io.github.sprigfhir.domain.kernel.Identity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Narrows the condition of a request to what its sender may see, so that it matches nothing else and so tells nothing.
 * It may ask for one identifier only: anything else could be used to guess at what a record holds.
 */
final class Conditions {

    private static final Pattern IDENTIFIER =
            Pattern.compile("(?:[A-Za-z]+)?\\??identifier=[^&?]*[^&?\\s][^&?]*", Pattern.UNICODE_CHARACTER_CLASS);
    private static final String NARROWED = "&_security=";

    private Conditions() {}

    /**
     * The condition as this caller may ask it.
     *
     * @param type of what it is to match
     * @param condition with or without the type in front
     * @param expression where it stands, for the sender
     */
    static String narrowed(String type, String condition, Identity caller, String expression) {
        if (!IDENTIFIER.matcher(condition).matches()) {
            throw Refusals.badRequest(Problem.invalid(
                    AccessRule.CONDITION,
                    expression,
                    "A condition here asks for one identifier, and nothing else.",
                    "Send identifier=system|value."));
        }
        var isRecord = FhirKind.of(type).filter(kind -> kind.isRecord()).isPresent();
        return isRecord ? condition + NARROWED + label(caller) : condition;
    }

    /** The condition as its sender wrote it: a new resource has no labels yet by which it could match the rest. */
    static String asSent(String condition) {
        var end = condition.indexOf(NARROWED);
        return end < 0 ? condition : condition.substring(0, end);
    }

    private static String label(Identity caller) {
        return URLEncoder.encode(
                SecurityLabels.CIRCLE_OF_CARE + "|" + SecurityLabels.of(caller), StandardCharsets.UTF_8);
    }
}
