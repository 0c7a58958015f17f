package io.github.sprigfhir.domain.directory.feed;

import java.util.regex.Pattern;

/**
 * Text of a stranger without what a page might run.
 *
 * <p>The threat: a feed holds markup, which some app shows as it is, and so runs a stranger's script in front of a link
 * worker.
 *
 * <p>The rule: whatever a browser would read as the beginning of a tag, a comment or a declaration is taken out with all
 * up to its end, or to the end of the text where it has none, and what stands between script or style tags goes with
 * them; this until nothing changes, so that nothing can be put together from what is left. Control characters other than
 * line ends and tabs go too. A lone {@code <}, as in "children < 5", stays.
 *
 * @param text what is left
 * @param changed whether anything was taken out
 */
public record PlainText(String text, boolean changed) {

    private static final Pattern SCRIPT =
            Pattern.compile("<(script|style)\\b[^>]*+>.*?(</\\1\\s*+>|\\z)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!?][^<>]*+(>|(?=<)|\\z)");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\uFFFE\\uFFFF]|[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern LONE_SURROGATE =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    /** Takes out of a text what may do harm. */
    public static PlainText of(String sent) {
        // Almost every text of a directory: four patterns need not look through it.
        if (sent.chars().allMatch(letter -> letter >= ' ' && letter <= '~' && letter != '<')) {
            return new PlainText(sent, false);
        }
        String text = CONTROL.matcher(sent).replaceAll("");
        text = LONE_SURROGATE.matcher(text).replaceAll("");
        String before;
        do {
            before = text;
            text = TAG.matcher(SCRIPT.matcher(text).replaceAll("")).replaceAll("");
        } while (!text.equals(before));
        return new PlainText(text, !text.equals(sent));
    }
}
