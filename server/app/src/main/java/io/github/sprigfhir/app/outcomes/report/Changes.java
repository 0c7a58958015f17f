package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.domain.outcomes.Moments;
import io.github.sprigfhir.domain.outcomes.Pairs;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts in the database how scores changed from the first to the last, over all episodes and over each part of them. */
@Component
class Changes {

    /** The part that is everybody. */
    static final String ALL = "all";

    private static final String SQL = """
            with pair as (
                select s.measure,
                    (array_agg(s.value order by s.taken, s.id))[1] as first,
                    (array_agg(s.value order by s.taken, s.id))[count(*)] as last,
                    count(*) > 1 as paired,
                    width_bucket(e.age, cast(:ages as int[])) as band, e.sex, e.ethnicity, e.deprivation,
                    e.needs[1] as need, e.provider, e.referrer
                from sprig_score s join sprig_episode e on e.id = s.episode
                where e.ended between :first and :last
                group by s.episode, s.measure, e.id
            ), told as (
                select measure, first, last, paired, count(*) as times,
                    case when grouping(band) = 0 then 'age-band'
                        when grouping(sex) = 0 then 'sex'
                        when grouping(ethnicity) = 0 then 'ethnicity'
                        when grouping(deprivation) = 0 then 'deprivation'
                        when grouping(need) = 0 then 'need'
                        when grouping(provider) = 0 then 'provider'
                        when grouping(referrer) = 0 then 'referrer'
                        else 'all' end as kind,
                    coalesce(cast(band as text), sex, ethnicity, cast(deprivation as text), need, provider, referrer,
                        'unknown') as part
                from pair
                group by measure, first, last, paired, grouping sets ((), (band), (sex), (ethnicity), (deprivation),
                    (need), (provider), (referrer))
            )
            select measure, kind, part, sum(times), coalesce(sum(times) filter (where paired), 0),
                sum(times * first) filter (where paired), sum(times * first * first) filter (where paired),
                sum(times * last) filter (where paired), sum(times * last * last) filter (where paired),
                sum(times * (last - first)) filter (where paired),
                sum(times * (last - first) * (last - first)) filter (where paired),
                coalesce(sum(times) filter (where paired and
                    case when least is null then sign * (last - first) > 0 else sign * (last - first) >= least end), 0),
                coalesce(sum(times) filter (where paired and
                    case when least is null then sign * (last - first) < 0 else sign * (last - first) <= -least end), 0)
            from told join unnest(cast(:keys as text[]), cast(:signs as int[]), cast(:reliable as float8[]))
                as known(measure, sign, least) using (measure)
            group by 1, 2, 3
            """;

    private final Counting counting;

    Changes(Counting counting) {
        this.counting = counting;
    }

    /**
     * Counts the episodes that ended from one day to another.
     *
     * @param known what to count; other scores are left out
     * @param ages the first year of each age band but the youngest, rising
     * @return by the key of the measure, what it is divided by, and the part
     */
    Map<String, Map<String, Map<String, Pairs>>> count(
            LocalDate first, LocalDate last, Collection<Measured> known, List<Integer> ages) {
        var counted = new HashMap<String, Map<String, Map<String, Pairs>>>();
        counting.count(database -> database.sql(SQL)
                .param("first", first)
                .param("last", last)
                .param("keys", known.stream().map(Measured::key).toArray(String[]::new))
                .param("signs", known.stream().map(Measured::sign).toArray(Integer[]::new))
                .param(
                        "reliable",
                        known.stream().map(one -> one.reliable().orElse(null)).toArray(Double[]::new))
                .param("ages", ages.toArray(Integer[]::new))
                .query(row -> {
                    counted.computeIfAbsent(row.getString(1), measure -> new HashMap<>())
                            .computeIfAbsent(row.getString(2), kind -> new HashMap<>())
                            .put(
                                    row.getString(3),
                                    new Pairs(
                                            row.getLong(4),
                                            row.getLong(5),
                                            new Moments(row.getDouble(6), row.getDouble(7)),
                                            new Moments(row.getDouble(8), row.getDouble(9)),
                                            new Moments(row.getDouble(10), row.getDouble(11)),
                                            row.getLong(12),
                                            row.getLong(13)));
                }));
        return counted;
    }
}
