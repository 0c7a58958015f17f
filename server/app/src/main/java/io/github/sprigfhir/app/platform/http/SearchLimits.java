package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;

/** How much one search may ask: each limit is named with its value where it is passed. */
@Component
final class SearchLimits {

    private static final int MOST_STEPS = 3;
    private static final int MOST_REVERSE_STEPS = 2;
    private static final int MOST_ORDERS = 5;
    private static final Pattern REVERSE = Pattern.compile("_has:");

    private final HttpSettings settings;

    SearchLimits(HttpSettings settings) {
        this.settings = settings;
    }

    /** What a search, or a condition written as one, asks too much of. */
    List<Problem> passedBy(Map<String, String[]> parameters) {
        var problems = new ArrayList<Problem>();
        var includes = 0L;
        var iterations = 0L;
        var all = 0;
        for (var parameter : parameters.entrySet()) {
            var name = parameter.getKey();
            var times = parameter.getValue().length;
            all += times;
            if (name.startsWith("_include") || name.startsWith("_revinclude")) {
                includes += times;
                iterations += name.endsWith(":iterate") || name.endsWith(":recurse") ? times : 0;
            }
            check(name, Arrays.asList(parameter.getValue()), problems);
        }
        atMost(settings.mostParameters(), all, "parameters", problems);
        atMost(settings.mostIncludes(), includes, "_include and _revinclude", problems);
        atMost(settings.mostIterations(), iterations, "_include and _revinclude that iterate", problems);
        return problems;
    }

    private void check(String name, List<String> values, List<Problem> problems) {
        var reverse = REVERSE.matcher(name).results().count();
        atMost(MOST_REVERSE_STEPS, reverse, "_has within one another", problems);
        if (!name.startsWith("_")) {
            atMost(MOST_STEPS, name.split("\\.", -1).length, "steps in a chain", problems);
        }
        for (var value : values) {
            var alternatives = value.chars().filter(c -> c == ',').count() + 1;
            atMost(settings.mostValues(), alternatives, "alternatives in one parameter", problems);
            atMost(settings.longestValue(), value.length(), "characters in one parameter", problems);
            if (name.equals("_sort")) {
                atMost(MOST_ORDERS, alternatives, "parameters to sort by", problems);
            }
        }
    }

    private static void atMost(long most, long asked, String what, List<Problem> problems) {
        if (asked > most) {
            problems.add(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.TOOCOSTLY,
                    ServerRule.LIMIT,
                    "",
                    "The search has more than %d %s, the limit.".formatted(most, what),
                    "Ask for less, in several searches."));
        }
    }
}
