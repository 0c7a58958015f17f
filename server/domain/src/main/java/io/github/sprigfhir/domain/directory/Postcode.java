package io.github.sprigfhir.domain.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A postcode of the United Kingdom in the form in which it is written: capitals, one space before the last three.
 *
 * @param value such as {@code LS1 4AP}; whether it exists is for a directory of postcodes to say
 */
public record Postcode(String value) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)([0-9][A-Z]{2})");
    private static final int LONGEST_SENT = 12;

    /** However it is spaced, and in small letters too; none where it cannot be one. */
    public static Optional<Postcode> of(String sent) {
        if (sent.length() > LONGEST_SENT) {
            return Optional.empty();
        }
        var form = FORM.matcher(sent.replace(" ", "").toUpperCase(Locale.ROOT));
        return form.matches() ? Optional.of(new Postcode(form.group(1) + " " + form.group(2))) : Optional.empty();
    }

    /** Its first half, such as {@code LS1}, which names a district of some thousand homes. */
    public String outward() {
        return value.substring(0, value.indexOf(' '));
    }
}
