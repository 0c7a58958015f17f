package io.github.sprigfhir.app.consent;

import io.github.sprigfhir.domain.consent.Agreement;
import io.github.sprigfhir.domain.consent.Ask;
import io.github.sprigfhir.domain.consent.ConsentRules;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells for whom a person's consents open their record now: the fact by which others decide who sees what. */
@Component
public class CoveredRecipients {

    private final PersonsConsents consents;
    private final Clock clock;

    CoveredRecipients(PersonsConsents consents, Clock clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** What the person has said, as this transaction leaves it; read once, for any number of organisations. */
    public Coverage of(Party person) {
        return new Coverage(person, consents.of(person), clock.instant());
    }

    /** One person's consents at one instant. */
    public static final class Coverage {

        private final Party person;
        private final List<Agreement> said;
        private final Instant when;

        private Coverage(Party person, List<Agreement> said, Instant when) {
            this.person = person;
            this.said = List.copyOf(said);
            this.when = when;
        }

        /** Whether the organisation may know of the person in order to help them. */
        public boolean covers(Party organisation) {
            return ConsentRules.decide(said, new Ask(person, organisation, Purpose.TREATMENT), when)
                    .isPermitted();
        }
    }
}
