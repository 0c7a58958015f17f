package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.Ages;
import io.github.sprigfhir.domain.directory.Offer;
import io.github.sprigfhir.domain.directory.TimeWish;
import io.github.sprigfhir.domain.directory.WeeklyTimes;
import io.github.sprigfhir.domain.directory.WeeklyTimes.Session;
import io.github.sprigfhir.domain.directory.Wish;
import io.github.sprigfhir.domain.directory.Words;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service offers as numbers that an index can hold. They may let too much through, because two signs can have the
 * same number; the domain then judges what is left by the whole entry.
 */
final class Signs {

    private static final String LANGUAGE = "l:";
    private static final String ACCESS = "a:";
    private static final String MODE = "m:";
    private static final String COST = "c:";
    private static final String AREA = "g:";
    private static final String TIME = "t:";
    private static final String SILENT = "?";
    private static final int NEEDS = 9973;
    private static final int MINUTES_OF_DAY = WeeklyTimes.MINUTES_OF_WEEK / DayOfWeek.values().length;

    private Signs() {}

    /** The number of a need category on the map; 0 is every need. */
    static int need(String code) {
        return Math.floorMod(code.hashCode(), NEEDS) + 1;
    }

    static Integer[] of(Offer offer) {
        var ways = offer.access();
        return Stream.of(
                        orSilent(
                                LANGUAGE,
                                ways.languages().stream()
                                        .map(Words::primaryLanguage)
                                        .collect(Collectors.toSet())),
                        orSilent(ACCESS, ways.accessibility()),
                        orSilent(MODE, ways.modes()),
                        orSilent(COST, ways.provision()),
                        orSilent(AREA, ways.hasArea() ? ways.areas() : Set.of()),
                        offer.times().isKnown() && offer.times().schedules().isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of(TIME + SILENT))
                .flatMap(signs -> signs)
                .map(String::hashCode)
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
    }

    private static Stream<String> orSilent(String kind, Collection<String> said) {
        return said.isEmpty() ? Stream.of(kind + SILENT) : said.stream().map(one -> kind + one);
    }

    /** Conditions on the columns of sprig_service_at, with their values in the same order. */
    static void require(Wish wish, List<String> conditions, List<Object> values) {
        wish.forWhom().age().ifPresent(age -> {
            conditions.add("age_low <= ? and age_high >= ?");
            values.add(age);
            values.add(age);
        });
        wish.forWhom().level().ifPresent(level -> {
            conditions.add("level >= ?");
            values.add(level);
        });
        any(
                LANGUAGE,
                wish.forWhom().languages().stream().map(Words::primaryLanguage).toList(),
                conditions,
                values);
        any(MODE, wish.manner().modes(), conditions, values);
        any(COST, wish.manner().free() ? List.of("free") : List.of(), conditions, values);
        any(AREA, wish.whereabouts().areas(), conditions, values);
        if (!wish.manner().accessibility().isEmpty()) {
            conditions.add("(tags @> ? or tags && ?)");
            values.add(hashes(wish.manner().accessibility().stream().map(one -> ACCESS + one)));
            values.add(hashes(Stream.of(ACCESS + SILENT)));
        }
        if (!wish.time().isAny()) {
            conditions.add("(week && cast(? as int4multirange) or tags && ?)");
            values.add(ranges(minutes(wish.time())));
            values.add(hashes(Stream.of(TIME + SILENT)));
        }
    }

    private static void any(String kind, Collection<String> asked, List<String> conditions, List<Object> values) {
        if (!asked.isEmpty()) {
            conditions.add("tags && ?");
            values.add(hashes(Stream.concat(asked.stream(), Stream.of(SILENT)).map(one -> kind + one)));
        }
    }

    private static Integer[] hashes(Stream<String> signs) {
        return signs.map(String::hashCode).toArray(Integer[]::new);
    }

    static int lowest(Ages ages) {
        return ages.lowest().orElse(0);
    }

    static int highest(Ages ages) {
        return ages.highest().map(Integer::intValue).orElse((int) Short.MAX_VALUE);
    }

    /** When it is open, as a multirange of minutes of the week. */
    static String week(Offer offer) {
        return ranges(offer.times().weekly().sessions());
    }

    /** When somebody could come; on a day when the clock skips the time, an hour later. */
    private static List<Session> minutes(TimeWish wish) {
        var days = wish.date()
                .<Set<DayOfWeek>>map(date -> EnumSet.of(date.getDayOfWeek()))
                .orElseGet(() -> wish.days().isEmpty() ? EnumSet.allOf(DayOfWeek.class) : wish.days());
        var minutes = new ArrayList<Session>();
        for (var day : days) {
            if (wish.time().isPresent()) {
                var time = wish.date()
                        .map(date -> date.atTime(wish.time().get())
                                .atZone(WeeklyTimes.CLOCK)
                                .toLocalTime())
                        .orElse(wish.time().get());
                minutes.add(new Session(WeeklyTimes.minuteOfWeek(day, time), 1));
            } else {
                minutes.add(new Session(WeeklyTimes.minuteOfWeek(day, LocalTime.MIDNIGHT), MINUTES_OF_DAY));
            }
        }
        return minutes;
    }

    private static String ranges(Collection<Session> sessions) {
        var ranges = new TreeSet<String>();
        for (var session : sessions) {
            var end = session.from() + session.minutes();
            ranges.add("[%d,%d)".formatted(session.from(), Math.min(end, WeeklyTimes.MINUTES_OF_WEEK)));
            if (end > WeeklyTimes.MINUTES_OF_WEEK) {
                ranges.add("[0,%d)".formatted(end - WeeklyTimes.MINUTES_OF_WEEK));
            }
        }
        return "{" + String.join(",", ranges) + "}";
    }
}
