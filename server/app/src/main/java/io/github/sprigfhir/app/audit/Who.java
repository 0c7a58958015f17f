package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who did something: what their token proves, and the network address in any case.
 *
 * @param agent the person who uses the client, such as {@code PractitionerRole/42}
 * @param reason why rules were passed, where the purpose is to break the glass
 */
record Who(
        @Nullable String client,
        @Nullable String role,
        @Nullable String organisation,
        @Nullable String agent,
        @Nullable String purpose,
        @Nullable String reason,
        @Nullable String address) {

    /** This server itself. */
    static final Who SERVER = new Who(null, null, null, null, null, null, null);

    /** A directory feed, which has no token: the server reads it. */
    static Who feed(String source) {
        return new Who(source, null, null, null, null, null, null);
    }

    static Who at(@Nullable String address, @Nullable String client) {
        return new Who(client, null, null, null, null, null, address);
    }

    /** As a client that asks for a token to break the glass. */
    Who breaking(@Nullable String why) {
        return why == null
                ? this
                : new Who(client, role, organisation, agent, Purpose.BREAK_THE_GLASS.code(), why, address);
    }

    static Who of(Identity identity, @Nullable String reason, @Nullable String address) {
        return new Who(
                identity.client(),
                identity.role().code(),
                identity.organisation().name(),
                identity.user().map(Party::name).orElse(null),
                identity.purpose().code(),
                reason,
                address);
    }

    Optional<Role> knownRole() {
        return Optional.ofNullable(role).flatMap(Role::of);
    }

    Optional<Purpose> knownPurpose() {
        return Optional.ofNullable(purpose).flatMap(Purpose::of);
    }

    /** Whether nobody from outside did it. */
    boolean isServer() {
        return client == null && address == null;
    }
}
