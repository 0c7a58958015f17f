package io.github.sprigfhir.app.terminology;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds names by the beginnings of their words, in any order: "soc iso" finds "Social isolation". */
final class Words {

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST = 10;

    private Words() {}

    /** The words of a text. */
    static List<String> of(String text) {
        return Arrays.stream(GAP.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** Whether each is the beginning of a word of the name. */
    static boolean areIn(List<String> words, String name) {
        var there = of(name);
        return words.stream().allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)));
    }
}
