package io.github.sprigfhir.app.platform.report;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.report.Reported.Asked;
import io.github.sprigfhir.domain.kernel.ReportingPeriods;
import io.github.sprigfhir.domain.kernel.ReportingPeriods.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads what {@code $evaluate-measure} is called with, in the address or in a body, and finds all that is wrong with it. */
final class ReportParameters {

    private static final String ABOUT = "subject";
    private static final String TYPE = "reportType";
    private static final String POPULATION = "population";
    private static final String SERVICE = "HealthcareService";
    private static final Set<String> KNOWN = Set.of(ReportingPeriods.START, ReportingPeriods.END, TYPE);
    /** They say how the answer is written. */
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty");

    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    ReportParameters(RequestDetails request) {
        request.getParameters().forEach((name, values) -> {
            if (!OF_THE_ANSWER.contains(name)) {
                values(name).addAll(Arrays.asList(values));
            }
        });
        if (request.getResource() instanceof Parameters body) {
            body.getParameter()
                    .forEach(one -> values(String.valueOf(one.getName())).add(text(one.getValue())));
        }
    }

    /** What is asked, or a refusal of everything that is wrong. */
    Asked read(boolean aboutOneService, ReportingPeriods periods, LocalDate today) {
        given.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !(aboutOneService && name.equals(ABOUT)))
                .forEach(name -> problem(
                        name,
                        "A report of this measure has no parameter of that name.",
                        "The guide's page Gaps and experience lists those that are understood."));
        if (!one(TYPE).orElse(POPULATION).equals(POPULATION)) {
            problem(TYPE, "Reports here are about many people, never about one.", "Leave it out, or send population.");
        }
        var service = aboutOneService ? service() : Optional.<String>empty();
        var verdict = periods.decide(one(ReportingPeriods.START), one(ReportingPeriods.END), today);
        if (verdict instanceof Verdict.Refused refused) {
            refused.faults()
                    .forEach(fault -> problems.add(Problem.invalid(
                            fault.refusal().reason(),
                            element(fault.parameter()),
                            fault.refusal().text(),
                            fault.refusal().remedy())));
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
        var agreed = (Verdict.Agreed) verdict;
        return new Asked(agreed.first(), agreed.last(), service);
    }

    private Optional<String> service() {
        var service = one(ABOUT)
                .map(IdType::new)
                .filter(id -> SERVICE.equals(id.getResourceType()) && id.isIdPartValid() && !id.isAbsolute())
                .map(IdType::getIdPart);
        if (service.isEmpty()) {
            problem(
                    ABOUT,
                    "A report of this measure is about one service, and none is named.",
                    "Send HealthcareService/[id].");
        }
        return service;
    }

    private Optional<String> one(String name) {
        var all = given.getOrDefault(name, List.of());
        if (all.size() > 1) {
            problem(name, "The parameter is given more than once.", "Send it once.");
        }
        return all.stream().findFirst();
    }

    private List<String> values(String name) {
        return given.computeIfAbsent(name, first -> new ArrayList<>());
    }

    private void problem(String name, String text, String remedy) {
        problems.add(Problem.invalid(ServerRule.OPERATION_PARAMETER, element(name), text, remedy));
    }

    private static String element(String name) {
        var shown = name.matches("[A-Za-z_-]{1,40}") ? name : "?";
        return "Parameters.parameter.where(name = '%s')".formatted(shown);
    }

    private static String text(@Nullable Type value) {
        return value instanceof Reference reference
                ? String.valueOf(reference.getReference())
                : value == null ? "" : String.valueOf(value.primitiveValue());
    }
}
