package io.github.sprigfhir.app.export;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.access.circle.Marks;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import io.github.sprigfhir.app.platform.searching.SearchesAsSql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes an export: a few resources at a time, each part in a transaction, so that memory does not grow and a server that
 * stops loses one part at most.
 */
@Component
class ExportMaker {

    private static final int AT_ONCE = 500;
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

    private final Exports exports;
    private final CopyStore copies;
    private final ExportFilters filters;
    private final FhirContext fhir;
    private final Store store;
    private final Clock clock;
    private final JdbcClient database;

    ExportMaker(
            Exports exports,
            CopyStore copies,
            ExportFilters filters,
            FhirContext fhir,
            Store store,
            Clock clock,
            DataSource database) {
        this.exports = exports;
        this.copies = copies;
        this.filters = filters;
        this.fhir = fhir;
        this.store = store;
        this.clock = clock;
        this.database = JdbcClient.create(database);
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
            var keys = next(export, type, after, request);
            var parser = fhir.newJsonParser();
            var elements = elements(export, type);
            if (!elements.isEmpty()) {
                parser.setEncodeElements(elements);
            }
            var read = copies.read(keys, request);
            read.values().forEach(Marks::strip);
            var lines = new LinkedHashMap<Long, String>();
            read.forEach((key, resource) -> lines.put(key, parser.encodeResourceToString(resource)));
            exports.write(export, type, lines);
            return keys.size() < AT_ONCE ? OptionalLong.empty() : OptionalLong.of(keys.get(keys.size() - 1));
        });
    }

    private List<Long> next(Export export, String type, long after, Copying request) {
        var sql = new StringBuilder("""
                select res_id from hfj_resource
                where partition_id = ? and res_type = ? and res_deleted_at is null and res_id > ?
                """);
        var values = new ArrayList<Object>(List.of(export.source().partition(), type, after));
        export.wanted().since().ifPresent(since -> {
            sql.append(" and res_updated > ?");
            values.add(Timestamp.from(since));
        });
        var found = export.wanted().filtersOf(type).stream()
                .map(filter -> filters.sql(filter, request))
                .toList();
        if (!found.isEmpty()) {
            sql.append(found.stream()
                    .map(SearchesAsSql.Keys::sql)
                    .collect(Collectors.joining(" union ", " and res_id in (", ")")));
            found.forEach(keys -> values.addAll(keys.values()));
        }
        return database.sql(
                        sql.append(" order by res_id limit ").append(AT_ONCE).toString())
                .params(values)
                .query(Long.class)
                .list();
    }

    private static Set<String> elements(Export export, String type) {
        return export.wanted().elements().stream()
                .filter(element -> element.startsWith(type + "."))
                .collect(Collectors.toSet());
    }
}
