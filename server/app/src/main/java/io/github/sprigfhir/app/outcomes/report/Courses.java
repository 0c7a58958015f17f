package io.github.sprigfhir.app.outcomes.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts in the database what happened in the course of episodes, over all of them and over each part of them. */
@Component
class Courses {

    /** In three passes and not in eight: what is told of one division is summed up from those counted together with others. */
    private static final String SQL = """
            with coarse as (
                select s.kind as counted, s.what, e.band, e.sex, e.ethnicity, e.deprivation, e.need, e.provider, e.referrer,
                    case 0 when grouping(e.sex) then 1 when grouping(e.need) then 2 else 3 end as pass, count(*) as times
                from sprig_step s join (
                    select id, width_bucket(age, cast(:ages as int[])) as band, sex, ethnicity, deprivation,
                        needs[1] as need, provider, referrer
                    from sprig_episode where ended between :first and :last offset 0) e on e.id = s.episode
                where s.kind = any(:counted)
                group by s.kind, s.what, grouping sets ((e.band, e.sex, e.ethnicity), (e.deprivation, e.need),
                    (e.provider, e.referrer))
            )
            select counted, what, sum(times), told.kind, coalesce(told.part, 'unknown')
            from coarse join lateral (values (1, 'all', null), (1, 'age-band', cast(band as text)), (1, 'sex', sex),
                    (1, 'ethnicity', ethnicity), (2, 'deprivation', cast(deprivation as text)), (2, 'need', need),
                    (3, 'provider', provider), (3, 'referrer', referrer)) told(pass, kind, part) using (pass)
            group by 1, 2, 4, 5
            """;

    private final Counting counting;

    Courses(Counting counting) {
        this.counting = counting;
    }

    /**
     * Counts in the episodes that ended from one day to another.
     *
     * @param ages the first year of each age band but the youngest, rising
     * @return by what is counted, what it is divided by, the part, and which of its kind it was
     */
    Map<String, Map<String, Map<String, Map<String, Integer>>>> count(
            LocalDate first, LocalDate last, List<Integer> ages) {
        var counted = new HashMap<String, Map<String, Map<String, Map<String, Integer>>>>();
        counting.count(database -> database.sql(SQL)
                .param("first", first)
                .param("last", last)
                .param("ages", ages.toArray(Integer[]::new))
                .param("counted", Steps.Kind.counted())
                .query(row -> {
                    counted.computeIfAbsent(row.getString(1), group -> new HashMap<>())
                            .computeIfAbsent(row.getString(4), kind -> new HashMap<>())
                            .computeIfAbsent(row.getString(5), part -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                }));
        return counted;
    }
}
