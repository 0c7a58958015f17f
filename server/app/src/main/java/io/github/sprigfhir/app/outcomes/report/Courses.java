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
                select *, needs[1] as need, width_bucket(age, cast(:ages as int[])) as band
                from sprig_episode where ended between :first and :last
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
            ), unit as (
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
                where kind in ('offer', 'attendance', 'contact-mode', 'service-attendance', 'service', 'unmet-need')
            )
            select counted, what, count(*),
                case when grouping(band) = 0 then 'age-band'
                    when grouping(sex) = 0 then 'sex'
                    when grouping(ethnicity) = 0 then 'ethnicity'
                    when grouping(deprivation) = 0 then 'deprivation'
                    when grouping(need) = 0 then 'need'
                    when grouping(provider) = 0 then 'provider'
                    when grouping(referrer) = 0 then 'referrer'
                    else 'all' end,
                coalesce(cast(band as text), sex, ethnicity, cast(deprivation as text), need, provider, referrer, 'unknown')
            from unit join cohort on id = episode
            group by grouping sets ((counted, what), (counted, what, band), (counted, what, sex),
                (counted, what, ethnicity), (counted, what, deprivation), (counted, what, need),
                (counted, what, provider), (counted, what, referrer))
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
