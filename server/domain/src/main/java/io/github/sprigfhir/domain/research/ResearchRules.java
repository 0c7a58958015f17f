package io.github.sprigfhir.domain.research;

import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.Ask;
import io.github.sprigfhir.domain.consent.ConsentDecision.Permitted;
import io.github.sprigfhir.domain.consent.ConsentDecision.Refused;
import io.github.sprigfhir.domain.consent.ConsentRules;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.research.Participation.NotAgreed;
import io.github.sprigfhir.domain.research.Participation.OptedOut;
import io.github.sprigfhir.domain.research.Participation.TakesPart;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Judges who takes part in research: closed by default, so that nobody does who has not said so.
 *
 * <p>What was said is heard as it is about sharing (spec decisions 35 and 36): a consent must be active, in its time, and
 * later than whatever speaks against it. Only those with the scope research count, and of these a permit that names nobody
 * is one for every project.
 */
public final class ResearchRules {

    private ResearchRules() {}

    /**
     * Decides about one person.
     *
     * @param consents all of theirs, in any order; those of others, and of other scopes, do not count
     * @param researcher the organisation that does the research, as a consent names it
     * @param optedOut whether they have opted out of research, here or for the whole country
     */
    public static Participation takesPart(
            Collection<Agreement> consents, Party person, Party researcher, boolean optedOut, Instant when) {
        if (optedOut) {
            return new OptedOut();
        }
        var decision = ConsentRules.decide(consents, new Ask(person, researcher, Purpose.RESEARCH), when);
        if (decision instanceof Refused refused) {
            return new NotAgreed(refused.reason());
        }
        return new TakesPart(((Permitted) decision).by());
    }

    /** The next instant after this one at which a person may begin or cease to take part although nobody writes anything. */
    public static Optional<Instant> nextChange(Collection<Agreement> consents, Party person, Instant when) {
        return ConsentRules.nextChange(consents, person, Agreement.Scope.RESEARCH, when);
    }
}
