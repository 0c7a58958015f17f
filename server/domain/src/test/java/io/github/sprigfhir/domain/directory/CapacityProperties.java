package io.github.sprigfhir.domain.directory;

import static io.github.sprigfhir.domain.directory.Stated.MONTH;
import static io.github.sprigfhir.domain.directory.Stated.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.directory.Intake.Refused;
import io.github.sprigfhir.domain.directory.Intake.Taken;
import io.github.sprigfhir.domain.directory.Vacancy.Full;
import io.github.sprigfhir.domain.directory.Vacancy.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of capacity, for whatever services state and however many ask. */
class CapacityProperties {

    @Property
    void aServiceWithoutAListTakesAsManyAsItHasPlacesAndNoMore(
            @ForAll @IntRange(max = 30) int places, @ForAll @IntRange(max = 60) int asking) {
        var capacity = Stated.available(places);
        var taken = 0;
        for (int i = 0; i < asking; i++) {
            if (Stated.take(capacity) instanceof Taken one) {
                capacity = one.after();
                taken++;
            }
        }

        assertThat(taken).isEqualTo(Math.min(places, asking));
    }

    /** True takes, false gives back the oldest that is held. */
    @Property
    void placesHeldAndPlacesFreeAreAlwaysAsManyAsWereStated(
            @ForAll @IntRange(max = 10) int places, @ForAll boolean keepsAList, @ForAll List<Boolean> happenings) {
        var capacity = keepsAList ? Stated.listed(Stated.available(places), 0) : Stated.available(places);
        var held = new ArrayDeque<Held>();
        for (var takes : happenings) {
            if (takes && Stated.take(capacity) instanceof Taken taken) {
                capacity = taken.after();
                held.add(taken.held());
            } else if (!takes && !held.isEmpty()) {
                capacity = CapacityRules.giveBack(capacity, held.remove());
            }
            var taken = (int) held.stream().filter(Held::place).count();
            var queued = (int) held.stream().filter(Held::queued).count();

            assertThat(capacity.places()).contains(places - taken);
            assertThat(capacity.waiting()).isEqualTo(keepsAList ? Optional.of(queued) : Optional.empty());
        }
    }

    @Property
    void whatIsTakenAndGivenBackLeavesTheSameNumbers(@ForAll("capacities") Capacity stated) {
        if (Stated.take(stated) instanceof Taken taken && stated.waiting().orElse(0) < Integer.MAX_VALUE) {
            var after = CapacityRules.giveBack(taken.after(), taken.held());

            assertThat(after.places()).isEqualTo(stated.places());
            assertThat(after.waiting()).isEqualTo(stated.waiting());
        }
    }

    @Property
    void onlyWhatIsKnownToBeFullRefuses(@ForAll("capacities") Capacity stated) {
        assertThat(Stated.take(stated) instanceof Refused)
                .isEqualTo(CapacityRules.at(stated, NOW, MONTH) instanceof Full);
    }

    @Property
    void whatIsNotConfirmedInTimeIsUnknownFromThenOn(
            @ForAll("capacities") Capacity stated, @ForAll @IntRange(max = 1000) int days) {
        var later = NOW.plus(Duration.ofDays(days));
        var stands = CapacityRules.at(stated, later, MONTH);
        var known = stated.confirmed()
                .filter(when -> !when.isAfter(later) && later.isBefore(when.plus(MONTH)))
                .isPresent();

        assertThat(stands instanceof Unknown).isEqualTo(!known || stated.status() == CapacityStatus.UNKNOWN);
    }

    @Property
    void whatGoesOnRecordStaysThereUntilItIsTooOld(@ForAll("capacities") Capacity sent) {
        var once = CapacityRules.onRecord(Optional.empty(), sent, NOW, MONTH);

        assertThat(CapacityRules.onRecord(Optional.of(once), once, NOW, MONTH)).isEqualTo(once);
        assertThat(once.status() == CapacityStatus.UNKNOWN)
                .isEqualTo(CapacityRules.at(once, NOW, MONTH) instanceof Unknown);
    }

    @Provide
    Arbitrary<Capacity> capacities() {
        var numbers = Arbitraries.integers().greaterOrEqual(0).optional();
        Arbitrary<Optional<Instant>> times = Arbitraries.longs()
                .between(-100, 10)
                .map(days -> NOW.plus(Duration.ofDays(days)))
                .optional();
        var waits = Arbitraries.integers().between(0, 400).map(Duration::ofDays).optional();
        return Combinators.combine(Arbitraries.of(CapacityStatus.class), numbers, numbers, waits, times)
                .as(Capacity::new);
    }
}
