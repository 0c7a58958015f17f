package io.github.sprigfhir.app.export;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.Copying;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.research.Released;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;

/**
 * {@code $export} of Bulk Data Access 2.0: begins an export of all that somebody may take away, or of all of it that is
 * about people, and says where its state is to be asked for.
 */
class ExportOperation implements SprigFeature {

    private final Exports exports;
    private final ExportFilters filters;
    private final ExportSettings settings;
    private final Store store;
    private final Clock clock;
    private final Supplier<UUID> ids;

    ExportOperation(
            Exports exports,
            ExportFilters filters,
            ExportSettings settings,
            Store store,
            Clock clock,
            Supplier<UUID> ids) {
        this.exports = exports;
        this.filters = filters;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** Of everything. */
    @Operation(name = "$export", idempotent = true, manualResponse = true)
    public void everything(ServletRequestDetails request) {
        var source = Source.of(request);
        begin(request, source, source.types());
    }

    /** Of all that is about people. */
    @Operation(name = "$export", type = Patient.class, idempotent = true, manualResponse = true)
    public void people(ServletRequestDetails request) {
        var source = Source.of(request);
        begin(request, source, source.typesAboutPeople());
    }

    /** The same of the project, whose people are a Group of its name. */
    @Operation(name = "$export", typeName = "Group", idempotent = true, manualResponse = true)
    public void group(@IdParam IdType group, ServletRequestDetails request) {
        var source = Source.of(request);
        if (!group.getIdPart().equals(source.project())) {
            throw Refusals.notFound(group);
        }
        begin(request, source, source.typesAboutPeople());
    }

    private void begin(ServletRequestDetails request, Source source, List<String> types) {
        if (!String.join(",", request.getHeaders("Prefer")).contains("respond-async")) {
            throw Refusals.badRequest(Problem.invalid(
                    ServerRule.OPERATION_PARAMETER,
                    "",
                    "An export is made by and by, and the request does not say that you will ask for it again.",
                    "Send the header Prefer: respond-async, and then ask at the address in Content-Location."));
        }
        var wanted = new ExportParameters(request).read(types, filters);
        var reading = new Copying(source.partition());
        // A researcher may ask what their searches may ask; whoever takes the records away may ask anything.
        filters.judge(wanted.filters(), source.isRelease() ? request : reading);
        var now = clock.instant();
        var export = new Export(
                ids.get(),
                source,
                Released.of(request).map(Released::moment).orElse(now),
                request.getCompleteUrl(),
                wanted,
                now,
                Set.of(),
                Optional.empty(),
                Optional.empty());
        var noted = store.inOneTransaction(reading, () -> exports.begin(export, settings.atOnce()));
        if (!noted) {
            throw tooMany();
        }
        var answer = request.getServletResponse();
        answer.setStatus(202);
        answer.setHeader("Content-Location", ExportState.address(request, export));
    }

    private BaseServerResponseException tooMany() {
        return Refusals.tooMany(new Problem(
                IssueSeverity.ERROR,
                IssueType.THROTTLED,
                ServerRule.LIMIT,
                "",
                "%d exports are being made for you, which is the limit.".formatted(settings.atOnce()),
                "Wait until one is finished, or cancel one: DELETE at its address."));
    }
}
