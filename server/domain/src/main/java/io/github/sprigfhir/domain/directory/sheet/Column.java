package io.github.sprigfhir.domain.directory.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of the spreadsheet, as a volunteer reads them. All words are for people; the header is the same in every file. */
public enum Column {
    REFERENCE(
            "reference",
            Form.REFERENCE,
            60,
            "Your own number or short word for the service. Keep it the same next time; if you leave it empty, the name is used.",
            "walks-1"),
    NAME("name", Form.WORDS, 150, "What the service is called.", "Example Walking Group"),
    ORGANISATION("organisation", Form.WORDS, 150, "Who runs it.", "Example Neighbours"),
    CHARITY_NUMBER(
            "charity number",
            Form.CHARITY,
            20,
            "The number in the register of charities of England and Wales, if there is one.",
            ""),
    DESCRIPTION(
            "description",
            Form.WORDS,
            5_000,
            "What happens there, for people who do not know it.",
            "A slow walk along the river, with tea afterwards."),
    NEEDS(
            "needs",
            Form.NEEDS,
            500,
            "What it helps with: one or more needs of the list in the guide, with ; between them.",
            "loneliness-isolation; physical-activity"),
    ACTIVITIES("activities", Form.LIST, 1_000, "What people do there, with ; between.", "walking; talking"),
    STATUS("status", Form.STATUS, 20, "open, closed for now, or ended. Empty means open.", "open"),
    EMAIL("email", Form.EMAIL, 200, "Where people can write to.", "walks@neighbours.example"),
    PHONE("phone", Form.PHONE, 40, "With the 0 at the beginning.", "01632 960001"),
    WEBSITE("website", Form.WEB, 300, "Beginning with https://", "https://neighbours.example/walks"),
    STREET("street", Form.WORDS, 200, "House and street of where it takes place.", "1 Example Bank"),
    TOWN("town", Form.WORDS, 100, "Town or village.", "Exampleby"),
    POSTCODE("postcode", Form.POSTCODE, 10, "Postcode of where it takes place.", "ZZ99 3WZ"),
    AREAS("areas", Form.LIST, 1_000, "Which places people may come from, with ; between.", "Exampleby; Sampleton"),
    WHERE("where", Form.PLACE, 20, "in person, online, or both.", "in person"),
    TIMES(
            "times",
            Form.TIMES,
            500,
            "Days and times of every week, with ; between.",
            "Mon 10:00-12:00; Wed-Fri 14:00-15:30"),
    TIMES_IN_WORDS(
            "times in words", Form.WORDS, 500, "What the column before cannot say.", "Not in the week of Christmas."),
    MINIMUM_AGE("minimum age", Form.AGE, 3, "From which age, in years.", "18"),
    MAXIMUM_AGE("maximum age", Form.AGE, 3, "Up to which age, in years; that age included.", ""),
    FOR_WHOM("for whom", Form.WORDS, 1_000, "Who else it is for, or not for.", "Anybody who can walk half a mile."),
    COST("cost", Form.MONEY, 20, "free, or pounds and pence of one visit.", "free"),
    COST_IN_WORDS("cost in words", Form.WORDS, 500, "What the column before cannot say.", ""),
    LANGUAGES("languages", Form.LANGUAGES, 200, "Languages that are spoken, with ; between.", "English; Welsh"),
    ACCESSIBILITY(
            "accessibility",
            Form.LIST,
            500,
            "What makes the place easy to use, with ; between.",
            "wheelchair access; hearing loop"),
    FREE_PLACES("free places", Form.COUNT, 6, "How many more people it can take now.", "4"),
    COUNTED_ON("counted on", Form.DAY, 10, "The day on which the free places were counted.", "2026-11-20");

    private final String title;
    private final Form form;
    private final int longest;
    private final String explanation;
    private final String example;

    /** What a cell must look like; one rule of {@link CellRules} each. */
    enum Form {
        WORDS,
        LIST,
        REFERENCE,
        CHARITY,
        NEEDS,
        STATUS,
        EMAIL,
        PHONE,
        WEB,
        POSTCODE,
        PLACE,
        TIMES,
        AGE,
        MONEY,
        LANGUAGES,
        COUNT,
        DAY
    }

    Column(String title, Form form, int longest, String explanation, String example) {
        this.title = title;
        this.form = form;
        this.longest = longest;
        this.explanation = explanation;
        this.example = example;
    }

    /** The column of that heading, however it is capitalised and spaced. */
    public static Optional<Column> of(String heading) {
        String asked = plain(heading);
        return Arrays.stream(values())
                .filter(column -> plain(column.title).equals(asked))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_*-]", "");
    }

    public String title() {
        return title;
    }

    Form form() {
        return form;
    }

    /** How many characters a cell may have. */
    int longest() {
        return longest;
    }

    /** What to write into it. */
    public String explanation() {
        return explanation;
    }

    /** A cell that is right; of a synthetic service. */
    public String example() {
        return example;
    }

    /** Whether no row may leave it empty. */
    public boolean isRequired() {
        return this == NAME || this == ORGANISATION || this == NEEDS;
    }
}
