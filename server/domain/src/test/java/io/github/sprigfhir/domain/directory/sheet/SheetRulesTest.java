package io.github.sprigfhir.domain.directory.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.feed.WeekDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the spreadsheet, and that its own example keeps them all. */
class SheetRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final NeedTable NEEDS = new NeedTable(List.of("Lunch clubs=loneliness-isolation"));

    private final SheetRules rules = new SheetRules(NEEDS, TODAY, false);

    @Test
    void theExampleOfTheTemplateIsRight() {
        assertThat(rules.row(example(Map.of()))).isEmpty();
        assertThat(rules.headings(
                        Arrays.stream(Column.values()).map(Column::title).toList()))
                .isEmpty();
        assertThat(Arrays.stream(Column.values()).map(Column::explanation)).allMatch(text -> text.length() > 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REFERENCE|A-1.b_2",
                "CHARITY_NUMBER|1234567",
                "NEEDS|Lunch clubs",
                "NEEDS|befriending; Sport",
                "NEEDS|debt",
                "STATUS|Closed for now",
                "STATUS|ended",
                "EMAIL|a.b@c.example",
                "PHONE|+44 1632 960001",
                "PHONE|(01632) 960001",
                "WEBSITE|http://a.example",
                "POSTCODE|zz993wz",
                "POSTCODE|W1A 1AA",
                "WHERE|Both",
                "WHERE|Online",
                "TIMES|Mon 10-12",
                "TIMES|Mondays and Thurs 2pm to 3.30pm",
                "TIMES|Mo, We: 9:00 – 17:00",
                "TIMES|sat & sun 12am-12pm",
                "MINIMUM_AGE|0",
                "MAXIMUM_AGE|120",
                "COST|Free",
                "COST|£3.50",
                "COST|3",
                "LANGUAGES|welsh; Urdu",
                "FREE_PLACES|0",
                "FREE_PLACES|99999",
                "COUNTED_ON|22/11/2026",
                "COUNTED_ON|1/2/2026",
                "COUNTED_ON|2026-11-22"
            })
    void whatIsRightIsTaken(Column column, String text) {
        Map<Column, String> changed = new EnumMap<>(Map.of(Column.MINIMUM_AGE, "", Column.MAXIMUM_AGE, ""));
        changed.put(column, text);
        assertThat(rules.row(example(changed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REFERENCE|two words|WORDS",
                "REFERENCE|-a|WORD",
                "CHARITY_NUMBER|x|WORD",
                "NEEDS|befriending; zebras|WORDS",
                "NEEDS|;|WORD",
                "STATUS|perhaps|WORD",
                "EMAIL|somebody|WORD",
                "EMAIL|a@b.example; c@d.example|WORDS",
                "EMAIL|a@b|E_MAIL",
                "PHONE|1632960001|WHOLE_NUMBER",
                "PHONE|ask Jo|WORDS",
                "WEBSITE|www.neighbours.example|WEB_ADDRESS",
                "WEBSITE|https://user@neighbours.example|E_MAIL",
                "POSTCODE|ZZ99|WORD",
                "WHERE|somewhere|WORD",
                "TIMES|Mondays|WORD",
                "TIMES|Mon 12:00-10:00|WORDS",
                "TIMES|Mon 10:00-10:00|WORDS",
                "TIMES|Mon 25:00-26:00|WORDS",
                "TIMES|Mon 24:00-24:30|WORDS",
                "TIMES|Mon 10:60-11:00|WORDS",
                "TIMES|Mon 10:00-11:60|WORDS",
                "TIMES|Mon 0am-11am|WORDS",
                "TIMES|Mon 1pm-13pm|WORDS",
                "TIMES|Fri-Mon 10:00-12:00|WORDS",
                "TIMES|Mon-Wed-Fri 10:00-12:00|WORDS",
                "TIMES|M 10:00-12:00|WORDS",
                "TIMES|Mon-x 10:00-12:00|WORDS",
                "TIMES|Mon 10:00-12:00; whenever|WORDS",
                "TIMES|;|WORD",
                "MINIMUM_AGE|121|WHOLE_NUMBER",
                "MINIMUM_AGE|old|WORD",
                "MAXIMUM_AGE|-1|WHOLE_NUMBER",
                "COST|3,50|NUMBER",
                "COST|about a pound|WORDS",
                "LANGUAGES|Welsh; Klingonish|WORDS",
                "FREE_PLACES|2.5|NUMBER",
                "FREE_PLACES|=A1+B1|FORMULA",
                "COUNTED_ON|23/11/2026|DATE",
                "COUNTED_ON|11/22/2026|DATE",
                "COUNTED_ON|31/02/2026|DATE",
                "COUNTED_ON|soon|WORD"
            })
    void whatIsWrongIsToldWithItsKindAndARemedy(Column column, String text, Found found) {
        var faults = rules.row(example(Map.of(column, text)));

        assertThat(faults).hasSize(1).first().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(7);
            assertThat(fault.column()).isEqualTo(column.title());
            assertThat(fault.found()).isEqualTo(found);
            assertThat(fault.rule()).endsWith(".");
            assertThat(fault.remedy()).endsWith(fault.remedy().contains("https://") ? "https://" : ".");
        });
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void noCellIsLongerThanItsColumnAllows(Column column) {
        var longest = "x".repeat(column.longest());
        assertThat(rules.row(example(Map.of(column, longest + "x"))))
                .first()
                .satisfies(fault -> assertThat(fault.rule()).contains("characters at most"));
        assertThat(rules.row(example(Map.of(column, longest))))
                .noneMatch(fault -> fault.rule().contains("characters at most"));
    }

    @Test
    void lettersThatCannotBeReadAreTold() {
        assertThat(rules.row(example(Map.of(Column.NAME, "Caf\uFFFD"))))
                .first()
                .satisfies(fault -> assertThat(fault.remedy()).contains("CSV UTF-8"));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(rules.row(example(
                        Map.of(Column.NAME, " ", Column.NEEDS, "", Column.ORGANISATION, "", Column.POSTCODE, "here"))))
                .extracting(Fault::column)
                .containsExactly("name", "organisation", "needs", "postcode");
    }

    @Test
    void whoSendsForTheirOwnOrganisationNeedNotNameIt() {
        var own = new SheetRules(NEEDS, TODAY, true);
        assertThat(own.row(example(Map.of(Column.ORGANISATION, "")))).isEmpty();
        assertThat(own.headings(List.of("Name", "NEEDS"))).isEmpty();
        assertThat(own.headings(List.of("Name"))).extracting(Fault::column).containsExactly("needs");
    }

    @Test
    void cellsThatContradictEachOtherAreTold() {
        assertThat(columns(Map.of(Column.MINIMUM_AGE, "18", Column.MAXIMUM_AGE, "17")))
                .containsExactly("maximum age");
        assertThat(columns(Map.of(Column.MINIMUM_AGE, "18", Column.MAXIMUM_AGE, "18", Column.REFERENCE, "a")))
                .isEmpty();
        assertThat(columns(Map.of(Column.FREE_PLACES, "", Column.REFERENCE, "b")))
                .containsExactly("counted on");
        assertThat(columns(Map.of(Column.COUNTED_ON, "", Column.REFERENCE, "c")))
                .containsExactly("counted on");
        assertThat(columns(Map.of(Column.FREE_PLACES, "", Column.COUNTED_ON, "", Column.REFERENCE, "d")))
                .isEmpty();
        assertThat(columns(Map.of(Column.STREET, "", Column.TOWN, "", Column.POSTCODE, "", Column.REFERENCE, "e")))
                .containsExactly("accessibility");
        assertThat(columns(Map.of(Column.STREET, "", Column.TOWN, "", Column.REFERENCE, "f")))
                .isEmpty();
        assertThat(columns(Map.of(Column.STREET, "", Column.POSTCODE, "", Column.REFERENCE, "g")))
                .isEmpty();
    }

    @Test
    void twoServicesAreToldApart() {
        rules.row(example(Map.of(Column.REFERENCE, "A")));
        assertThat(rules.row(example(Map.of(Column.REFERENCE, "a"))))
                .first()
                .satisfies(fault -> assertThat(fault.rule()).startsWith("Row 7 has the same"))
                .satisfies(fault -> assertThat(fault.column()).isEqualTo("reference"));
        rules.row(example(Map.of(Column.REFERENCE, "")));
        assertThat(rules.row(example(Map.of(Column.REFERENCE, ""))))
                .first()
                .satisfies(fault -> assertThat(fault.column()).isEqualTo("name"));
        assertThat(rules.row(example(Map.of(Column.REFERENCE, "", Column.ORGANISATION, "Another"))))
                .isEmpty();
    }

    @Test
    void headingsAreKnownHoweverTheyAreWritten() {
        assertThat(Column.of(" Post Code ")).contains(Column.POSTCODE);
        assertThat(Column.of("MINIMUM_AGE*")).contains(Column.MINIMUM_AGE);
        assertThat(Column.of("colour")).isEmpty();
        assertThat(rules.headings(List.of("name", "Name", "organisation", "needs", "", "colour")))
                .extracting(Fault::column, Fault::rule)
                .containsExactly(
                        tuple("name", "There are two columns with this heading."),
                        tuple("number 6", "The template has no column with this heading."));
        assertThat(rules.headings(List.of("colour")))
                .extracting(Fault::column)
                .containsExactly("number 1", "name", "organisation", "needs");
    }

    @Test
    void timesAreReadAsTheyAreSaid() {
        assertThat(OpenTimes.read("Mon 10:00-12:00; Wed-Fri 2pm-3.30pm"))
                .contains(List.of(
                        new OpenTimes(Set.of(WeekDay.MO), LocalTime.of(10, 0), LocalTime.of(12, 0)),
                        new OpenTimes(
                                Set.of(WeekDay.WE, WeekDay.TH, WeekDay.FR),
                                LocalTime.of(14, 0),
                                LocalTime.of(15, 30))));
        assertThat(OpenTimes.read("sun 12am to 12pm"))
                .contains(List.of(new OpenTimes(Set.of(WeekDay.SU), LocalTime.MIDNIGHT, LocalTime.NOON)));
    }

    @Test
    void whatACellHoldsIsToldWithoutRepeatingIt() {
        assertThat(Found.in("  ")).isEqualTo(Found.NOTHING);
        assertThat(Found.in("£ 3.50")).isEqualTo(Found.NUMBER);
        assertThat(Found.in("Jo Bloggs\nof Example")).isEqualTo(Found.WORDS);
        assertThat(Found.in("Jo Bloggs").words()).isEqualTo("several words");
    }

    @Test
    void valuesAreReadIntoWhatTheyMean() {
        assertThat(CellRules.price("£3.50"))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("3.5"));
        assertThat(CellRules.price("FREE"))
                .hasValueSatisfying(price -> assertThat(price).isZero());
        assertThat(CellRules.status("Open")).contains("active");
        assertThat(CellRules.date("03/04/2026")).contains(LocalDate.of(2026, 4, 3));
        assertThat(example(Map.of(Column.AREAS, "a; b|c\n\nd")).all(Column.AREAS))
                .containsExactly("a", "b", "c", "d");
        assertThat(example(Map.of(Column.AREAS, "")).all(Column.AREAS)).isEmpty();
    }

    /** Whatever a volunteer writes, the check ends and answers. */
    @Property(tries = 300)
    void nothingThatIsWrittenBreaksTheCheck(@ForAll Column column, @ForAll String text) {
        var faults = new SheetRules(NEEDS, TODAY, false).row(example(Map.of(column, text)));

        assertThat(faults).hasSizeLessThan(3);
    }

    private List<String> columns(Map<Column, String> changed) {
        return rules.row(example(changed)).stream().map(Fault::column).toList();
    }

    private static Row example(Map<Column, String> changed) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        Arrays.stream(Column.values()).forEach(column -> cells.put(column, column.example()));
        cells.putAll(changed);
        return new Row(7, cells);
    }
}
