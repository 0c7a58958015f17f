package io.github.sprigfhir.app.platform.outcome;

import io.github.sprigfhir.domain.kernel.Rule;
import jakarta.servlet.ServletRequest;
import java.util.List;

/** Remembers of a request that is refused before FHIR begins which rule it broke, for the record. */
public final class Told {

    private static final String KEY = "sprig.told";

    private Told() {}

    /** Notes the rule whose key goes into the answer. */
    public static void note(ServletRequest request, Rule rule) {
        request.setAttribute(KEY, rule.key());
    }

    /** The key of the rule, if one was noted. */
    public static List<String> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof String key ? List.of(key) : List.of();
    }
}
