package io.github.sprigfhir.domain.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: words in small letters without accents, so that {@code tŷ} and {@code ty} are the same. */
public final class Words {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_WORD = 40;

    private Words() {}

    /** The words in their order, each once; none longer than anybody would type. */
    public static List<String> of(String text) {
        var plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        var joined = APOSTROPHES.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(joined))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD)
                .distinct()
                .toList();
    }

    /** {@code cy} of {@code cy-GB}. */
    public static String primaryLanguage(String tag) {
        var small = tag.toLowerCase(Locale.ROOT);
        var end = small.indexOf('-');
        return end < 0 ? small : small.substring(0, end);
    }
}
