package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Optional;

/** Identities for tests. */
final class Callers {

    private Callers() {}

    static Identity in(Role role) {
        return new Identity("client", role, new Party("Organization/42"), Optional.empty(), Purpose.TREATMENT);
    }
}
