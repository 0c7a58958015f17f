package io.github.sprigfhir.domain.directory.sheet;

import java.util.regex.Pattern;

/** What kind of thing stands in a cell: as much of it as a report may repeat, since the cell may name a person. */
public enum Found {
    NOTHING("nothing", ""),
    WHOLE_NUMBER("a whole number", "[+-]?\\d{1,15}"),
    NUMBER("a number", "[£+-]?\\s?\\d{1,12}[.,]\\d{1,6}"),
    DATE("a date", "\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}"),
    E_MAIL("something like an e-mail address", "\\S+@\\S+"),
    WEB_ADDRESS("something like a web address", "(?i)(https?:|www\\.)\\S+"),
    FORMULA("a formula", "=.*"),
    WORD("one word", "\\S{1,200}"),
    WORDS("several words", ".*");

    private final String words;
    private final Pattern form;

    Found(String words, String form) {
        this.words = words;
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    /** As a sentence has it: "There is …". */
    public String words() {
        return words;
    }

    /** What stands in a cell. */
    public static Found in(String cell) {
        String text = cell.strip();
        for (Found kind : values()) {
            if (kind.form.matcher(text).matches()) {
                return kind;
            }
        }
        return WORDS;
    }
}
