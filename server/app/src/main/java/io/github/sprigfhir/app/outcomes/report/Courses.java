package io.github.sprigfhir.app.outcomes.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts in the database what happened in the course of episodes, over all of them and over each part of them. */
@Component
class Courses {

    private static final String SQL = """
            with cohort as materialized (
                select id, begun, sex, ethnicity, needs[1] as need, provider, referrer,
                    cast(coalesce(width_bucket(age, cast(:ages as int[])), -1) as bigint) as band,
                    cast(coalesce(deprivation, -1) as bigint) as tenth,
                    dense_rank() over (order by sex) as s, dense_rank() over (order by ethnicity) as e,
                    dense_rank() over (order by needs[1]) as n, dense_rank() over (order by provider) as p,
                    dense_rank() over (order by referrer) as r
                from sprig_episode where ended between :first and :last
            ), part as (
                select distinct 'age-band' as kind, band as number, nullif(cast(band as text), '-1') as part from cohort
                union select distinct 'deprivation', tenth, nullif(cast(tenth as text), '-1') from cohort
                union select distinct 'sex', s, sex from cohort
                union select distinct 'ethnicity', e, ethnicity from cohort
                union select distinct 'need', n, need from cohort
                union select distinct 'provider', p, provider from cohort
                union select distinct 'referrer', r, referrer from cohort
            ), step as materialized (
                select s.episode, s.kind, s.what, s.day
                from cohort join sprig_step s on s.episode = cohort.id
            ), course as materialized (
                select episode,
                    max(what) filter (where kind = 'end') as finish,
                    max(what) filter (where kind = 'acknowledgement') as acknowledged,
                    bool_or(kind = 'acceptance') as accepted,
                    min(day) filter (where kind = 'attendance' and what = 'attended') as seen,
                    count(*) filter (where kind = 'attendance' and what = 'attended') as contacts
                from step group by episode having bool_or(kind = 'end')
            ), unit as materialized (
                select episode, 'progress' as counted,
                    case when finish = 'completed' then 'completed'
                        when seen is not null then 'left'
                        when accepted then 'not-seen'
                        else 'not-accepted' end as what
                from course
                union all select episode, 'end-reason', finish from course where finish <> 'completed'
                union all select episode, 'time-to-acknowledgement', coalesce(acknowledged, '') from course
                union all select episode, 'time-to-first-contact',
                    coalesce(cast(greatest(seen - begun, 0) as text), '')
                from course join cohort on id = episode
                union all select episode, 'contacts', cast(contacts as text) from course
                union all select episode, kind, what from step
                where kind in ('offer', 'attendance', 'contact-mode', 'service-attendance', 'service')
            ), known as materialized (
                select counted, what, row_number() over () as k from unit group by 1, 2
            ), told as (
                select k, count(*) as times, coalesce(band, s, e, tenth, n, p, r) as number,
                    case when grouping(band) = 0 then 'age-band'
                        when grouping(s) = 0 then 'sex'
                        when grouping(e) = 0 then 'ethnicity'
                        when grouping(tenth) = 0 then 'deprivation'
                        when grouping(n) = 0 then 'need'
                        when grouping(p) = 0 then 'provider'
                        when grouping(r) = 0 then 'referrer'
                        else 'all' end as kind
                from unit join known using (counted, what) join cohort on id = episode
                group by grouping sets (k, (k, band), (k, s), (k, e), (k, tenth), (k, n), (k, p), (k, r))
            )
            select counted, what, cast(times as int), kind, coalesce(part, 'unknown')
            from told join known using (k) left join part using (kind, number)
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
                .query(row -> {
                    counted.computeIfAbsent(row.getString(1), group -> new HashMap<>())
                            .computeIfAbsent(row.getString(4), kind -> new HashMap<>())
                            .computeIfAbsent(row.getString(5), part -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                }));
        return counted;
    }
}
