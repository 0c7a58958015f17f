package io.github.sprigfhir.domain.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first half of a postcode of the United Kingdom, which names a district of some thousand homes.
 *
 * @param value in capitals, such as {@code LS1}; whether it exists is for a directory of postcodes to say
 */
public record OutwardCode(String value) {

    private static final Pattern WHOLE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)[0-9][A-Z]{2}");
    private static final int LONGEST_SENT = 12;

    /** That of a whole postcode, however it is spaced and in small letters too; none where it cannot be one. */
    public static Optional<OutwardCode> ofPostcode(String postcode) {
        if (postcode.length() > LONGEST_SENT) {
            return Optional.empty();
        }
        var form = WHOLE.matcher(postcode.replace(" ", "").toUpperCase(Locale.ROOT));
        return form.matches() ? Optional.of(new OutwardCode(form.group(1))) : Optional.empty();
    }
}
