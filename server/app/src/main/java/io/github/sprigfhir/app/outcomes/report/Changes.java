package io.github.sprigfhir.app.outcomes.report;

import io.github.sprigfhir.domain.outcomes.Moments;
import io.github.sprigfhir.domain.outcomes.Pairs;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts in the database how scores changed from the first to the last, over all episodes and over each part of them. */
@Component
class Changes {

    /** The part that is everybody. */
    static final String ALL = "all";

    /** In three passes and not in eight: what is told of one division is summed up from those counted together with others. */
    private static final String SQL = """
            with pair as (
                select known.number as measure, p.first, p.last, p.last - p.first as moved, p.scores > 1 as paired,
                    known.sign, known.least, width_bucket(e.age, cast(:ages as int[])) as band, e.sex, e.ethnicity,
                    e.deprivation, e.needs[1] as need, e.provider, e.referrer
                from sprig_pair p join sprig_episode e on e.id = p.episode
                    join unnest(cast(:keys as text[]), cast(:signs as int[]), cast(:reliable as float8[]))
                        with ordinality as known(measure, sign, least, number) on known.measure = p.measure
                where e.ended between :first and :last
            ), coarse as (
                select measure, band, sex, ethnicity, deprivation, need, provider, referrer,
                    case 0 when grouping(sex) then 1 when grouping(need) then 2 else 3 end as pass,
                    count(*) as counted, count(*) filter (where paired) as pairs,
                    sum(first) filter (where paired) as first, sum(first * first) filter (where paired) as first2,
                    sum(last) filter (where paired) as last, sum(last * last) filter (where paired) as last2,
                    sum(moved) filter (where paired) as moved, sum(moved * moved) filter (where paired) as moved2,
                    count(*) filter (where paired and case when least is null then sign * moved > 0
                        else sign * moved >= least end) as better,
                    count(*) filter (where paired and case when least is null then sign * moved < 0
                        else sign * moved <= -least end) as worse
                from pair
                group by measure, grouping sets ((band, sex, ethnicity), (deprivation, need), (provider, referrer))
            )
            select measure, told.kind, coalesce(told.part, 'unknown'), sum(counted), sum(pairs), sum(first), sum(first2),
                sum(last), sum(last2), sum(moved), sum(moved2), sum(better), sum(worse)
            from coarse join lateral (values (1, 'all', null), (1, 'age-band', cast(band as text)), (1, 'sex', sex),
                    (1, 'ethnicity', ethnicity), (2, 'deprivation', cast(deprivation as text)), (2, 'need', need),
                    (3, 'provider', provider), (3, 'referrer', referrer)) told(pass, kind, part) using (pass)
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
            LocalDate first, LocalDate last, List<Measured> known, List<Integer> ages) {
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
                    counted.computeIfAbsent(known.get(row.getInt(1) - 1).key(), measure -> new HashMap<>())
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
