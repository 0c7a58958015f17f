package io.github.sprigfhir.domain.directory;

import static io.github.sprigfhir.domain.directory.CapacityStatus.AVAILABLE;
import static io.github.sprigfhir.domain.directory.CapacityStatus.NO_CAPACITY;
import static io.github.sprigfhir.domain.directory.CapacityStatus.UNKNOWN;
import static io.github.sprigfhir.domain.directory.CapacityStatus.WAITING_LIST;
import static io.github.sprigfhir.domain.directory.Stated.MONTH;
import static io.github.sprigfhir.domain.directory.Stated.NOW;
import static io.github.sprigfhir.domain.directory.Stated.YESTERDAY;
import static io.github.sprigfhir.domain.directory.Stated.after;
import static io.github.sprigfhir.domain.directory.Stated.available;
import static io.github.sprigfhir.domain.directory.Stated.listed;
import static io.github.sprigfhir.domain.directory.Stated.saying;
import static io.github.sprigfhir.domain.directory.Stated.take;
import static io.github.sprigfhir.domain.directory.Stated.undated;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.directory.Intake.Refused;
import io.github.sprigfhir.domain.directory.Intake.Taken;
import io.github.sprigfhir.domain.directory.Vacancy.Full;
import io.github.sprigfhir.domain.directory.Vacancy.Queue;
import io.github.sprigfhir.domain.directory.Vacancy.Room;
import io.github.sprigfhir.domain.directory.Vacancy.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stated capacity means at a moment, and what handovers make of it. */
class CapacityRulesTest {

    private static final Path CODES = Path.of("../../terminology/generated/CodeSystem-capacity-status.json");
    private static final Held NOTHING = new Held(false, false);
    private static final Held A_PLACE = new Held(true, false);
    private static final Held ON_THE_LIST = new Held(false, true);

    @Test
    void thePublishedCodeSystemHoldsTheSameStatuses() throws IOException {
        var published = Pattern.compile("\"code\": \"([a-z-]+)\",\\s+\"display\": \"([^\"]+)\"")
                .matcher(Files.readString(CODES))
                .results()
                .map(found -> found.group(1) + " " + found.group(2));

        assertThat(published)
                .containsExactlyElementsOf(Arrays.stream(CapacityStatus.values())
                        .map(status -> status.code() + " " + status.display())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aStatusIsFoundByItsCode(CapacityStatus status) {
        assertThat(CapacityStatus.of(status.code())).contains(status);
        assertThat(CapacityStatus.of(status.name())).isEmpty();
    }

    @Test
    void whatIsStatedStandsUntilItIsTooOld() {
        var four = available(4);

        assertThat(CapacityRules.at(four, NOW, MONTH)).isEqualTo(new Room(Optional.of(4)));
        assertThat(CapacityRules.at(four, YESTERDAY, MONTH)).isEqualTo(new Room(Optional.of(4)));
        assertThat(CapacityRules.at(four, YESTERDAY.plus(MONTH).minusMillis(1), MONTH))
                .isEqualTo(new Room(Optional.of(4)));
        assertThat(CapacityRules.at(four, YESTERDAY.plus(MONTH), MONTH)).isEqualTo(new Unknown());
        assertThat(CapacityRules.staleFrom(four, MONTH)).contains(YESTERDAY.plus(MONTH));
    }

    @Test
    void whatWasNeverConfirmedOrNotYetIsUnknown() {
        assertThat(CapacityRules.at(undated(available(4)), NOW, MONTH)).isEqualTo(new Unknown());
        assertThat(CapacityRules.at(available(4), YESTERDAY.minusMillis(1), MONTH))
                .isEqualTo(new Unknown());
        assertThat(CapacityRules.at(saying(UNKNOWN), NOW, MONTH)).isEqualTo(new Unknown());
        assertThat(CapacityRules.staleFrom(saying(UNKNOWN), MONTH)).isEmpty();
        assertThat(CapacityRules.staleFrom(undated(available(4)), MONTH)).isEmpty();
    }

    @Test
    void eachStatusStandsForWhatItSays() {
        var wait = Duration.ofDays(14);
        var queue = new Capacity(WAITING_LIST, Optional.empty(), Optional.of(3), Optional.of(wait), Optional.of(NOW));

        assertThat(CapacityRules.at(saying(AVAILABLE), NOW, MONTH)).isEqualTo(new Room(Optional.empty()));
        assertThat(CapacityRules.at(queue, NOW, MONTH)).isEqualTo(new Queue(Optional.of(3), Optional.of(wait)));
        assertThat(CapacityRules.at(saying(NO_CAPACITY), NOW, MONTH)).isEqualTo(new Full());
    }

    @Test
    void roomForNobodyIsNoRoom() {
        assertThat(CapacityRules.at(available(0), NOW, MONTH)).isEqualTo(new Full());
        assertThat(CapacityRules.at(listed(available(0), 2), NOW, MONTH))
                .isEqualTo(new Queue(Optional.of(2), Optional.empty()));
    }

    @Test
    void aHandoverTakesOneOfThePlacesThatAreStated() {
        assertThat(take(available(4))).isEqualTo(new Taken(available(3), A_PLACE, false));
    }

    @Test
    void theLastPlaceMakesTheServiceFull() {
        assertThat(take(available(1))).isEqualTo(new Taken(available(0).with(NO_CAPACITY), A_PLACE, false));
    }

    @Test
    void theLastPlaceOpensTheListWhereThereIsOne() {
        assertThat(take(listed(available(1), 0)))
                .isEqualTo(new Taken(listed(available(0), 0).with(WAITING_LIST), A_PLACE, false));
    }

    @Test
    void nothingIsCountedWhereNoPlacesAreStated() {
        assertThat(take(saying(AVAILABLE))).isEqualTo(new Taken(saying(AVAILABLE), NOTHING, false));
        assertThat(NOTHING.isNothing()).isTrue();
        assertThat(A_PLACE.isNothing()).isFalse();
        assertThat(ON_THE_LIST.isNothing()).isFalse();
    }

    @Test
    void whereThereIsAListThePersonWaits() {
        assertThat(take(listed(saying(WAITING_LIST), 2)))
                .isEqualTo(new Taken(listed(saying(WAITING_LIST), 3), ON_THE_LIST, true));
        assertThat(take(saying(WAITING_LIST))).isEqualTo(new Taken(saying(WAITING_LIST), NOTHING, true));
        assertThat(take(listed(available(0), 2)))
                .isEqualTo(new Taken(listed(available(0), 3).with(WAITING_LIST), ON_THE_LIST, true));
    }

    @Test
    void aListThatStillHasPlacesUsesThemUp() {
        var list = listed(available(2), 5).with(WAITING_LIST);

        assertThat(take(list))
                .isEqualTo(new Taken(listed(available(1), 6).with(WAITING_LIST), new Held(true, true), true));
        assertThat(after(after(after(list)))).isEqualTo(listed(available(0), 8).with(WAITING_LIST));
    }

    @Test
    void aFullServiceRefusesAndSaysSinceWhenAndHowLongPeopleWait() {
        var full = new Capacity(
                NO_CAPACITY,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofDays(14)),
                Optional.of(YESTERDAY));

        var refusal = ((Refused) take(full)).refusal();

        assertThat(refusal.reason()).isEqualTo(DirectoryRule.CAPACITY);
        assertThat(refusal.text()).contains("full", "2026-11-21", "about 14 days");
        assertThat(refusal.remedy()).contains("another service", "without an owner");
        assertThat(((Refused) take(saying(NO_CAPACITY))).refusal().text()).doesNotContain("days");
        assertThat(take(available(0))).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsNotKnownIsNoReasonToRefuse() {
        var old = saying(NO_CAPACITY);
        var later = NOW.plus(MONTH);

        assertThat(CapacityRules.take(old, later, MONTH)).isEqualTo(new Taken(old, NOTHING, false));
        assertThat(CapacityRules.take(available(1), later, MONTH)).isEqualTo(new Taken(available(1), NOTHING, false));
        assertThat(take(saying(UNKNOWN))).isEqualTo(new Taken(saying(UNKNOWN), NOTHING, false));
    }

    @Test
    void whatComesToNothingIsGivenBack() {
        assertThat(CapacityRules.giveBack(available(3), A_PLACE)).isEqualTo(available(4));
        assertThat(CapacityRules.giveBack(available(0).with(NO_CAPACITY), A_PLACE))
                .isEqualTo(available(1));
        assertThat(CapacityRules.giveBack(listed(available(0), 0).with(WAITING_LIST), A_PLACE))
                .isEqualTo(listed(available(1), 0));
        assertThat(CapacityRules.giveBack(listed(saying(WAITING_LIST), 3), ON_THE_LIST))
                .isEqualTo(listed(saying(WAITING_LIST), 2));
        assertThat(CapacityRules.giveBack(saying(AVAILABLE), A_PLACE)).isEqualTo(saying(AVAILABLE));
        assertThat(CapacityRules.giveBack(saying(NO_CAPACITY), NOTHING)).isEqualTo(saying(NO_CAPACITY));
        assertThat(CapacityRules.giveBack(saying(UNKNOWN), A_PLACE)).isEqualTo(saying(UNKNOWN));
    }

    @Test
    void aPlaceThatIsGivenBackIsForThoseWhoWait() {
        assertThat(CapacityRules.giveBack(listed(available(0), 2).with(WAITING_LIST), A_PLACE))
                .isEqualTo(listed(available(1), 2).with(WAITING_LIST));
        assertThat(CapacityRules.giveBack(available(0).with(WAITING_LIST), A_PLACE))
                .isEqualTo(available(1).with(WAITING_LIST));
    }

    @Test
    void numbersStayWithinTheirBounds() {
        assertThat(CapacityRules.giveBack(listed(saying(WAITING_LIST), 0), ON_THE_LIST))
                .isEqualTo(listed(saying(WAITING_LIST), 0));
        assertThat(after(listed(saying(WAITING_LIST), Integer.MAX_VALUE)))
                .isEqualTo(listed(saying(WAITING_LIST), Integer.MAX_VALUE));
    }

    @Test
    void whatIsStatedWithoutATimeIsConfirmedNow() {
        assertThat(onRecord(Optional.empty(), undated(available(4))))
                .isEqualTo(available(4).confirmedAt(NOW));
        assertThat(onRecord(Optional.of(available(3)), available(4)))
                .isEqualTo(available(4).confirmedAt(NOW));
        assertThat(onRecord(Optional.of(saying(UNKNOWN)), available(4)))
                .isEqualTo(available(4).confirmedAt(NOW));
    }

    @Test
    void whatIsStatedWithItsOwnTimeKeepsIt() {
        var earlier = YESTERDAY.minusSeconds(1);

        assertThat(onRecord(Optional.empty(), available(4))).isEqualTo(available(4));
        assertThat(onRecord(Optional.of(available(4)), available(3).confirmedAt(earlier)))
                .isEqualTo(available(3).confirmedAt(earlier));
    }

    @Test
    void whatIsSentUnchangedIsNotConfirmedByThat() {
        assertThat(onRecord(Optional.of(available(4)), available(4))).isEqualTo(available(4));
        assertThat(onRecord(Optional.of(undated(saying(NO_CAPACITY))), undated(saying(NO_CAPACITY))))
                .isEqualTo(undated(saying(UNKNOWN)));
    }

    @Test
    void nothingIsConfirmedLaterThanNow() {
        var tomorrow = available(4).confirmedAt(NOW.plusSeconds(1));

        assertThat(CapacityRules.isConfirmedLater(tomorrow, NOW)).isTrue();
        assertThat(CapacityRules.isConfirmedLater(available(4).confirmedAt(NOW), NOW))
                .isFalse();
        assertThat(onRecord(Optional.empty(), tomorrow)).isEqualTo(available(4).confirmedAt(NOW));
        assertThat(onRecord(Optional.of(tomorrow), tomorrow))
                .isEqualTo(available(4).confirmedAt(NOW));
    }

    @Test
    void whatIsTooOldGoesOnRecordAsUnknownWithItsTime() {
        var old = listed(available(4), 2).confirmedAt(NOW.minus(MONTH));

        assertThat(onRecord(Optional.empty(), old)).isEqualTo(saying(UNKNOWN).confirmedAt(NOW.minus(MONTH)));
    }

    @Test
    void whoeverSaysUnknownIsNotCorrected() {
        assertThat(onRecord(Optional.of(available(4)), undated(saying(UNKNOWN))))
                .isEqualTo(undated(saying(UNKNOWN)));
        assertThat(onRecord(Optional.of(available(4)), saying(UNKNOWN))).isEqualTo(saying(UNKNOWN));
    }

    private static Capacity onRecord(Optional<Capacity> before, Capacity sent) {
        return CapacityRules.onRecord(before, sent, NOW, MONTH);
    }

    @Test
    void rulesHaveTheirPublishedKeys() {
        assertThat(Arrays.stream(DirectoryRule.values()).map(DirectoryRule::key))
                .contains("capacity", "on-waiting-list", "capacity-confirmed-later");
    }
}
