package io.github.sprigfhir.app.platform.report;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms in which a report can be asked for. */
public enum ReportForm {
    /** A MeasureReport, in JSON or XML. */
    FHIR(""),
    CSV("text/csv"),
    PAGE("text/html");

    private static final String OPERATION = "/$evaluate-measure";

    private final String type;

    ReportForm(String type) {
        this.type = type;
    }

    /** The media type, as the answer names it. */
    String type() {
        return type + ";charset=utf-8";
    }

    /** Whether the address is one at which a report is given in every form. */
    public static boolean isOffered(HttpServletRequest request) {
        return request.getRequestURI().endsWith(OPERATION);
    }

    /** What the request asks for: by {@code _format}, or else by the first in {@code Accept} that can be given. */
    public static ReportForm asked(HttpServletRequest request) {
        if (!isOffered(request)) {
            return FHIR;
        }
        var asked = Optional.ofNullable(request.getParameter("_format"))
                .or(() -> Optional.ofNullable(request.getHeader("Accept")))
                .orElse("");
        return Arrays.stream(asked.split(",", -1))
                .map(range -> range.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .flatMap(ReportForm::of)
                .findFirst()
                .orElse(FHIR);
    }

    private static Stream<ReportForm> of(String range) {
        return Stream.of(values())
                .filter(form ->
                        form == FHIR ? range.endsWith("json") || range.endsWith("fhir+xml") : range.equals(form.type));
    }
}
