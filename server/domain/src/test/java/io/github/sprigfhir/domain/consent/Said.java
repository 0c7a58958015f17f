package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.consent.Provision.Kind;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person of the tests has said, and what they are asked about. */
final class Said {

    static final Party MAUD = new Party("Patient/maud");
    static final Party NETWORK = new Party("Organization/network");
    static final Party CHARITY = new Party("Organization/charity");
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private Said() {}

    static Ask ask(Party recipient) {
        return new Ask(MAUD, recipient, Purpose.TREATMENT);
    }

    static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    static Provision permit(Party... actors) {
        return provision(Kind.PERMIT, Optional.of(Set.of(actors)), Optional.of(Set.of(Purpose.TREATMENT)));
    }

    /** A deny that says nothing but to whom; what for and when it has from the one around it. */
    static Provision deny(Party... actors) {
        return provision(Kind.DENY, Optional.of(Set.of(actors)), Optional.empty());
    }

    static Provision provision(Kind kind, Optional<Set<Party>> actors, Optional<Set<Purpose>> purposes) {
        return new Provision(kind, actors, purposes, Span.ALWAYS, false, List.of());
    }

    static Provision but(Provision provision, Provision... exceptions) {
        return new Provision(
                provision.kind(),
                provision.actors(),
                provision.purposes(),
                provision.span(),
                provision.limited(),
                List.of(exceptions));
    }

    static Provision during(Provision provision, String start, String end) {
        return new Provision(
                provision.kind(),
                provision.actors(),
                provision.purposes(),
                new Span(Optional.of(day(start)), Optional.of(day(end))),
                provision.limited(),
                provision.exceptions());
    }

    static Provision limited(Provision provision) {
        return new Provision(
                provision.kind(),
                provision.actors(),
                provision.purposes(),
                provision.span(),
                true,
                provision.exceptions());
    }

    /** An active consent, given at the beginning of the day. */
    static Agreement on(String day, Provision provision) {
        return on(day, ConsentState.ACTIVE, provision);
    }

    static Agreement on(String day, ConsentState state, Provision provision) {
        var given = new Given(day(day), day(day));
        return new Agreement("Consent/" + day + state, MAUD, Agreement.Scope.SHARING, state, given, true, provision);
    }

    static Agreement notVerified(Agreement consent) {
        return new Agreement(
                consent.name(),
                consent.person(),
                consent.scope(),
                consent.state(),
                consent.given(),
                false,
                consent.provision());
    }
}
