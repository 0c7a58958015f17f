package io.github.sprigfhir.app.platform.searching;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;

/**
 * What an operation is called with, in the address or in a body, all of it simple values; finds everything that is wrong
 * with it at once. Nothing that was sent is repeated in what it says: it may be about somebody.
 */
public final class Given {

    /** They say how the answer is written. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public Given(RequestDetails request) {
        request.getParameters().forEach((name, sent) -> {
            if (!OF_THE_ANSWER.contains(name)) {
                all(name).addAll(Arrays.asList(sent));
            }
        });
        if (request.getResource() instanceof Parameters body) {
            body.getParameter().forEach(one -> {
                var name = String.valueOf(one.getName());
                if (one.hasValue() && one.getValue().isPrimitive()) {
                    all(name).add(one.getValue().primitiveValue());
                } else {
                    problem(name, "has no simple value", "Send a string.");
                }
            });
        }
    }

    /** Everything, by its name. */
    public Map<String, List<String>> values() {
        return values;
    }

    /** A parameter that is given once at most. */
    public Optional<String> one(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            problem(name, "is given more than once", "Send it once.");
        }
        return all.stream().findFirst();
    }

    public void problem(String name, String text, String remedy) {
        var shown = name.matches("[A-Za-z_:.-]{1,60}") ? name : "?";
        problems.add(Problem.invalid(
                ServerRule.OPERATION_PARAMETER,
                "Parameters.parameter.where(name = '%s')".formatted(shown),
                "The parameter %s %s.".formatted(shown, text),
                remedy));
    }

    /** 400 with everything that was found wrong. */
    public void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
    }

    private List<String> all(String name) {
        return values.computeIfAbsent(name, first -> new ArrayList<>());
    }
}
