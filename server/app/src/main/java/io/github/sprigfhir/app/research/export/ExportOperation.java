package io.github.sprigfhir.app.research.export;

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
 * {@code $export} of Bulk Data Access 2.0: begins an export of all that a project was released, or of all that is about
 * people in it, and says where its state is to be asked for.
 */
class ExportOperation implements SprigFeature {

    /** In the order of the files: what others refer to comes first. */
    private static final List<String> TYPES = List.of(
            "Organization",
            "HealthcareService",
            "Patient",
            "ServiceRequest",
            "Task",
            "Encounter",
            "QuestionnaireResponse",
            "Observation",
            "Goal",
            "CarePlan");

    private static final List<String> ABOUT_PEOPLE = TYPES.subList(TYPES.indexOf("Patient"), TYPES.size());

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

    /** Of all that was released. */
    @Operation(name = "$export", idempotent = true, manualResponse = true)
    public void everything(ServletRequestDetails request) {
        begin(request, TYPES);
    }

    /** Of all that is about people. */
    @Operation(name = "$export", type = Patient.class, idempotent = true, manualResponse = true)
    public void people(ServletRequestDetails request) {
        begin(request, ABOUT_PEOPLE);
    }

    /** The same of the project, whose people are a Group of its name. */
    @Operation(name = "$export", typeName = "Group", idempotent = true, manualResponse = true)
    public void group(@IdParam IdType group, ServletRequestDetails request) {
        if (!group.getIdPart().equals(Released.of(request).orElseThrow().project())) {
            throw Refusals.notFound(group);
        }
        begin(request, ABOUT_PEOPLE);
    }

    private void begin(ServletRequestDetails request, List<String> types) {
        if (!String.join(",", request.getHeaders("Prefer")).contains("respond-async")) {
            throw Refusals.badRequest(Problem.invalid(
                    ServerRule.OPERATION_PARAMETER,
                    "",
                    "An export is made by and by, and the request does not say that you will ask for it again.",
                    "Send the header Prefer: respond-async, and then ask at the address in Content-Location."));
        }
        var wanted = new ExportParameters(request).read(types, filters);
        filters.judge(wanted.filters(), request);
        var released = Released.of(request).orElseThrow();
        var export = new Export(
                ids.get(),
                released.project(),
                released.number(),
                released.partition(),
                request.getCompleteUrl(),
                wanted,
                clock.instant(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        var noted = store.inOneTransaction(
                new Copying(released.partition()), () -> exports.begin(export, settings.atOnce()));
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
                "%d exports of your project are being made, which is the limit.".formatted(settings.atOnce()),
                "Wait until one is finished, or cancel one: DELETE at its address."));
    }
}
