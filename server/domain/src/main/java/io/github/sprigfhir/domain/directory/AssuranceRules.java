package io.github.sprigfhir.domain.directory;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** For which level a service is assured on a day, what time makes of its evidence, and whom it may be asked about. */
public final class AssuranceRules {

    private AssuranceRules() {}

    /**
     * The level for which somebody is assured on a day; none where not even the lowest asks for less than there is. Each
     * level needs all that the ones below it need.
     *
     * @param own all evidence about the service and about the organisation that provides it
     * @param larger by organisation, the evidence about those that answer for it as an umbrella
     */
    public static Optional<AssuranceLevel> level(
            Collection<Evidence> own, Map<Party, List<Evidence>> larger, AssurancePolicy policy, LocalDate day) {
        Optional<AssuranceLevel> reached = Optional.empty();
        var measures = new ArrayList<AssuranceMeasure>();
        for (var level : AssuranceLevel.values()) {
            var demand = policy.of(level);
            measures.addAll(demand.measures());
            if (!measures.stream().allMatch(measure -> isShown(measure, own, larger, policy, demand, day))) {
                return reached;
            }
            reached = Optional.of(level);
        }
        return reached;
    }

    private static boolean isShown(
            AssuranceMeasure measure,
            Collection<Evidence> own,
            Map<Party, List<Evidence>> larger,
            AssurancePolicy policy,
            AssurancePolicy.Demand demand,
            LocalDate day) {
        return own.stream()
                .filter(evidence -> counts(evidence, measure, policy, demand, day))
                .anyMatch(evidence -> evidence.kind() != EvidenceKind.UMBRELLA
                        || evidence.umbrella().map(larger::get).stream()
                                .flatMap(List::stream)
                                .anyMatch(theirs -> theirs.kind() != EvidenceKind.UMBRELLA
                                        && counts(theirs, measure, policy, demand, day)));
    }

    /** An umbrella covers what the larger organisation can itself show, and no umbrella stands on another. */
    private static boolean counts(
            Evidence evidence,
            AssuranceMeasure measure,
            AssurancePolicy policy,
            AssurancePolicy.Demand demand,
            LocalDate day) {
        return evidence.isFor(measure)
                && demand.kinds().contains(evidence.kind())
                && mayCount(evidence)
                && within(evidence.validity(), policy).isOn(day);
    }

    /** What is only attested counts where attesting is all there is to it. */
    private static boolean mayCount(Evidence evidence) {
        return evidence.validity().status() != EvidenceStatus.ATTESTED
                || evidence.kind() == EvidenceKind.SELF_ASSESSMENT;
    }

    /** The status that evidence or a pledge has on a day: some time before its end it has to be given again. */
    public static EvidenceStatus statusOn(Validity stated, AssurancePolicy policy, LocalDate day) {
        if (!stated.status().holds()) {
            return stated.status();
        }
        var validity = within(stated, policy);
        if (!day.isBefore(validity.until())) {
            return EvidenceStatus.REVAL_FAIL;
        }
        return day.isBefore(warnFrom(validity, policy)) ? stated.status() : EvidenceStatus.REQ_REVALID;
    }

    /** The first day after this one on which time changes the status or what counts; none if it does so no more. */
    public static Optional<LocalDate> nextChange(Validity stated, AssurancePolicy policy, LocalDate day) {
        if (!stated.status().holds()) {
            return Optional.empty();
        }
        var validity = within(stated, policy);
        return Stream.of(validity.given(), warnFrom(validity, policy), validity.until())
                .filter(day::isBefore)
                .sorted()
                .findFirst();
    }

    private static LocalDate warnFrom(Validity validity, AssurancePolicy policy) {
        return validity.until().minus(policy.warning());
    }

    private static Validity within(Validity stated, AssurancePolicy policy) {
        var latest = stated.given().plus(policy.longest());
        return stated.until().isAfter(latest) ? new Validity(stated.status(), stated.given(), latest) : stated;
    }

    /**
     * Decides whether a person may be handed over to a service.
     *
     * @param held the level for which the service is assured today
     * @param asked the levels that the risks of the referral ask for
     * @param overridden whether a named person answers for it, with a reason
     */
    public static Optional<Refusal> handOver(
            Optional<AssuranceLevel> held, Collection<AssuranceLevel> asked, boolean overridden) {
        return asked.stream()
                .max(AssuranceLevel::compareTo)
                .filter(level ->
                        held.filter(enough -> enough.compareTo(level) >= 0).isEmpty())
                .filter(level -> !overridden)
                .map(level -> new Refusal(
                        DirectoryRule.INSUFFICIENT_ASSURANCE,
                        "The referral asks for a service assured at level %s, and this one is %s."
                                .formatted(
                                        level.code(),
                                        held.map(is -> "assured at level " + is.code())
                                                .orElse("not assured")),
                        "Choose a service with that level; or say in the onward referral who answers for handing over"
                                + " nevertheless, and why (extension assurance-override)."));
    }
}
