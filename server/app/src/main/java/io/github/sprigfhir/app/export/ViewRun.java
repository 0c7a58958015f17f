package io.github.sprigfhir.app.export;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.validation.CoreDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.utils.sql.Cell;
import org.hl7.fhir.r4.utils.sql.Column;
import org.hl7.fhir.r4.utils.sql.ColumnKind;
import org.hl7.fhir.r4.utils.sql.Provider;
import org.hl7.fhir.r4.utils.sql.Runner;
import org.hl7.fhir.r4.utils.sql.Storage;
import org.hl7.fhir.r4.utils.sql.Store;
import org.hl7.fhir.r4.utils.sql.Validator.TrueFalseOrUnknown;
import org.hl7.fhir.r4.utils.sql.Value;
import org.hl7.fhir.utilities.json.model.JsonArray;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.jspecify.annotations.Nullable;

/** A ViewDefinition that HL7's own runner turns one resource after another into rows; for one thread. */
final class ViewRun {

    /** Which kind a column is of decides how it is written where types are. */
    record Heading(String name, ColumnKind kind) {}

    /** What a ViewDefinition or its column may have as well, and the runner does not know. */
    private static final List<String> NOT_OF_ROWS = List.of("id", "fhirVersion", "tag");

    private final List<Heading> headings = new ArrayList<>();
    private final Runner runner = new Runner();
    private final Runner.WorkContext context;

    /**
     * Prepares it.
     *
     * @param definition in JSON
     * @param rows is given each row, with a value for each heading: text, a Boolean, an Integer, a BigDecimal, a List of
     *     these where the definition says so, or null
     * @throws org.hl7.fhir.exceptions.FHIRException where the definition is not valid
     */
    ViewRun(FhirContext fhir, String definition, Consumer<List<@Nullable Object>> rows) {
        runner.setContext(new HapiWorkerContext(fhir, CoreDefinitions.of(fhir)));
        runner.setProvider(new References());
        runner.setStorage(new Rows(rows));
        try {
            var view = JsonParser.parseObject(definition);
            leaveRowsOnly(view);
            context = runner.prepare("ViewDefinition", view);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The columns, in the order of their values. */
    List<Heading> headings() {
        return List.copyOf(headings);
    }

    void add(Resource resource) {
        runner.processResource(context, resource);
    }

    /** Also, R4's own definitions say of ids that they are strings, and the runner refuses a column that says id. */
    private static void leaveRowsOnly(JsonObject part) {
        NOT_OF_ROWS.forEach(part::remove);
        if ("id".equals(part.asString("type"))) {
            part.remove("type");
        }
        for (var name : List.of("select", "unionAll", "column")) {
            if (part.get(name) instanceof JsonArray) {
                part.getJsonObjects(name).forEach(ViewRun::leaveRowsOnly);
            }
        }
    }

    /** A reference is a key: what it refers to need not be at hand. */
    private static final class References implements Provider {

        @Override
        public List<Base> fetch(String type) {
            throw new UnsupportedOperationException("resources are given one by one");
        }

        @Override
        public @Nullable Base resolveReference(@Nullable Base root, String reference, @Nullable String wanted) {
            var id = new IdType(reference);
            if (!id.hasIdPart() || !id.hasResourceType() || (wanted != null && !wanted.equals(id.getResourceType()))) {
                return null;
            }
            return ResourceFactory.createResource(id.getResourceType()).setId(id.getIdPart());
        }
    }

    private final class Rows implements Storage {

        private final Consumer<List<@Nullable Object>> taker;

        Rows(Consumer<List<@Nullable Object>> taker) {
            this.taker = taker;
        }

        @Override
        public TrueFalseOrUnknown supportsArrays() {
            return TrueFalseOrUnknown.TRUE;
        }

        @Override
        public TrueFalseOrUnknown supportsComplexTypes() {
            return TrueFalseOrUnknown.FALSE;
        }

        @Override
        public TrueFalseOrUnknown needsName() {
            return TrueFalseOrUnknown.FALSE;
        }

        @Override
        public Store createStore(String name, List<Column> columns) {
            columns.forEach(column -> headings.add(new Heading(column.getName(), column.getKind())));
            return new Store(name) {};
        }

        @Override
        public void addRow(Store store, List<Cell> cells) {
            var row = new ArrayList<@Nullable Object>();
            for (var heading : headings) {
                row.add(cells.stream()
                        .filter(cell -> cell.getColumn().getName().equals(heading.name()))
                        .findFirst()
                        .map(Rows::value)
                        .orElse(null));
            }
            taker.accept(row);
        }

        private static @Nullable Object value(Cell cell) {
            var values = cell.getValues().stream()
                    .flatMap(value -> Optional.ofNullable(value).stream())
                    .map(Rows::value)
                    .toList();
            if (cell.getColumn().isColl()) {
                return values;
            }
            return values.isEmpty() ? null : values.get(0);
        }

        private static Object value(Value value) {
            if (value.hasValueInt()) {
                return value.getValueInt();
            }
            if (value.hasValueBoolean()) {
                return value.getValueBoolean();
            }
            return value.hasValueDecimal() ? value.getValueDecimal() : value.getValueString();
        }

        @Override
        public void finish(Store store) {}

        @Override
        public String getKeyForSourceResource(Base resource) {
            return resource.fhirType() + "/" + new IdType(resource.getIdBase()).getIdPart();
        }

        @Override
        public String getKeyForTargetResource(Base resource) {
            return getKeyForSourceResource(resource);
        }
    }
}
