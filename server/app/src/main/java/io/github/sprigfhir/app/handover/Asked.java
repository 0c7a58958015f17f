package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Type;

/** The parameters that somebody called an operation with; finds all that is wrong with them at once. */
final class Asked {

    private final Parameters parameters;
    private final List<Problem> problems = new ArrayList<>();

    Asked(Parameters parameters, Set<String> known) {
        this.parameters = parameters;
        parameters.getParameter().stream()
                .map(ParametersParameterComponent::getName)
                .filter(name -> !known.contains(name))
                .forEach(name -> problem(name, "The operation has no parameter of that name."));
    }

    <T extends Type> Optional<T> one(String name, Class<T> type) {
        var given = all(name, type);
        if (given.size() > 1) {
            problem(name, "The parameter is given more than once.");
        }
        return given.stream().findFirst();
    }

    /** The parameter, or an empty one and a problem: what is built of it is never used. */
    <T extends Type> T required(String name, Class<T> type, T empty) {
        return one(name, type).orElseGet(() -> {
            problem(name, "The parameter is missing, or not of the type %s.".formatted(empty.fhirType()));
            return empty;
        });
    }

    <T extends Type> List<T> all(String name, Class<T> type) {
        return parameters.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .map(ParametersParameterComponent::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    void problem(String name, String text) {
        problems.add(Problem.invalid(
                ServerRule.OPERATION_PARAMETER,
                "Parameters.parameter.where(name = '%s')".formatted(name),
                text,
                "The OperationDefinition lists the parameters with their types."));
    }
}
