package io.github.sprigfhir.app.export;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Makes an export: a few resources at a time, each part in a transaction, so that memory does not grow and a server that
 * stops loses one part at most.
 */
@Component
class ExportMaker {

    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private final Exports exports;
    private final CopyStore copies;
    private final Stock stock;
    private final ExportFilters filters;
    private final FhirContext fhir;
    private final Store store;
    private final Clock clock;

    ExportMaker(
            Exports exports,
            CopyStore copies,
            Stock stock,
            ExportFilters filters,
            FhirContext fhir,
            Store store,
            Clock clock) {
        this.exports = exports;
        this.copies = copies;
        this.stock = stock;
        this.filters = filters;
        this.fhir = fhir;
        this.store = store;
        this.clock = clock;
    }

    /** Goes on until it is finished, cancelled, or nobody goes on. */
    void make(Export export, BooleanSupplier goesOn) {
        if (isTooEarly(export)) {
            return;
        }
        for (var type : export.wanted().types()) {
            if (!export.written().contains(type)) {
                var last = OptionalLong.of(exports.reached(export, type));
                while (last.isPresent()) {
                    if (!goesOn.getAsBoolean() || !exports.isWanted(export)) {
                        return;
                    }
                    last = writePart(export, type, last.getAsLong());
                }
                exports.written(export, type);
            }
        }
        exports.end(export, clock.instant());
    }

    /** What was begun before it was asked for belongs to it, and is awaited; no statement may take longer than that. */
    private boolean isTooEarly(Export export) {
        return !export.source().isRelease()
                && clock.instant().isBefore(export.asked().plus(LONGEST_WRITE))
                && exports.isWrittenTo(export.asked());
    }

    /** Writes what comes after a key, and says the last key of it where there may be more. */
    private OptionalLong writePart(Export export, String type, long after) {
        var request = new Copying(export.source().partition());
        return store.inOneTransaction(request, () -> {
            copies.keepAll();
            var found = export.wanted().filtersOf(type).stream()
                    .map(filter -> filters.sql(filter, request))
                    .toList();
            var keys = stock.after(after, export.source(), type, export.wanted().since(), found);
            var parser = fhir.newJsonParser();
            var elements = elements(export, type);
            if (!elements.isEmpty()) {
                parser.setEncodeElements(elements);
            }
            var lines = new LinkedHashMap<Long, String>();
            stock.read(keys, request)
                    .forEach((key, resource) -> lines.put(key, parser.encodeResourceToString(resource)));
            exports.write(export, type, lines);
            return keys.size() < Stock.AT_ONCE ? OptionalLong.empty() : OptionalLong.of(keys.get(keys.size() - 1));
        });
    }

    private static Set<String> elements(Export export, String type) {
        return export.wanted().elements().stream()
                .filter(element -> element.startsWith(type + "."))
                .collect(Collectors.toSet());
    }
}
