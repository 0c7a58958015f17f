package io.github.sprigfhir.domain.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When something is open every week, by the clock in the United Kingdom.
 *
 * <p>It is open when that clock shows a time between opening and closing. So what is open over the hour that the clock
 * skips in March is open an hour less, and over the hour that it shows twice in October an hour more; what is open in
 * that very hour alone is not open at all in March.
 *
 * @param sessions in any order; they may overlap
 */
public record WeeklyTimes(List<Session> sessions) {

    /** Whose clock it is. */
    public static final ZoneId CLOCK = ZoneId.of("Europe/London");

    private static final int MINUTES_OF_DAY = (int) Duration.ofDays(1).toMinutes();
    private static final int DAYS_OF_WEEK = DayOfWeek.values().length;
    /** What {@link Session#from} and {@link Session#minutes} count in. */
    public static final int MINUTES_OF_WEEK = DAYS_OF_WEEK * MINUTES_OF_DAY;

    public WeeklyTimes {
        sessions = List.copyOf(sessions);
    }

    public boolean isOpenAt(Instant instant) {
        var reading = instant.atZone(CLOCK);
        return isOpenAt(reading.getDayOfWeek(), reading.toLocalTime());
    }

    /** On a day when the clock skips that time, it is taken for what the clock shows instead, an hour on. */
    public boolean isOpenAt(LocalDate day, LocalTime time) {
        return isOpenAt(day.atTime(time).atZone(CLOCK).toInstant());
    }

    public boolean isOpenAt(DayOfWeek day, LocalTime time) {
        var minute = minuteOfWeek(day, time);
        return sessions.stream().anyMatch(session -> session.includes(minute));
    }

    /** Whether it opens on that day, or is still open from the day before. */
    public boolean isOpenOn(DayOfWeek day) {
        var midnight = minuteOfWeek(day, LocalTime.MIDNIGHT);
        return sessions.stream()
                .anyMatch(session -> session.includes(midnight)
                        || (session.from >= midnight && session.from < midnight + MINUTES_OF_DAY));
    }

    /** Minutes since Monday began; seconds do not count. */
    public static int minuteOfWeek(DayOfWeek day, LocalTime time) {
        return (day.getValue() - 1) * MINUTES_OF_DAY
                + time.getHour() * (int) Duration.ofHours(1).toMinutes()
                + time.getMinute();
    }

    /**
     * Once a week, from a minute of the week on, for so many minutes; it may run into the next day, and from Sunday into
     * Monday.
     *
     * @param from minutes since Monday began
     * @param minutes at least 1, at most a day
     */
    public record Session(int from, int minutes) {

        public Session {
            if (from < 0 || from >= MINUTES_OF_WEEK || minutes < 1 || minutes > MINUTES_OF_DAY) {
                throw new IllegalArgumentException("no such session");
            }
        }

        /** What closes at or before the time at which it opens closes on the next day. */
        public static Session of(DayOfWeek day, LocalTime opens, LocalTime closes) {
            var length = minuteOfWeek(DayOfWeek.MONDAY, closes) - minuteOfWeek(DayOfWeek.MONDAY, opens);
            return new Session(minuteOfWeek(day, opens), length > 0 ? length : length + MINUTES_OF_DAY);
        }

        public static Session allDay(DayOfWeek day) {
            return of(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }

        private boolean includes(int minute) {
            return Math.floorMod(minute - from, MINUTES_OF_WEEK) < minutes;
        }
    }

    static boolean fallsOn(LocalDate date, Set<DayOfWeek> days) {
        return days.isEmpty() || days.contains(date.getDayOfWeek());
    }
}
