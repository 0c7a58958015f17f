package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.Set;

/**
 * One row of the table of permissions: those roles may do those acts to resources of those kinds, and so far.
 *
 * @param reach for a creation: in whose name
 */
record Permission(Set<Role> roles, Reach reach, Set<Act> acts, Set<Kind> kinds) {

    Permission {
        roles = Set.copyOf(roles);
        acts = Set.copyOf(acts);
        kinds = Set.copyOf(kinds);
    }

    boolean isOf(Role role, Act act, Kind kind) {
        return roles.contains(role) && acts.contains(act) && kinds.contains(kind);
    }
}
