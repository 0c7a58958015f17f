package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.platform.Partitions;
import io.github.sprigfhir.app.terminology.Editions.Edition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells which codes of SNOMED CT on record an edition has no longer as active, by the elements that can be searched by. What
 * was recorded stays as it is.
 */
final class CodesOnRecord {

    private static final String INDEX = "hfj_spidx_token";
    private static final int MOST = 100;

    private final JdbcClient database;

    CodesOnRecord(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** In lines for the operator; none where nothing was ever recorded here. */
    List<String> told(Edition edition) {
        if (database.sql("select to_regclass(?)")
                        .param(INDEX)
                        .query()
                        .singleRow()
                        .get("to_regclass")
                == null) {
            return List.of();
        }
        var found = database.sql("""
                        with used as (
                            select sp_value::bigint as id, count(distinct res_id) as records from %2$s
                            where sp_system = 'http://snomed.info/sct' and partition_id = ?
                                and case when sp_value ~ '^[1-9][0-9]{5,17}$' then true end
                            group by sp_value)
                        select u.id, coalesce(c.display, 'unknown to it'), u.records, (
                            select string_agg(n.id || ' ' || n.display, ', ' order by n.display)
                            from %1$s_replacement r join %1$s_concept n on n.id = r.target and n.active
                            where r.concept = u.id)
                        from used u left join %1$s_concept c using (id)
                        where c.active is not true
                        order by u.records desc, u.id limit ?
                        """.formatted(edition.tables(), INDEX))
                .params(Partitions.DEFAULT, MOST)
                .query((row, at) -> line(row))
                .list();
        return found.isEmpty()
                ? List.of("Every code on record is active in it")
                : Stream.concat(
                                Stream.of(
                                        "Codes on record that are not active in it; what was recorded with them stays valid:"),
                                found.stream())
                        .toList();
    }

    private static String line(ResultSet row) throws SQLException {
        var instead = row.getString(4);
        return "  %s %s, on %,d records%s"
                .formatted(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        instead == null ? "" : "; in its place " + instead);
    }
}
