package io.github.sprigfhir.domain.directory.feed;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A language by its tag (BCP 47). */
public final class Language {

    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3})((?:-[A-Za-z0-9]{2,8})*)");

    /** By their English names, in lower case. */
    private static final Map<String, String> BY_NAME =
            Collections.unmodifiableMap(Arrays.stream(Locale.getISOLanguages())
                    .collect(Collectors.toMap(
                            code -> name(code).toLowerCase(Locale.ROOT), Function.identity(), (one, other) -> one)));

    private Language() {}

    /** The tag that a code, such as {@code cy} or {@code eng}, or else an English name stands for. */
    public static Optional<String> tag(Optional<String> code, Optional<String> name) {
        return code.map(String::strip)
                .map(TAG::matcher)
                .filter(tag -> tag.matches())
                .flatMap(tag -> known(tag.group(1)).map(language -> language + tag.group(2)))
                .or(() -> name.or(() -> code)
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .map(BY_NAME::get));
    }

    /** The English name of a tag's language. */
    public static String name(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Two letters where there are two, as BCP 47 has it. */
    private static Optional<String> known(String code) {
        String small = code.toLowerCase(Locale.ROOT);
        return Arrays.stream(Locale.getISOLanguages())
                .filter(two -> two.equals(small)
                        || Locale.forLanguageTag(two).getISO3Language().equals(small))
                .findFirst();
    }
}
