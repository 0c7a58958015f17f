package io.github.sprigfhir.domain.directory.feed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A schedule of a feed, field by field as it was sent. Open Referral UK 3.0 spreads the parts of an RRULE (RFC 5545) over
 * fields of its own; here they are put together again, in the order of that RFC's examples.
 *
 * @param fields by name; a field that was not sent is not there
 */
public record Schedule(Map<String, String> fields) {

    private static final Pattern NUMBERS = Pattern.compile("[+-]?\\d{1,3}(,[+-]?\\d{1,3})*");
    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,3}(\\.0+)?");
    private static final Pattern DAYS = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.0+)?(Z|\\+0[01]:?00)?");
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    /**
     * What a schedule says.
     *
     * @param findings with paths within the schedule
     */
    public record Reading(Times times, List<Finding> findings) {}

    /** Reads it; what cannot be read is left out and found, and where too little is left there are words only. */
    public Reading read() {
        List<Finding> findings = new ArrayList<>();
        Optional<LocalTime> opens = time("opens_at", findings);
        Optional<LocalTime> closes = time("closes_at", findings);
        if (opens.isPresent() && closes.isPresent() && !closes.get().isAfter(opens.get())) {
            findings.add(leftOut("closes_at", "It closes before it opens, so when it closes is left out."));
            closes = Optional.empty();
        }
        Optional<LocalDate> from = date("valid_from", findings);
        Optional<LocalDate> to = date("valid_to", findings);
        Optional<LocalDate> start = date("dtstart", findings).or(() -> from);
        Optional<String> frequency = frequency(findings);
        Optional<String> rule = frequency.map(known -> rule(known, findings));
        Optional<Set<WeekDay>> weekly = from.isPresent() || to.isPresent() ? Optional.empty() : everyWeekOn(rule);
        if (weekly.isPresent()) {
            return new Reading(new Times.Weekly(weekly.get(), opens, closes), findings);
        }
        if (start.isPresent()) {
            return new Reading(new Times.Dated(start.get(), rule, opens, closes, from, to), findings);
        }
        if (rule.isPresent()) {
            findings.add(new Finding(
                    Remark.SCHEDULE_UNREADABLE,
                    "dtstart",
                    "The schedule repeats, but not simply every week, and does not say from when."));
        }
        return new Reading(new Times.InWords(), findings);
    }

    private Optional<String> sent(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> frequency(List<Finding> findings) {
        Optional<String> sent = sent("freq").map(text -> text.toUpperCase(Locale.ROOT));
        if (sent.isPresent() && !FREQUENCIES.contains(sent.get())) {
            findings.add(new Finding(Remark.SCHEDULE_UNREADABLE, "freq", "This is not a frequency of iCalendar."));
        }
        return sent.filter(FREQUENCIES::contains);
    }

    private String rule(String frequency, List<Finding> findings) {
        List<String> parts = new ArrayList<>();
        parts.add("FREQ=" + frequency);
        part("interval", WHOLE, findings)
                .map(number -> number.replaceFirst("\\..*", ""))
                .filter(number -> !number.equals("1"))
                .ifPresent(number -> parts.add("INTERVAL=" + number));
        days(frequency, findings).ifPresent(days -> parts.add("BYDAY=" + days));
        if (!frequency.equals("WEEKLY")) {
            part("bymonthday", NUMBERS, findings).ifPresent(days -> parts.add("BYMONTHDAY=" + days));
        } else if (sent("bymonthday").isPresent()) {
            findings.add(leftOut("bymonthday", "A weekly rule has no days of the month (RFC 5545, 3.3.10)."));
        }
        for (String yearly : List.of("byweekno", "byyearday")) {
            if (frequency.equals("YEARLY")) {
                part(yearly, NUMBERS, findings)
                        .ifPresent(numbers -> parts.add(yearly.toUpperCase(Locale.ROOT) + "=" + numbers));
            } else if (sent(yearly).isPresent()) {
                findings.add(leftOut(yearly, "Only a yearly rule has this part (RFC 5545, 3.3.10)."));
            }
        }
        Optional<LocalDate> until = date("until", findings);
        if (until.isPresent()) {
            parts.add("UNTIL=" + until.get().toString().replace("-", ""));
        } else {
            part("count", WHOLE, findings).ifPresent(number -> parts.add("COUNT=" + number.replaceFirst("\\..*", "")));
        }
        sent("wkst")
                .map(day -> day.toUpperCase(Locale.ROOT))
                .filter(day -> WeekDay.ofLetters(day).isPresent() && !day.equals("MO"))
                .ifPresent(day -> parts.add("WKST=" + day));
        return String.join(";", parts);
    }

    /** Days with a number, as in the second Monday, are for months and years. */
    private Optional<String> days(String frequency, List<Finding> findings) {
        Optional<List<String>> days = sent("byday")
                .map(text -> Arrays.stream(text.toUpperCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList());
        boolean numbered = frequency.equals("MONTHLY") || frequency.equals("YEARLY");
        Optional<List<String>> readable = days.filter(
                all -> all.stream().allMatch(day -> DAYS.matcher(day).matches() && (numbered || day.length() == 2)));
        if (days.isPresent() && readable.isEmpty()) {
            findings.add(leftOut("byday", "These are not days as iCalendar writes them for this frequency."));
        }
        return readable.map(all -> String.join(",", all));
    }

    private Optional<String> part(String name, Pattern form, List<Finding> findings) {
        Optional<String> sent = sent(name).map(text -> text.replace(" ", ""));
        if (sent.isPresent() && !form.matcher(sent.get()).matches()) {
            findings.add(leftOut(name, "This is not a number, or numbers with commas between."));
        }
        return sent.filter(text -> form.matcher(text).matches());
    }

    private Optional<LocalDate> date(String name, List<Finding> findings) {
        Optional<String> sent = sent(name).map(text -> text.length() > 10 ? text.substring(0, 10) : text);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(sent.get()));
        } catch (DateTimeParseException unreadable) {
            findings.add(leftOut(name, "This is not a date such as 2026-11-23."));
            return Optional.empty();
        }
    }

    /** Publishers write the UK's clock and put UTC's or the summer's mark behind it; it is the clock that they mean. */
    private Optional<LocalTime> time(String name, List<Finding> findings) {
        Optional<String> sent = sent(name);
        Optional<LocalTime> time =
                sent.map(CLOCK::matcher).filter(clock -> clock.matches()).flatMap(clock -> clock(clock.group(1)));
        if (sent.isPresent() && time.isEmpty()) {
            findings.add(leftOut(name, "This is not a time such as 14:30 by the clock in the United Kingdom."));
        }
        return time;
    }

    private static Optional<LocalTime> clock(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** The days, if the rule says no more than every week on these. */
    private static Optional<Set<WeekDay>> everyWeekOn(Optional<String> rule) {
        return rule.filter(text -> text.matches("FREQ=WEEKLY;BYDAY=[A-Z,]+")).map(text -> Arrays.stream(
                        text.substring(text.lastIndexOf('=') + 1).split(",", -1))
                .map(WeekDay::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(WeekDay.class))));
    }

    private static Finding leftOut(String name, String text) {
        return new Finding(Remark.SCHEDULE_PART_LEFT_OUT, name, text);
    }
}
