package io.github.sprigfhir.domain.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDecisionsTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");
    private static final NeedTable TABLE = new NeedTable(
            List.of("https://t.example/1=bereavement", " Lunch Clubs = loneliness-isolation", "t-7=immigration"));

    @ParameterizedTest
    @CsvSource({
        "active, ACTIVE, true",
        "' Inactive ', INACTIVE, false",
        "defunct, DEFUNCT, false",
        "temporarily closed, TEMPORARILY_CLOSED, true",
        "temporarily_closed, TEMPORARILY_CLOSED, true"
    })
    void aStatusMeansThatAServiceIsListedOrNot(String word, ServiceStatus status, boolean active) {
        assertThat(ServiceStatus.of(word)).contains(status);
        assertThat(status.isActive()).isEqualTo(active);
        assertThat(ServiceStatus.of(status.word())).contains(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "open", "Active!"})
    void noOtherWordIsAStatus(String word) {
        assertThat(ServiceStatus.of(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12, 100, 12, 100", "17.5, 18.5, 18, 18", ", 25, , 25", "0, 150, 0, 150", "5, 5, 5, 5", "50, , 50,"})
    void agesAreCompletedYears(BigDecimal lowest, BigDecimal highest, Integer low, Integer high) {
        assertThat(AgeBounds.of(Optional.ofNullable(lowest), Optional.ofNullable(highest)))
                .contains(new AgeBounds(Optional.ofNullable(low), Optional.ofNullable(high)));
    }

    @Test
    void noBoundsLeaveNobodyOut() {
        assertThat(AgeBounds.of(Optional.empty(), Optional.empty())).contains(AgeBounds.NONE);
    }

    @ParameterizedTest
    @CsvSource({"-1, 20", "1, -1", "151, 200", "10, 150.1", "30, 20"})
    void impossibleAgesAreNone(BigDecimal lowest, BigDecimal highest) {
        assertThat(AgeBounds.of(Optional.of(lowest), Optional.of(highest))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<p>Tea</p>|Tea",
                "a <b onclick='x'>b</b> c|a b c",
                "<script>alert(1)</script>Tea|Tea",
                "<SCRIPT src=x>alert(1)|\"\"",
                "<scr<script></script>ipt>alert(1)</script>|alert(1)",
                "Tea<!-- x|Tea",
                "<img src=x onerror=alert(1)|\"\"",
                "a<b|a",
                "a < b > c|a < b > c",
                "under 5 <3|under 5 <3"
            })
    void markupIsTakenOut(String sent, String text) {
        assertThat(PlainText.of(sent).text()).isEqualTo(text);
        assertThat(PlainText.of(sent).changed()).isEqualTo(!sent.equals(text));
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreTakenOut() {
        assertThat(PlainText.of("a\0b\u0007c\u202Ed\uD83Ee\nf\tg")).isEqualTo(new PlainText("abcde\nf\tg", true));
        assertThat(PlainText.of("Caf\u00e9 \uD83D\uDE00")).isEqualTo(new PlainText("Caf\u00e9 \uD83D\uDE00", false));
    }

    @Test
    void theMostExactNameOfATermDecides() {
        assertThat(read(term("t-7", "Lunch clubs", "https://t.example/1"))).containsExactly("bereavement");
        assertThat(read(term("t-7", "Lunch clubs", ""))).containsExactly("immigration");
        assertThat(read(term("t-8", "lunch clubs ", "https://t.example/2"))).containsExactly("loneliness-isolation");
        assertThat(read(term("x", "Debt advice", ""), term("y", "Food banks", "")))
                .containsExactly("money-debt-benefits", "food-fuel-poverty");
        assertThat(TABLE.ofName("Physical-Activity")).contains("physical-activity");
    }

    @Test
    void aServiceWhoseNeedNobodyKnowsHasAnotherOne() {
        assertThat(TABLE.read(List.of(term("a", "Basket weaving", ""))))
                .isEqualTo(new NeedTable.Needs(Set.of("other"), false));
        assertThat(TABLE.read(List.of(term("a", "Other", ""))).known()).isTrue();
        assertThat(NeedTable.categories()).hasSize(24).contains("other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lunch clubs", "Lunch clubs=lunch", "=other", ""})
    void aLineWithoutATermOrACategoryIsNotUsed(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NeedTable(List.of(line)));
    }

    @Test
    void aFeedIsReadPageByPageToItsLast() {
        var walk = new PageWalk(3);
        assertThat(walk.after(1, Optional.of(false), Optional.empty(), 5, 5)).isEqualTo(new PageWalk.Next.Page(2));
        assertThat(walk.after(2, Optional.of(true), Optional.of(9L), 5, 5)).isEqualTo(new PageWalk.Next.End());
        assertThat(walk.after(1, Optional.empty(), Optional.of(2L), 5, 5)).isEqualTo(new PageWalk.Next.Page(2));
        assertThat(walk.after(2, Optional.empty(), Optional.of(2L), 5, 1)).isEqualTo(new PageWalk.Next.End());
        assertThat(walk.after(1, Optional.empty(), Optional.empty(), 5, 5)).isEqualTo(new PageWalk.Next.End());
        assertThat(walk.after(1, Optional.empty(), Optional.of(0L), 0, 0)).isEqualTo(new PageWalk.Next.End());
        assertThat(walk.after(1, Optional.of(true), Optional.of(5L), 0, 0)).isEqualTo(new PageWalk.Next.End());
    }

    @Test
    void aFeedThatGoesRoundOrNeverEndsIsLeft() {
        var walk = new PageWalk(3);
        assertThat(walk.after(2, Optional.of(false), Optional.empty(), 5, 0)).isInstanceOf(PageWalk.Next.Stopped.class);
        assertThat(walk.after(3, Optional.of(false), Optional.of(1_000_000L), 5, 5))
                .isInstanceOf(PageWalk.Next.Stopped.class);
        assertThat(walk.after(1, Optional.of(false), Optional.empty(), 0, 0)).isInstanceOf(PageWalk.Next.Stopped.class);
        assertThat(walk.after(1, Optional.empty(), Optional.of(3L), 0, 0)).isInstanceOf(PageWalk.Next.Stopped.class);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 100, 20, 20, 10, true",
        "true, 100, 21, 20, 10, false",
        "true, 100, 21, 20, 21, true",
        "true, 30, 11, 20, 10, false",
        "true, 30, 10, 20, 10, true",
        "true, 4, 3, 20, 10, true",
        "true, 4, 4, 20, 10, false",
        "true, 4, 4, 99, 10, false",
        "false, 100, 0, 20, 10, false",
        "true, 0, 0, 0, 0, true",
        "true, 1, 0, 0, 0, true"
    })
    void whatIsGoneIsRetiredUnlessItIsManyAndMuch(
            boolean whole, long known, long gone, int percent, int few, boolean retired) {
        assertThat(
                        Retirement.decide(whole, known, gone, new Retirement.Most(percent, few))
                                instanceof Retirement.Retired)
                .isEqualTo(retired);
    }

    @Test
    void ourOwnCategoriesAreKnownByTheirAddress() {
        assertThat(new NeedTable(List.of())
                        .read(List.of(new NeedTable.Term(
                                Optional.of("1"),
                                Optional.of("Anything"),
                                Optional.of(NeedTable.ADDRESS + "bereavement")))))
                .isEqualTo(new NeedTable.Needs(Set.of("bereavement"), true));
    }

    @Test
    void whoAsksForAllToBeRetiredHasLooked() {
        assertThat(Retirement.decide(true, 300, 300, Retirement.Most.ALL)).isEqualTo(new Retirement.Retired());
        assertThat(Retirement.decide(false, 300, 300, Retirement.Most.ALL)).isInstanceOf(Retirement.Kept.class);
        assertThat(Retirement.decide(true, 300, 300, new Retirement.Most(100, 25)))
                .isInstanceOfSatisfying(
                        Retirement.Kept.class, kept -> assertThat(kept.why()).contains("300", "retire-all"));
        assertThat(Retirement.decide(true, 300, 299, new Retirement.Most(20, 25)))
                .isInstanceOfSatisfying(Retirement.Kept.class, kept -> assertThat(kept.why())
                        .contains("299 of 300", "25", "20 percent", "retire-all"));
    }

    @Test
    void roomIsWhatTheLinesSay() {
        assertThat(RoomNow.of(Optional.of(ServiceStatus.ACTIVE), List.of())).isEmpty();
        assertThat(RoomNow.of(Optional.empty(), List.of(line("4.9", LATE))))
                .contains(new RoomNow("available", Optional.of(4), Optional.of(LATE)));
        assertThat(RoomNow.of(Optional.empty(), List.of(line("-3", LATE))))
                .contains(new RoomNow("no-capacity", Optional.of(0), Optional.of(LATE)));
        assertThat(RoomNow.of(Optional.empty(), List.of(line("9999999999", LATE))))
                .contains(new RoomNow("available", Optional.of(100_000), Optional.of(LATE)));
        assertThat(RoomNow.of(Optional.empty(), List.of(line("0", LATE), line("1", EARLY))))
                .contains(new RoomNow("available", Optional.empty(), Optional.of(EARLY)));
        assertThat(RoomNow.of(Optional.empty(), List.of(line("0", LATE), line("0.5", EARLY))))
                .contains(new RoomNow("no-capacity", Optional.empty(), Optional.of(EARLY)));
    }

    @Test
    void aClosedServiceHasNoRoomWhateverTheLinesSay() {
        assertThat(RoomNow.of(Optional.of(ServiceStatus.TEMPORARILY_CLOSED), List.of(line("4", LATE))))
                .contains(new RoomNow("no-capacity", Optional.empty(), Optional.of(LATE)));
        assertThat(RoomNow.of(Optional.of(ServiceStatus.TEMPORARILY_CLOSED), List.of()))
                .contains(new RoomNow("no-capacity", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "en, , en",
        "CY, , cy",
        "eng, , en",
        "zh-Hant, , zh-Hant",
        ", Welsh, cy",
        ", ' polish ', pl",
        "Urdu, , ur",
        "xx, French, fr"
    })
    void aLanguageHasATag(String code, String name, String tag) {
        assertThat(Language.tag(Optional.ofNullable(code), Optional.ofNullable(name)))
                .contains(tag);
    }

    @Test
    void whatIsNoLanguageHasNone() {
        assertThat(Language.tag(Optional.empty(), Optional.empty())).isEmpty();
        assertThat(Language.tag(Optional.of("x"), Optional.of("Elvish"))).isEmpty();
        assertThat(Language.name("cy")).isEqualTo("Welsh");
    }

    @Test
    void aSentenceAboutAPlaceTellsWhoCanComeIn() {
        assertThat(AccessWords.in("Wheelchair access. Induction loops, disabled toilets and a bus stop"))
                .containsExactly("accessible-toilet", "hearing-loop", "public-transport", "wheelchair-access");
        assertThat(AccessWords.in("There is no wheelchair access; guide dogs are welcome"))
                .containsExactly("assistance-dogs");
        assertThat(AccessWords.in("A nice hall")).isEmpty();
        assertThat(AccessWords.codes()).hasSize(9);
    }

    @Test
    void aRemarkSaysHowMuchIsLost() {
        assertThat(Arrays.stream(Remark.values()).filter(Remark::leavesOutTheService))
                .containsExactly(
                        Remark.NOT_A_SERVICE,
                        Remark.NO_ID,
                        Remark.NO_NAME,
                        Remark.NO_ORGANISATION,
                        Remark.DUPLICATE_ID,
                        Remark.REFUSED,
                        Remark.NOT_READ);
        assertThat(Arrays.stream(Remark.values()).map(Remark::key))
                .doesNotHaveDuplicates()
                .contains("no-id");
    }

    private static Set<String> read(NeedTable.Term... terms) {
        return TABLE.read(List.of(terms)).codes();
    }

    private static NeedTable.Term term(String id, String name, String uri) {
        return new NeedTable.Term(some(id), some(name), some(uri));
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static RoomNow.Line line(String available, Instant updated) {
        return new RoomNow.Line(new BigDecimal(available), updated);
    }
}
