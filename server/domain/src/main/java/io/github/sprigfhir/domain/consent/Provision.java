package io.github.sprigfhir.domain.consent;

import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a consent permits or denies, with the exceptions to it (FHIR R4, Consent.provision).
 *
 * <p>A nested provision that names no recipients, purposes or time has those of the one around it. A deny is heard
 * wherever it stands; a permit counts only inside one that applies itself, and must name its purpose and, but for
 * research, its recipient. So who adds a deny never allows more.
 *
 * @param kind what it says
 * @param actors those it is about; none if it does not say
 * @param purposes what for; none if it does not say
 * @param span when it holds
 * @param limited whether it has conditions that this server cannot judge: such a permit permits nothing, such a deny
 *     denies all
 * @param exceptions the provisions nested in it
 */
public record Provision(
        Kind kind,
        Optional<Set<Party>> actors,
        Optional<Set<Purpose>> purposes,
        Span span,
        boolean limited,
        List<Provision> exceptions) {

    /** What a provision says of what it is about. */
    public enum Kind {
        PERMIT,
        DENY
    }

    /** What is heard of it about one recipient, purpose and instant. */
    enum Saying {
        PERMIT,
        DENY,
        NOTHING
    }

    /** What a nested provision has from the ones around it, and whether their time has come. */
    private record Around(Optional<Set<Party>> actors, Optional<Set<Purpose>> purposes, boolean inTime) {}

    Saying saysAt(Instant when, Ask ask) {
        return says(Optional.of(when), ask, new Around(Optional.empty(), Optional.empty(), true));
    }

    /** As above, its times left aside. */
    Saying saysAtSomeTime(Ask ask) {
        return says(Optional.empty(), ask, new Around(Optional.empty(), Optional.empty(), true));
    }

    /** Whether it permits this at some time, whatever it denies besides. */
    boolean permitsAtSomeTime(Ask ask) {
        return permitsWithin(ask, new Around(Optional.empty(), Optional.empty(), true));
    }

    /** Every instant at which it, or an exception to it, begins or ends. */
    Stream<Instant> edges() {
        return Stream.concat(span.edges(), exceptions.stream().flatMap(Provision::edges));
    }

    /** Whether it, or an exception to it, denies something. */
    boolean deniesSomething() {
        return kind == Kind.DENY || exceptions.stream().anyMatch(Provision::deniesSomething);
    }

    private Saying says(Optional<Instant> when, Ask ask, Around around) {
        Around here = new Around(
                actors.or(around::actors),
                purposes.or(around::purposes),
                around.inTime() && when.map(span::contains).orElse(true));
        List<Saying> except = exceptions.stream()
                .map(exception -> exception.says(when, ask, here))
                .toList();
        Saying own = own(ask, here);
        if (except.contains(Saying.DENY)) {
            return Saying.DENY;
        }
        return own != Saying.NOTHING && except.contains(Saying.PERMIT) ? Saying.PERMIT : own;
    }

    private boolean permitsWithin(Ask ask, Around around) {
        Around here = new Around(actors.or(around::actors), purposes.or(around::purposes), true);
        return switch (own(ask, here)) {
            case PERMIT -> true;
            case DENY -> exceptions.stream().anyMatch(exception -> exception.permitsWithin(ask, here));
            case NOTHING -> false;
        };
    }

    private Saying own(Ask ask, Around here) {
        return switch (kind) {
            case PERMIT -> permits(ask, here) ? Saying.PERMIT : Saying.NOTHING;
            case DENY -> denies(ask, here) ? Saying.DENY : Saying.NOTHING;
        };
    }

    private boolean permits(Ask ask, Around here) {
        return !limited
                && here.inTime()
                && here.actors().map(named -> named.contains(ask.recipient())).orElse(ask.mayBeUnnamed())
                && here.purposes()
                        .filter(named -> named.contains(ask.purpose()))
                        .isPresent();
    }

    private static boolean denies(Ask ask, Around here) {
        return here.inTime()
                && here.actors()
                        .filter(named -> !named.contains(ask.recipient()))
                        .isEmpty()
                && here.purposes()
                        .filter(named -> !named.contains(ask.purpose()))
                        .isEmpty();
    }
}
