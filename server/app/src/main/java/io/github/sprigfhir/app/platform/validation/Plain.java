package io.github.sprigfhir.app.platform.validation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sorts primitive values into classes within which the validator cannot tell one from another.
 *
 * <p>A value that is in any way unusual has no class, and is then remembered word for word.
 */
final class Plain {

    private static final int LONGEST = 20_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");
    private static final Pattern TIME =
            Pattern.compile("T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-](0\\d|1[0-3]):[0-5]\\d)");
    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d{0,8})(\\.\\d{1,9})?");
    private static final Pattern UUID_URN =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int DATE_LENGTH = 10;

    private Plain() {}

    /** The class of the value, or null if the value must be kept word for word. */
    static @Nullable String classOf(String fhirType, String value) {
        return switch (fhirType) {
            case "string", "markdown" -> isText(value) ? "s" : null;
            case "date", "dateTime", "instant" -> moment(value);
            case "integer", "positiveInt", "unsignedInt" -> number(INTEGER, value);
            case "decimal" -> number(DECIMAL, value);
            case "id" -> isId(value) ? "i" : null;
            default -> null;
        };
    }

    static boolean isId(String value) {
        return ID.matcher(value).matches();
    }

    static boolean isUuidUrn(String value) {
        return UUID_URN.matcher(value).matches();
    }

    /** Trimmed text without markup, control characters, direction marks, or anything outside Unicode's first plane. */
    static boolean isText(String value) {
        int length = value.length();
        if (length == 0 || length > LONGEST || isSpace(value.charAt(0)) || isSpace(value.charAt(length - 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isOrdinary(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isOrdinary(char c) {
        if (c < 0x7F) {
            return (c >= ' ' && c != '<') || c == '\n' || c == '\t';
        }
        return (Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) || "£€–—‘’“”…·°½¼¾×".indexOf(c) >= 0;
    }

    private static @Nullable String moment(String value) {
        int end = Math.min(DATE_LENGTH, value.length());
        var date = DATE.matcher(value.substring(0, end));
        if (!date.matches() || !isCalendarDate(date.group(1), date.group(2), date.group(3))) {
            return null;
        }
        if (value.length() == end) {
            return "d" + end;
        }
        var time = TIME.matcher(value.substring(end));
        if (!time.matches()) {
            return null;
        }
        return (time.group(2) == null ? "t" : "f") + ("Z".equals(time.group(3)) ? "Z" : "o");
    }

    private static boolean isCalendarDate(String year, @Nullable String month, @Nullable String day) {
        int y = Integer.parseInt(year);
        if (y < 1900 || y > 2100) {
            return false;
        }
        try {
            LocalDate.of(y, month == null ? 1 : Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static @Nullable String number(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            return null;
        }
        return value.charAt(0) == '-' ? "n-" : "n" + (value.chars().allMatch(c -> c == '0' || c == '.') ? "0" : "+");
    }
}
