package io.github.sprigfhir.app.export;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.http.CalledWith;
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

/** Reads the parameters of an operation, and gathers all that is wrong with them. */
final class ParameterReader {

    private final CalledWith called;
    private final List<Problem> problems = new ArrayList<>();

    ParameterReader(RequestDetails request) {
        called = CalledWith.of(request);
    }

    CalledWith called() {
        return called;
    }

    /** Finds fault with all that have another name. */
    void check(Set<String> known) {
        called.names().stream()
                .sorted()
                .filter(name -> !known.contains(name))
                .forEach(name -> problem(
                        name,
                        "The operation has no parameter of that name.",
                        "Leave it out; its OperationDefinition lists those that are understood."));
    }

    /** The value of a parameter that may be given once. */
    Optional<String> one(String name) {
        var given = called.all(name).toList();
        if (given.size() > 1) {
            problem(name, "The parameter is given more than once.", "Send it once.");
        }
        return given.stream().findFirst();
    }

    /** The same, where it is a moment. */
    Optional<Instant> instant(String name) {
        return one(name).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException wrong) {
                problem(name, "It is no instant.", "Write it as 2026-09-07T10:00:00Z, encoded for an address.");
                return Optional.empty();
            }
        });
    }

    void problem(String name, String text, String remedy) {
        var shown = name.matches("[A-Za-z_-]{1,40}") ? name : "?";
        problems.add(Problem.invalid(
                ServerRule.OPERATION_PARAMETER,
                "Parameters.parameter.where(name = '%s')".formatted(shown),
                text,
                remedy));
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    /** Refuses the request where anything is wrong. */
    void refuse() {
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
    }
}
