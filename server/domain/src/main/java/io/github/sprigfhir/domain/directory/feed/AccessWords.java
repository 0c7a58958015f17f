package io.github.sprigfhir.domain.directory.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from a sentence about a place, such as "Wheelchair access on all levels", which codes of
 * CodeSystem/service-accessibility it speaks of. A sentence that says no is not read: it stays in words.
 */
public final class AccessWords {

    private static final Pattern NO = Pattern.compile(
            "\\b(no|not|without|unfortunately|unable|cannot|isn't|aren't|lacks?|limited|partial(ly)?)\\b");

    private static final Map<String, Pattern> WORDS = Map.ofEntries(
            word("wheelchair-access", "wheelchair (access|user|friendly)|wheelchairs?"),
            word("accessible-toilet", "(accessible|disabled|changing places) (toilet|wc)s?"),
            word("accessible-parking", "(accessible|disabled|blue badge) (parking|bay)s?"),
            word("hearing-loop", "(hearing|induction) loops?"),
            word("sign-language", "sign language|\\bbsl\\b"),
            word("easy-read", "easy read|large print"),
            word("quiet-space", "quiet (space|room|area)"),
            word("assistance-dogs", "(assistance|guide) dogs?"),
            word("public-transport", "\\b(bus|tram|train|railway|underground) (stop|station|route)s?"));

    private AccessWords() {}

    /** The codes, in their alphabet; none where nothing is said, or said for certain. */
    public static Set<String> in(String sentence) {
        Set<String> codes = new TreeSet<>();
        for (String part : sentence.toLowerCase(Locale.ROOT).split("[.;\\n]", -1)) {
            if (!NO.matcher(part).find()) {
                WORDS.forEach((code, words) -> {
                    Matcher found = words.matcher(part);
                    if (found.find()) {
                        codes.add(code);
                    }
                });
            }
        }
        return codes;
    }

    /** Every code that can be told. */
    public static Set<String> codes() {
        return Set.copyOf(WORDS.keySet());
    }

    private static Map.Entry<String, Pattern> word(String code, String words) {
        return Map.entry(code, Pattern.compile(words));
    }
}
