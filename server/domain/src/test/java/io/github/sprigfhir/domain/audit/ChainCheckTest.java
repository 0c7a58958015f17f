package io.github.sprigfhir.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.audit.ChainCheck.Fault;
import io.github.sprigfhir.domain.audit.ChainCheck.Kept;
import io.github.sprigfhir.domain.audit.Seal.Sealed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to sealed events afterwards shows, and where. */
class ChainCheckTest {

    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

    private final Map<Long, Digest> table = new HashMap<>();
    private final List<Seal> seals = new ArrayList<>();

    ChainCheckTest() {
        seal(1, 2, 4);
        seal(3, 5);
        seal(6);
    }

    @Test
    void aSoundChainHasNoFault() {
        var check = new ChainCheck(Optional.empty(), Optional.empty());

        assertThat(fault(check)).isEmpty();
        assertThat(check.number()).isEqualTo(3);
        assertThat(check.last()).isEqualTo(seals.get(2).hash());
    }

    @Test
    void aChangedEventIsNamed() {
        table.put(3L, digest("other"));

        assertThat(fault()).contains(new Fault.Changed(3));
    }

    @Test
    void aRemovedEventIsNamed() {
        table.remove(4L);

        assertThat(fault()).contains(new Fault.Removed(4));
    }

    @Test
    void theFirstFaultIsNamed() {
        table.remove(5L);
        table.put(2L, digest("other"));

        assertThat(fault()).contains(new Fault.Changed(2));
    }

    @Test
    void anEventThatWasChangedWithItsSealBreaksTheSeal() {
        var old = seals.get(1);
        var events = List.of(new Sealed(3, digest("other")), old.events().get(1));
        table.put(3L, digest("other"));
        seals.set(1, new Seal(old.number(), old.previous(), old.settled(), old.sealed(), events, old.hash()));

        assertThat(fault()).contains(new Fault.BrokenSeal(2));
    }

    @Test
    void aSealWrittenAnewDoesNotFitTheNext() {
        table.put(3L, digest("other"));
        seals.set(1, Seal.after(1, seals.get(0).hash(), 5, DAY, List.of(new Sealed(3, digest("other")))));

        assertThat(fault()).contains(new Fault.BrokenSeal(3));
    }

    @Test
    void aMissingSealIsNamed() {
        seals.remove(0);

        assertThat(fault()).contains(new Fault.BrokenSeal(1));
    }

    @Test
    void aChainThatIsWrittenAnewFromItsBeginningIsToldByAKeptSeal() {
        var kept = new Kept(3, seals.get(2).hash());
        assertThat(fault(new ChainCheck(Optional.of(kept), Optional.empty()))).isEmpty();
        seals.clear();
        seal(1);
        seal(2);
        seal(3);

        assertThat(fault()).isEmpty();
        assertThat(fault(new ChainCheck(Optional.of(kept), Optional.empty()))).contains(new Fault.OtherChain(3));
    }

    @Test
    void aChainThatIsCutOffIsToldByAKeptSeal() {
        var kept = new Kept(3, seals.get(2).hash());
        seals.remove(2);

        assertThat(fault()).isEmpty();
        assertThat(fault(new ChainCheck(Optional.of(kept), Optional.empty()))).contains(new Fault.OtherChain(3));
    }

    @Test
    void whatWasSealedBeforeItsTimeWasOverMayBeGoneButNotChanged() {
        table.remove(1L);
        table.remove(2L);
        var check = new ChainCheck(Optional.empty(), Optional.of(DAY.plus(1, ChronoUnit.DAYS)));

        assertThat(fault(check)).isEmpty();
        assertThat(check.outOfTime()).isEqualTo(2);
        assertThat(fault(new ChainCheck(Optional.empty(), Optional.of(DAY)))).contains(new Fault.Removed(1));
        table.put(4L, digest("other"));
        assertThat(fault(new ChainCheck(Optional.empty(), Optional.of(DAY.plus(1, ChronoUnit.DAYS)))))
                .contains(new Fault.Changed(4));
    }

    @Test
    void theTimeOfASealIsUnderItToo() {
        var old = seals.get(0);
        seals.set(
                0,
                new Seal(
                        old.number(),
                        old.previous(),
                        old.settled(),
                        old.sealed().minusSeconds(1),
                        old.events(),
                        old.hash()));

        assertThat(fault()).contains(new Fault.BrokenSeal(1));
    }

    @Test
    void faultsAreToldInWords() {
        assertThat(List.of(
                                new Fault.Changed(7),
                                new Fault.Removed(7),
                                new Fault.Inserted(7),
                                new Fault.BrokenSeal(7),
                                new Fault.OtherChain(7))
                        .stream()
                        .map(Fault::text))
                .allMatch(text -> text.contains("7"))
                .doesNotHaveDuplicates();
    }

    @Test
    void noTwoEventsAreWrittenAlike() {
        assertThat(List.of(
                        Digest.of(List.of("ab", "c")),
                        Digest.of(List.of("a", "bc")),
                        Digest.of(List.of("abc")),
                        Digest.of(List.of("abc", "")),
                        Digest.of(Arrays.asList("abc", null)),
                        Digest.of(List.of("", "abc"))))
                .doesNotHaveDuplicates();
        assertThat(Digest.of(List.of("a")))
                .isEqualTo(Digest.of(List.of("a")))
                .hasToString(digest("a").hex());
        assertThat(Digest.ofBytes(digest("a").bytes())).isEqualTo(digest("a"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void removingAnyEventShows(long id) {
        table.remove(id);

        assertThat(fault()).contains(new Fault.Removed(id));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void changingAnyEventShows(long id) {
        table.put(id, digest("other"));

        assertThat(fault()).contains(new Fault.Changed(id));
    }

    private Optional<Fault> fault() {
        return fault(new ChainCheck(Optional.empty(), Optional.empty()));
    }

    private Optional<Fault> fault(ChainCheck check) {
        for (var seal : seals) {
            var fault = check.next(seal, table);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return check.end();
    }

    private void seal(long... ids) {
        var last = seals.isEmpty() ? Optional.<Seal>empty() : Optional.of(seals.get(seals.size() - 1));
        var events = Arrays.stream(ids)
                .mapToObj(id -> new Sealed(id, digest("event " + id)))
                .toList();
        events.forEach(event -> table.put(event.id(), event.digest()));
        seals.add(Seal.after(
                last.map(Seal::number).orElse(0L),
                last.map(Seal::hash).orElse(Digest.NONE),
                Arrays.stream(ids).max().orElse(0),
                DAY.plus(seals.size(), ChronoUnit.DAYS),
                events));
    }

    private static Digest digest(String text) {
        return Digest.of(List.of(text));
    }
}
