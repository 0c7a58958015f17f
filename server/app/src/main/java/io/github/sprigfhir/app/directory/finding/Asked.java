package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the operation was called with, in the address or in the body; finds all that is wrong with it at once. Nothing
 * that was sent is repeated in what it says: it may be about somebody.
 */
final class Asked {

    static final String REFERRAL = "referral";
    /** Of the address, and not of the operation. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty", "_summary", "_elements");

    private static final int LONGEST = 200;
    private static final int MOST_VALUES = 30;

    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Reference referral;

    private Asked() {}

    /** Of an address. A referral is named in a body only, because addresses are written down in many places. */
    static Asked in(Map<String, String[]> query, Set<String> known) {
        var asked = new Asked();
        query.forEach((name, values) -> {
            if (!OF_THE_ANSWER.contains(name)) {
                if (REFERRAL.equals(name)) {
                    asked.problem(name, "is sent in the body of a POST, not in the address");
                } else {
                    asked.given.put(name, Arrays.asList(values));
                }
            }
        });
        return asked.checked(known);
    }

    static Asked in(Parameters body, Set<String> known) {
        var asked = new Asked();
        for (var parameter : body.getParameter()) {
            var name = String.valueOf(parameter.getName());
            if (REFERRAL.equals(name)) {
                asked.refer(parameter.getValue());
            } else {
                asked.given.computeIfAbsent(name, none -> new ArrayList<>()).add(text(parameter.getValue()));
            }
        }
        return asked.checked(known);
    }

    private static String text(@Nullable Type value) {
        if (value instanceof Coding coding) {
            return coding.hasSystem() ? coding.getSystem() + "|" + coding.getCode() : String.valueOf(coding.getCode());
        }
        return value != null && value.isPrimitive() ? String.valueOf(value.primitiveValue()) : "";
    }

    private void refer(@Nullable Type value) {
        if (referral == null
                && value instanceof Reference reference
                && "ServiceRequest".equals(reference.getReferenceElement().getResourceType())
                && reference.getReferenceElement().hasIdPart()) {
            referral = reference;
        } else {
            problem(REFERRAL, "is one Reference to a ServiceRequest");
        }
    }

    private Asked checked(Set<String> known) {
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                problem(
                        name.length() > LONGEST ? name.substring(0, LONGEST) : name,
                        "is not a parameter of this operation");
            } else if (values.size() > MOST_VALUES || values.stream().anyMatch(value -> value.length() > LONGEST)) {
                problem(name, "has at most %d values of at most %d characters".formatted(MOST_VALUES, LONGEST));
            } else if (values.stream().anyMatch(String::isBlank)) {
                problem(name, "has an empty value, or one of another type");
            }
        });
        return this;
    }

    Optional<Reference> referral() {
        return Optional.ofNullable(referral);
    }

    Optional<String> one(String name) {
        var values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            problem(name, "is given once");
        }
        return values.stream().findFirst().filter(value -> !value.isBlank());
    }

    <T> Optional<T> one(String name, Function<String, Optional<T>> read, String form) {
        return one(name).flatMap(value -> {
            var meant = read.apply(value);
            if (meant.isEmpty()) {
                problem(name, form);
            }
            return meant;
        });
    }

    Optional<BigDecimal> number(String name, BigDecimal least, BigDecimal most) {
        return one(
                name,
                value -> decimal(value).filter(number -> number.compareTo(least) >= 0 && number.compareTo(most) <= 0),
                "is a number from %s to %s".formatted(least, most));
    }

    Optional<Integer> whole(String name, int least, int most) {
        return one(
                name,
                value -> decimal(value)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0
                                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                                && number.compareTo(BigDecimal.valueOf(most)) <= 0)
                        .map(BigDecimal::intValue),
                "is a whole number from %d to %d".formatted(least, most));
    }

    private static Optional<BigDecimal> decimal(String value) {
        return value.matches("-?\\d{1,9}(\\.\\d{1,12})?") ? Optional.of(new BigDecimal(value)) : Optional.empty();
    }

    /** Codes of a system, alone or as {@code system|code}; several also with commas between them. */
    Set<String> codes(String name, String system, Set<String> known) {
        var codes = new LinkedHashSet<String>();
        for (var values : given.getOrDefault(name, List.of())) {
            for (var value : values.split(",", -1)) {
                var code = value.startsWith(system + "|") ? value.substring(system.length() + 1) : value;
                if (known.contains(code)) {
                    codes.add(code);
                } else if (!values.isBlank()) {
                    problem(name, "is one of " + String.join(", ", new TreeSet<>(known)));
                    return codes;
                }
            }
        }
        return codes;
    }

    /** Values of a form. */
    Set<String> values(String name, String pattern, String form) {
        var values = new LinkedHashSet<String>();
        for (var all : given.getOrDefault(name, List.of())) {
            for (var value : all.split(",", -1)) {
                if (value.matches(pattern)) {
                    values.add(value);
                } else if (!all.isBlank()) {
                    problem(name, form);
                    return values;
                }
            }
        }
        return values;
    }

    void problem(String name, String form) {
        problems.add(Problem.invalid(
                ServerRule.OPERATION_PARAMETER,
                "Parameters.parameter.where(name = '%s')".formatted(name.replaceAll("[^\\w-]", "")),
                "The parameter %s %s.".formatted(name.replaceAll("[^\\w-]", "?"), form),
                "The OperationDefinition find-services lists the parameters."));
    }

    void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw Refusals.badRequest(problems);
        }
    }

    /** As it was asked, for the addresses of this page and the next. */
    Map<String, List<String>> given() {
        return given;
    }
}
