package io.github.sprigfhir.app.export;

import io.github.sprigfhir.app.access.circle.Marks;
import io.github.sprigfhir.app.platform.copies.CopyStore;
import io.github.sprigfhir.app.platform.copies.Copying;
import io.github.sprigfhir.app.platform.searching.SearchesAsSql;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what there is to take away of a type a few resources at a time, in the order of HAPI's keys. */
@Component
class Stock {

    static final int AT_ONCE = 500;

    private final CopyStore copies;
    private final JdbcClient database;

    Stock(CopyStore copies, DataSource database) {
        this.copies = copies;
        this.database = JdbcClient.create(database);
    }

    /**
     * The keys of the next.
     *
     * @param since only what was changed later
     * @param found one of these must have found it, where there are any
     */
    List<Long> after(long last, Source source, String type, Optional<Instant> since, List<SearchesAsSql.Keys> found) {
        var sql = new StringBuilder("""
                select res_id from hfj_resource
                where partition_id = ? and res_type = ? and res_deleted_at is null and res_id > ?
                """);
        var values = new ArrayList<Object>(List.of(source.partition(), type, last));
        since.ifPresent(moment -> {
            sql.append(" and res_updated > ?");
            values.add(Timestamp.from(moment));
        });
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

    /** The resources of these keys, without those that are gone and without the marks of the circle of care. */
    Map<Long, Resource> read(List<Long> keys, Copying request) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var read = copies.read(keys, request);
        read.values().forEach(Marks::strip);
        return read;
    }

    /** Whether what there is to take away is still there: a release ends when the next one is finished. */
    boolean areThere(Source source) {
        return !source.isRelease()
                || database.sql("select exists (select 1 from sprig_release where number = ? and emptied is null)")
                        .param(source.release())
                        .query(Boolean.class)
                        .single();
    }
}
