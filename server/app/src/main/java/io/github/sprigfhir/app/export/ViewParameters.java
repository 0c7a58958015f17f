package io.github.sprigfhir.app.export;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.platform.definitions.View;
import io.github.sprigfhir.app.platform.http.ParameterReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what {@code $viewdefinition-run} is called with, and finds all that is wrong with it. */
final class ViewParameters {

    private static final String VIEW = "viewReference";
    private static final String FORMAT = "_format";
    private static final String HEADER = "header";
    private static final String LIMIT = "_limit";
    private static final String SINCE = "_since";
    private static final Set<String> KNOWN = Set.of(VIEW, FORMAT, HEADER, LIMIT, SINCE);

    /**
     * What is wanted.
     *
     * @param header whether a CSV file begins with the names of its columns
     * @param limit how many rows at most
     * @param since only of what was changed later
     */
    record Wanted(View view, TableForm form, boolean header, long limit, Optional<Instant> since) {}

    private final ParameterReader reader;
    private final FhirPackage definitions;
    private final Optional<String> accepted;

    ViewParameters(ServletRequestDetails request, FhirPackage definitions) {
        reader = new ParameterReader(request);
        accepted = Optional.ofNullable(request.getHeader("Accept"));
        this.definitions = definitions;
    }

    /** What is wanted, or a refusal of everything that is wrong. */
    Wanted read() {
        reader.check(KNOWN);
        var view = view();
        var form = form();
        var header = header();
        var limit = limit();
        var since = reader.instant(SINCE);
        reader.refuse();
        return new Wanted(view.orElseThrow(), form.orElseThrow(), header, limit, since);
    }

    private Optional<View> view() {
        var view = reader.one(VIEW).flatMap(definitions::view);
        if (view.isEmpty()) {
            reader.problem(
                    VIEW,
                    "It names no view of this server.",
                    "These are run: %s."
                            .formatted(definitions.views().stream()
                                    .map(one -> one.address().replaceFirst(".*/(?=[^/]+/[^/]+$)", ""))
                                    .collect(Collectors.joining(", "))));
        }
        return view;
    }

    private Optional<TableForm> form() {
        var asked = reader.one(FORMAT);
        var form = asked.isPresent()
                ? asked.flatMap(TableForm::of)
                : Optional.of(accepted.stream()
                        .flatMap(types -> Arrays.stream(types.split(",", -1)))
                        .flatMap(type -> TableForm.of(type).stream())
                        .findFirst()
                        .orElse(TableForm.CSV));
        if (form.isEmpty()) {
            reader.problem(FORMAT, "Tables are not given in that form.", "Send csv, ndjson or json.");
        }
        return form;
    }

    private boolean header() {
        var header = reader.one(HEADER).orElse("true");
        if (!Set.of("true", "false").contains(header)) {
            reader.problem(HEADER, "It is neither true nor false.", "Send one of these, or leave it out.");
        }
        return header.equals("true");
    }

    private long limit() {
        var limit = reader.one(LIMIT);
        if (limit.isPresent() && !limit.get().matches("[1-9]\\d{0,8}")) {
            reader.problem(LIMIT, "It is no whole number above 0.", "Send one, or leave it out.");
            return 0;
        }
        return limit.map(Long::parseLong).orElse(Long.MAX_VALUE);
    }
}
