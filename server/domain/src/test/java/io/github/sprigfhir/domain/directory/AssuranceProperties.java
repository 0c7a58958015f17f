package io.github.sprigfhir.domain.directory;

import static io.github.sprigfhir.domain.directory.Shown.LARGER;
import static io.github.sprigfhir.domain.directory.Shown.POLICY;
import static io.github.sprigfhir.domain.directory.Shown.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.directory.AssurancePolicy.Demand;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of assurance, for whatever a provider shows and a scheme asks. */
class AssuranceProperties {

    @Property
    void moreEvidenceNeverLowersTheLevel(
            @ForAll("shown") List<Evidence> own,
            @ForAll("shown") List<Evidence> larger,
            @ForAll("evidence") Evidence more,
            @ForAll("policies") AssurancePolicy policy) {
        assertThat(height(with(own, more), larger, policy, TODAY))
                .isGreaterThanOrEqualTo(height(own, larger, policy, TODAY));
        assertThat(height(own, with(larger, more), policy, TODAY))
                .isGreaterThanOrEqualTo(height(own, larger, policy, TODAY));
    }

    @Property
    void timeNeverRaisesTheLevelOnceAllIsGiven(
            @ForAll("shown") List<Evidence> own,
            @ForAll("shown") List<Evidence> larger,
            @ForAll("policies") AssurancePolicy policy,
            @ForAll @IntRange(max = 2000) int days) {
        var given = TODAY.plusDays(500);

        assertThat(height(own, larger, policy, given.plusDays(days)))
                .isLessThanOrEqualTo(height(own, larger, policy, given));
    }

    @Property
    void betweenTwoDaysOnWhichTimeChangesNothingTheLevelIsTheSame(
            @ForAll("shown") List<Evidence> own, @ForAll("policies") AssurancePolicy policy) {
        var next = own.stream()
                .flatMap(evidence -> AssuranceRules.nextChange(evidence.validity(), policy, TODAY).stream())
                .min(LocalDate::compareTo)
                .orElse(TODAY.plusYears(20));

        assertThat(height(own, List.of(), policy, next.minusDays(1))).isEqualTo(height(own, List.of(), policy, TODAY));
    }

    @Property
    void whoReachesALevelWouldReachAllBelowItByThemselves(
            @ForAll("shown") List<Evidence> own, @ForAll("policies") AssurancePolicy policy) {
        var reached = height(own, List.of(), policy, TODAY);
        for (var level : AssuranceLevel.values()) {
            if (Integer.parseInt(level.code()) <= reached) {
                assertThat(policy.of(level).measures())
                        .allMatch(measure -> own.stream().anyMatch(evidence -> evidence.isFor(measure)));
            }
        }
    }

    @Property
    void whatIsOverCountsForNothing(
            @ForAll("shown") List<Evidence> own,
            @ForAll("evidence") Evidence more,
            @ForAll("policies") AssurancePolicy policy) {
        var over = new Evidence(
                more.measures(),
                more.kind(),
                new Validity(more.validity().status(), more.validity().given(), TODAY),
                more.umbrella());

        assertThat(height(with(own, over), List.of(), policy, TODAY)).isEqualTo(height(own, List.of(), policy, TODAY));
    }

    @Property
    void whatCountsForNothingIsNotSaidToHold(
            @ForAll("evidence") Evidence evidence, @ForAll("policies") AssurancePolicy policy) {
        var status = AssuranceRules.statusOn(evidence.validity(), policy, TODAY);
        var alone = AssuranceRules.nextChange(evidence.validity(), policy, TODAY);

        assertThat(alone.isPresent()).isEqualTo(status.holds());
    }

    @Property
    void whoIsHandedOverIsAtNoLowerLevelThanAsked(
            @ForAll("levels") Optional<AssuranceLevel> held, @ForAll List<AssuranceLevel> asked) {
        var refused = AssuranceRules.handOver(held, asked, false).isPresent();

        assertThat(refused)
                .isEqualTo(asked.stream()
                        .anyMatch(level -> held.isEmpty() || held.get().compareTo(level) < 0));
    }

    /** 0 for none. */
    private static int height(List<Evidence> own, List<Evidence> larger, AssurancePolicy policy, LocalDate day) {
        return AssuranceRules.level(own, Map.<Party, List<Evidence>>of(LARGER, larger), policy, day)
                .map(level -> Integer.parseInt(level.code()))
                .orElse(0);
    }

    private static List<Evidence> with(List<Evidence> shown, Evidence more) {
        var all = new ArrayList<>(shown);
        all.add(more);
        return all;
    }

    @Provide
    Arbitrary<Evidence> evidence() {
        var measures =
                Arbitraries.of(AssuranceMeasure.values()).set().ofMinSize(3).ofMaxSize(13);
        var days = Arbitraries.integers().between(-1500, 400).map(TODAY::plusDays);
        var lengths = Arbitraries.integers().between(1, 1500);
        return Combinators.combine(
                        measures,
                        Arbitraries.of(EvidenceKind.class),
                        Arbitraries.of(EvidenceStatus.class),
                        days,
                        lengths)
                .as((of, kind, status, given, length) -> new Evidence(
                        of,
                        kind,
                        new Validity(status, given, given.plusDays(length)),
                        kind == EvidenceKind.UMBRELLA ? Optional.of(LARGER) : Optional.empty()));
    }

    @Provide
    Arbitrary<List<Evidence>> shown() {
        return evidence().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<AssurancePolicy> policies() {
        var demand = Combinators.combine(
                        Arbitraries.of(AssuranceMeasure.values())
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(2),
                        Arbitraries.of(EvidenceKind.values()).set().ofMinSize(2))
                .as(Demand::new);
        return Combinators.combine(demand, demand, demand).as((first, second, third) -> {
            var demands = new EnumMap<AssuranceLevel, Demand>(AssuranceLevel.class);
            demands.put(AssuranceLevel.LOW_RISK, first);
            demands.put(AssuranceLevel.SOME_SUPPORT, second);
            demands.put(AssuranceLevel.COMPLEX_NEEDS, third);
            return new AssurancePolicy(demands, POLICY.longest(), POLICY.warning());
        });
    }

    @Provide
    Arbitrary<Optional<AssuranceLevel>> levels() {
        return Arbitraries.of(AssuranceLevel.class).optional();
    }
}
