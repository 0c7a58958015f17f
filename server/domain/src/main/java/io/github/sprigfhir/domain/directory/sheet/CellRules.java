package io.github.sprigfhir.domain.directory.sheet;

import io.github.sprigfhir.domain.directory.feed.Language;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a cell of each column may hold, and how it is read. */
public final class CellRules {

    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");
    private static final Pattern E_MAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@.,;<>\"]+(\\.[^\\s@.,;<>\"]+)+");
    private static final Pattern PHONE = Pattern.compile("(\\+|\\(?0)[\\d ()-]{6,30}");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s/@:]+\\.[^\\s@]+");
    private static final Pattern MONEY = Pattern.compile("£?\\s?(\\d{1,6}(\\.\\d{2})?)");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int OLDEST = 120;

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK).withResolverStyle(ResolverStyle.STRICT));

    /** What people write, and the word of Open Referral UK for it. */
    private static final Map<String, String> STATUSES =
            Map.of("open", "active", "closed for now", "temporarily closed", "ended", "defunct");

    private static final List<String> PLACES = List.of("in person", "online", "both");

    private final NeedTable needs;
    private final LocalDate today;

    /** @param needs with the operator's own words for them */
    CellRules(NeedTable needs, LocalDate today) {
        this.needs = needs;
        this.today = today;
    }

    /** What is wrong with a cell that is not empty. */
    record Wrong(String rule, String remedy) {}

    Optional<Wrong> check(Column column, String text) {
        if (text.length() > column.longest()) {
            return Optional.of(new Wrong(
                    "A cell of this column has %d characters at most.".formatted(column.longest()), "Shorten it."));
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return Optional.of(new Wrong(
                    "There are letters in it that cannot be read.",
                    "Save the file again as \"CSV UTF-8\", or write the letters anew."));
        }
        return switch (column.form()) {
            case WORDS, LIST -> Optional.empty();
            case REFERENCE ->
                unless(
                        REFERENCE.matcher(text).matches(),
                        "A reference has letters, digits, dots and hyphens only.",
                        "Write it without spaces, such as walks-1.");
            case CHARITY ->
                unless(
                        text.matches("\\d{4,8}"),
                        "A number of the register of charities of England and Wales has digits only.",
                        "Look it up at register-of-charities.charitycommission.gov.uk, or leave the cell empty.");
            case NEEDS ->
                unless(
                        isAll(text, need -> needs.ofName(need).isPresent()),
                        "Each need must be one of the list, with ; between several.",
                        "Choose from: %s."
                                .formatted(
                                        NeedTable.categories().stream().sorted().collect(Collectors.joining(", "))));
            case STATUS ->
                unless(
                        status(text).isPresent(),
                        "The status is open, closed for now, or ended.",
                        "Write one of these, or leave the cell empty if the service is open.");
            case EMAIL ->
                unless(
                        E_MAIL.matcher(text).matches(),
                        "This is not one e-mail address.",
                        "Write one address, such as walks@neighbours.example.");
            case PHONE ->
                unless(
                        PHONE.matcher(text).matches(),
                        "A telephone number begins with 0 or + and has digits and spaces only.",
                        "If your spreadsheet has taken the 0 away, format the column as text and write it again.");
            case WEB ->
                unless(
                        WEB.matcher(text).matches(),
                        "This is not a web address.",
                        "Copy it from the browser; it begins with https://");
            case POSTCODE ->
                unless(
                        POSTCODE.matcher(text.toUpperCase(Locale.ROOT)).matches(),
                        "This is not a postcode of the United Kingdom.",
                        "Write it whole, such as ZZ99 3WZ.");
            case PLACE ->
                unless(
                        PLACES.contains(text.toLowerCase(Locale.ROOT)),
                        "It takes place in person, online, or both.",
                        "Write one of these three.");
            case TIMES ->
                unless(
                        OpenTimes.read(text).isPresent(),
                        "Each part has days, a time and a later time.",
                        "Write it such as Mon 10:00-12:00; Wed-Fri 14:00-15:30, and the rest in the column \"%s\"."
                                .formatted(Column.TIMES_IN_WORDS.title()));
            case AGE ->
                unless(
                        text.matches("\\d{1,3}") && Integer.parseInt(text) <= OLDEST,
                        "An age is a whole number of years, up to %d.".formatted(OLDEST),
                        "Write a number, or leave the cell empty if there is no such bound.");
            case MONEY ->
                unless(
                        price(text).isPresent(),
                        "The cost is free, or an amount such as 3.50.",
                        "Write what one visit costs; everything else goes into the column \"%s\"."
                                .formatted(Column.COST_IN_WORDS.title()));
            case LANGUAGES ->
                unless(
                        isAll(text, language -> Language.tag(Optional.empty(), Optional.of(language))
                                .isPresent()),
                        "Each language must be one that is known by its English name.",
                        "Write the names in English, such as Welsh; Urdu.");
            case COUNT ->
                unless(
                        text.matches("\\d{1,5}"),
                        "This is a whole number.",
                        "Write how many more people there is room for; 0 if the service is full.");
            case DAY -> day(text);
        };
    }

    private Optional<Wrong> day(String text) {
        Optional<LocalDate> day = date(text);
        return day.isEmpty()
                ? Optional.of(new Wrong("This is not a date.", "Write it such as 2026-11-20 or 20/11/2026."))
                : unless(!day.get().isAfter(today), "This day has not come yet.", "Write the day of the last count.");
    }

    private static boolean isAll(String text, Predicate<String> rule) {
        List<String> values = Row.values(text);
        return !values.isEmpty() && values.stream().allMatch(rule);
    }

    private static Optional<Wrong> unless(boolean isRight, String rule, String remedy) {
        return isRight ? Optional.empty() : Optional.of(new Wrong(rule, remedy));
    }

    /** The word of Open Referral UK for what stands in the column status. */
    public static Optional<String> status(String text) {
        return Optional.ofNullable(STATUSES.get(text.toLowerCase(Locale.ROOT)));
    }

    /** Pounds; free is nothing. */
    public static Optional<BigDecimal> price(String text) {
        if (text.equalsIgnoreCase("free")) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.of(MONEY.matcher(text))
                .filter(money -> money.matches())
                .map(money -> new BigDecimal(money.group(1)));
    }

    /** A day as people in the United Kingdom write it, or as computers do. */
    public static Optional<LocalDate> date(String text) {
        return DAYS.stream().flatMap(form -> date(text, form).stream()).findFirst();
    }

    private static Optional<LocalDate> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }
}
