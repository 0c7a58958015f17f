package io.github.sprigfhir.app.platform.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an operation, and gathers all that is wrong with them. */
public final class ParameterReader {

    /** Of the address, and not of the operation. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

    private final CalledWith called;
    private final RequestDetails request;
    private final List<Problem> problems = new ArrayList<>();

    public ParameterReader(RequestDetails request) {
        called = CalledWith.of(request);
        this.request = request;
    }

    public CalledWith called() {
        return called;
    }

    /** Finds fault with all that have another name. */
    public void check(Set<String> known) {
        called.names().stream()
                .sorted()
                .filter(name -> !known.contains(name) && !OF_THE_ANSWER.contains(name))
                .forEach(name -> problem(
                        name,
                        "The operation has no parameter of that name.",
                        "Leave it out; its OperationDefinition lists those that are understood."));
    }

    /** The value of a parameter that may be given once. */
    public Optional<String> one(String name) {
        var given = called.all(name).toList();
        if (given.size() > 1) {
            problem(name, "The parameter is given more than once.", "Send it once.");
        }
        return given.stream().findFirst();
    }

    /** The same, where it is a whole number, 0 or more. */
    public Optional<Integer> whole(String name) {
        return one(name).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Integer.valueOf(text));
            }
            problem(name, "It is no whole number from 0 to 999999999.", "Send one, in digits.");
            return Optional.empty();
        });
    }

    /** The same, where it is yes or no; no where it is not given. */
    public boolean yes(String name) {
        var given = one(name).orElse("false");
        if (!given.equals("true") && !given.equals("false")) {
            problem(name, "It is neither true nor false.", "Send one of these.");
        }
        return given.equals("true");
    }

    /** A value that only a body can hold, such as a Coding. */
    public <T extends Type> Optional<T> value(String name, Class<T> type) {
        return inBody(name, ParametersParameterComponent::getValue, type);
    }

    /** A resource that the body holds. */
    public <T extends Resource> Optional<T> resource(String name, Class<T> type) {
        return inBody(name, ParametersParameterComponent::getResource, type);
    }

    private <T> Optional<T> inBody(
            String name, Function<ParametersParameterComponent, @Nullable Object> part, Class<T> type) {
        if (one(name).isEmpty()) {
            return Optional.empty();
        }
        if (request.getResource() instanceof Parameters body) {
            var given = part.apply(body.getParameter(name));
            if (type.isInstance(given)) {
                return Optional.of(type.cast(given));
            }
        }
        problem(name, "It is no %s.".formatted(type.getSimpleName()), "Send one in Parameters, in the body of a POST.");
        return Optional.empty();
    }

    /** The same, where it is a moment. */
    public Optional<Instant> instant(String name) {
        return one(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException wrong) {
                problem(name, "It is no instant.", "Write it as 2026-09-07T10:00:00Z, encoded for an address.");
                return Optional.empty();
            }
        });
    }

    public void problem(String name, String text, String remedy) {
        var shown = name.matches("[A-Za-z_-]{1,40}") ? name : "?";
        problems.add(Problem.invalid(
                ServerRule.OPERATION_PARAMETER,
                "Parameters.parameter.where(name = '%s')".formatted(shown),
                text,
                remedy));
    }

    public void problems(List<Problem> more) {
        problems.addAll(more);
    }

    /** Refuses the request where anything is wrong. */
    public void refuse() {
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
    }
}
