package io.github.sprigfhir.domain.directory.sheet;

import io.github.sprigfhir.domain.directory.feed.WeekDay;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some days of every week from one time to another, by the clock in the United Kingdom.
 *
 * @param days at least one
 * @param closes after it opens
 */
public record OpenTimes(Set<WeekDay> days, LocalTime opens, LocalTime closes) {

    private static final Pattern FORM = Pattern.compile("([a-z ,&-]+?)[\\s:]*(\\d[^-–]*?)\\s*(?:-|–|to)\\s*(\\d.*)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?");
    private static final Map<String, WeekDay> DAYS = Map.of(
            "monday", WeekDay.MO,
            "tuesday", WeekDay.TU,
            "wednesday", WeekDay.WE,
            "thursday", WeekDay.TH,
            "friday", WeekDay.FR,
            "saturday", WeekDay.SA,
            "sunday", WeekDay.SU);
    private static final int SHORTEST_NAME = 2;
    private static final int NOON = 12;

    /** Reads a cell such as {@code Mon 10:00-12:00; Wed-Fri 2pm-3.30pm}; none where any part of it cannot be read. */
    public static Optional<List<OpenTimes>> read(String cell) {
        List<OpenTimes> all = new ArrayList<>();
        for (String part : Row.values(cell)) {
            Optional<OpenTimes> times = one(part.toLowerCase(Locale.ROOT));
            if (times.isEmpty()) {
                return Optional.empty();
            }
            all.add(times.get());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static Optional<OpenTimes> one(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Set<WeekDay>> days = days(parts.group(1));
        Optional<LocalTime> opens = clock(parts.group(2));
        Optional<LocalTime> closes = clock(parts.group(3));
        return days.isPresent()
                        && opens.isPresent()
                        && closes.isPresent()
                        && opens.get().isBefore(closes.get())
                ? Optional.of(new OpenTimes(days.get(), opens.get(), closes.get()))
                : Optional.empty();
    }

    private static Optional<Set<WeekDay>> days(String text) {
        Set<WeekDay> days = EnumSet.noneOf(WeekDay.class);
        for (String part : text.strip().split("\\s*(?:,|&|\\band\\b)\\s*", -1)) {
            String[] ends = part.split("\\s*(?:-|\\bto\\b)\\s*", -1);
            Optional<WeekDay> first = day(ends[0]);
            Optional<WeekDay> last = day(ends[ends.length - 1]);
            if (ends.length > 2
                    || first.isEmpty()
                    || last.isEmpty()
                    || first.get().compareTo(last.get()) > 0) {
                return Optional.empty();
            }
            days.addAll(EnumSet.range(first.get(), last.get()));
        }
        return Optional.of(days);
    }

    private static Optional<WeekDay> day(String text) {
        String name = text.strip();
        return DAYS.entrySet().stream()
                .filter(day -> name.length() >= SHORTEST_NAME
                        && (day.getKey().startsWith(name) || name.equals(day.getKey() + "s")))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Without am and pm it is the clock of 24 hours. */
    private static Optional<LocalTime> clock(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (!clock.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(clock.group(1));
        int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
        String half = clock.group(3);
        boolean isHour = half == null ? hour < 2 * NOON : hour >= 1 && hour <= NOON;
        if (!isHour || minute > 59) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(half == null ? hour : hour % NOON + (half.equals("pm") ? NOON : 0), minute));
    }
}
