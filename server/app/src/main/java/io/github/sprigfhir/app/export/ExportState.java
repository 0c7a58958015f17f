package io.github.sprigfhir.app.export;

import ca.uhn.fhir.model.api.annotation.Description;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** Tells how far an export is, gives its files, and cancels it; to nobody but who may take the same away. */
@Component
class ExportState implements SprigFeature {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ASK_AGAIN_AFTER_SECONDS = "5";

    private final Exports exports;

    ExportState(Exports exports) {
        this.exports = exports;
    }

    static String address(ServletRequestDetails request, Export export) {
        return "%s/$export-status?job=%s".formatted(request.getFhirServerBase(), export.id());
    }

    /** 202 while it is made; then 200 and the manifest; 404 once it is over. */
    @Operation(name = "$export-status", idempotent = true, manualResponse = true, deleteEnabled = true)
    @Description("State of an export, and how to cancel it")
    public void state(@OperationParam(name = "job") StringType job, ServletRequestDetails request) throws IOException {
        var export = find(job, request);
        var answer = request.getServletResponse();
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            exports.remove(export);
            answer.setStatus(202);
        } else if (export.failed().isPresent()) {
            throw Refusals.failed(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.EXCEPTION,
                    ServerRule.INTERNAL_ERROR,
                    "",
                    "The export cannot be finished. " + export.failed().get(),
                    "Ask for less of it at once, with _type; if that fails too, tell the operator."));
        } else if (export.ended().isEmpty()) {
            answer.setStatus(202);
            answer.setHeader("X-Progress", export.progress() + " %");
            answer.setHeader("Retry-After", ASK_AGAIN_AFTER_SECONDS);
        } else {
            answer.setContentType("application/json");
            answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
            answer.getWriter().write(JSON.writeValueAsString(manifest(export, request)));
        }
    }

    /** One file: a line for each resource of one type that is still there. */
    @Operation(name = "$export-file", idempotent = true, manualResponse = true)
    public void file(
            @OperationParam(name = "job") StringType job,
            @OperationParam(name = "type") StringType type,
            ServletRequestDetails request)
            throws IOException {
        var export = find(job, request);
        var name = type == null ? "" : type.getValue();
        if (export.ended().isEmpty() || !export.wanted().types().contains(name)) {
            throw notThere();
        }
        var answer = request.getServletResponse();
        answer.setContentType("application/fhir+ndjson");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var writer = answer.getWriter();
        exports.lines(export, name, line -> write(writer, line));
        if (!exports.isWanted(export)) {
            throw notThere();
        }
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, Object> manifest(Export export, ServletRequestDetails request) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("transactionTime", export.upTo().toString());
        manifest.put("request", export.request());
        manifest.put("requiresAccessToken", true);
        manifest.put(
                "output",
                exports.counts(export).entrySet().stream()
                        .map(file -> Map.of(
                                "type",
                                file.getKey(),
                                "url",
                                "%s/$export-file?job=%s&type=%s"
                                        .formatted(request.getFhirServerBase(), export.id(), file.getKey()),
                                "count",
                                file.getValue()))
                        .toList());
        manifest.put("deleted", List.of());
        manifest.put("error", List.of());
        return manifest;
    }

    private Export find(StringType job, ServletRequestDetails request) {
        return Optional.ofNullable(job)
                .flatMap(given -> id(given.getValue()))
                .flatMap(id -> exports.find(id, Source.of(request)))
                .orElseThrow(ExportState::notThere);
    }

    private static BaseServerResponseException notThere() {
        return Refusals.notFound(new Problem(
                IssueSeverity.ERROR,
                IssueType.NOTFOUND,
                ServerRule.NOT_FOUND,
                "",
                "There is no such export, or no such file of it: it was cancelled, its time is over, or its release has ended.",
                "Begin another with $export."));
    }

    private static Optional<UUID> id(String text) {
        return Optional.of(text)
                .filter(given -> given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }
}
