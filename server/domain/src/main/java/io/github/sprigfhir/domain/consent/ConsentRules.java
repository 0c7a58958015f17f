package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.consent.Agreement.Scope;
import io.github.sprigfhir.domain.consent.ConsentDecision.Permitted;
import io.github.sprigfhir.domain.consent.ConsentDecision.Refused;
import io.github.sprigfhir.domain.consent.Provision.Saying;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges by a person's consents whether somebody may know of them (spec decisions 35 and 36), or may study their
 * record.
 *
 * <p>Closed by default: only an active consent permits, to the recipients and for the purposes that it names, in its
 * time. It must certainly be later than whatever speaks against it: an active consent that denies the same, or one that
 * permitted it and was taken back. So who takes back their latest word does not bring an earlier one to life.
 */
public final class ConsentRules {

    /** By so much the clock of a sender may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private ConsentRules() {}

    /** Decides by all consents of the person, in any order; those of others, and of other scopes, do not count. */
    public static ConsentDecision decide(Collection<Agreement> consents, Ask ask, Instant when) {
        List<Agreement> about = consents.stream()
                .filter(consent -> consent.isAbout(ask.person(), ask.scope()))
                .toList();
        Optional<Agreement> latestYes = about.stream()
                .filter(consent -> permits(consent, ask, when))
                .max(Comparator.comparing((Agreement consent) -> consent.given().earliest())
                        .thenComparing(Agreement::name));
        Optional<Agreement> latestNo = about.stream()
                .filter(consent -> speaksAgainst(consent, ask, when))
                .max(Comparator.comparing((Agreement consent) -> consent.given().latest())
                        .thenComparing(Agreement::isActive));
        if (latestNo.isPresent()
                && latestYes
                        .filter(yes -> yes.given().isAfter(latestNo.get().given()))
                        .isEmpty()) {
            return new Refused(latestNo.get().isActive() ? ConsentRule.DENIED : ConsentRule.WITHDRAWN);
        }
        return latestYes
                .<ConsentDecision>map(yes -> new Permitted(yes.name()))
                .orElseGet(() -> new Refused(whyNot(about, ask)));
    }

    /**
     * The next instant after this one at which a decision about sharing may change although nobody writes anything.
     */
    public static Optional<Instant> nextChange(Collection<Agreement> consents, Party person, Instant when) {
        return nextChange(consents, person, Scope.SHARING, when);
    }

    /** The same for a decision that consents of this scope lead to. */
    public static Optional<Instant> nextChange(
            Collection<Agreement> consents, Party person, Scope scope, Instant when) {
        return consents.stream()
                .filter(consent -> consent.isAbout(person, scope) && consent.isActive())
                .flatMap(consent -> Stream.concat(
                        consent.provision().edges(),
                        Stream.of(consent.given().earliest().minus(AHEAD))))
                .filter(edge -> edge.isAfter(when))
                .min(Comparator.naturalOrder());
    }

    private static boolean permits(Agreement consent, Ask ask, Instant when) {
        return consent.isActive()
                && consent.validlyGiven()
                && !consent.given().earliest().isAfter(when.plus(AHEAD))
                && consent.provision().saysAt(when, ask) == Saying.PERMIT;
    }

    private static boolean speaksAgainst(Agreement consent, Ask ask, Instant when) {
        return switch (consent.state()) {
            case ACTIVE -> consent.provision().saysAt(when, ask) == Saying.DENY;
            case ENDED -> consent.provision().permitsAtSomeTime(ask);
            case NEVER -> false;
        };
    }

    private static ConsentRule whyNot(List<Agreement> about, Ask ask) {
        List<Agreement> elsewhen = about.stream()
                .filter(consent -> consent.isActive() && consent.provision().saysAtSomeTime(ask) == Saying.PERMIT)
                .toList();
        if (elsewhen.isEmpty()) {
            return ConsentRule.NOT_GIVEN;
        }
        return elsewhen.stream().anyMatch(Agreement::validlyGiven)
                ? ConsentRule.OUT_OF_PERIOD
                : ConsentRule.NOT_VERIFIED;
    }
}
