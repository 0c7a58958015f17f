package io.github.sprigfhir.app.export;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.export.TableForm.Table;
import io.github.sprigfhir.app.export.ViewRun.Heading;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.Copying;
import io.github.sprigfhir.app.platform.definitions.FhirPackage;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code $viewdefinition-run} of SQL on FHIR: gives a view of what somebody may take away as a table, row by row as it is
 * read, so that memory does not grow with it.
 */
@Component
class ViewOperation implements SprigFeature {

    static final String NAME = "$viewdefinition-run";

    private final FhirPackage definitions;
    private final Stock stock;
    private final Store store;

    ViewOperation(FhirPackage definitions, Stock stock, Store store) {
        this.definitions = definitions;
        this.stock = stock;
        this.store = store;
    }

    @Operation(name = NAME, idempotent = true, manualResponse = true)
    public void run(ServletRequestDetails request) throws IOException {
        var source = Source.of(request);
        var wanted = new ViewParameters(request, definitions).read();
        Queue<List<@Nullable Object>> rows = new ArrayDeque<>();
        var run = new ViewRun(request.getFhirContext(), wanted.view().json(), rows::add);
        var columns = run.headings().stream().map(Heading::name).toList();
        var answer = request.getServletResponse();
        answer.setContentType(wanted.form().type());
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var table = wanted.form().begin(columns, wanted.header(), answer.getWriter());
        var reading = new Copying(source.partition());
        var left = wanted.limit();
        List<Long> keys;
        var last = 0L;
        do {
            keys = stock.after(last, source, wanted.view().type(), wanted.since(), List.of());
            for (var resource : read(keys, reading)) {
                run.add(resource);
            }
            left -= give(rows, left, table);
            last = keys.isEmpty() ? last : keys.get(keys.size() - 1);
        } while (keys.size() == Stock.AT_ONCE && left > 0);
        if (!stock.areThere(source)) {
            throw ended();
        }
        table.end();
    }

    private static BaseServerResponseException ended() {
        return Refusals.unavailable(new Problem(
                IssueSeverity.ERROR,
                IssueType.TRANSIENT,
                ServerRule.CONFLICT,
                "",
                "The release ended while its table was given.",
                "Ask again: another release has taken its place."));
    }

    private List<Resource> read(List<Long> keys, Copying reading) {
        return store.inOneTransaction(
                reading, () -> List.copyOf(stock.read(keys, reading).values()));
    }

    private static long give(Queue<List<@Nullable Object>> rows, long most, Table table) throws IOException {
        var given = 0L;
        for (var row = rows.poll(); row != null; row = rows.poll()) {
            if (given < most) {
                table.add(row);
                given++;
            }
        }
        return given;
    }
}
