package io.github.sprigfhir.app.access.register;

import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;

/**
 * Software that is registered here.
 *
 * @param role what it is here; of an app, what its users must be
 * @param organisation for whom it acts, as {@link Organisations} reads it; of an app empty where users of any
 *     organisation may use it
 * @param scopes the most it may ask for
 * @param keySet its public keys as a JWKS document, or empty
 * @param keyAddress where its public keys are published, or empty
 * @param redirects of an app, where users may be sent back to
 * @param demoSecret the hash of a secret that everybody knows, or empty
 * @param demo whether it came with the first run, and works on this machine alone
 */
public record Client(
        String id,
        Kind kind,
        String name,
        Role role,
        String organisation,
        List<String> scopes,
        String keySet,
        String keyAddress,
        List<String> redirects,
        String demoSecret,
        boolean demo,
        boolean disabled) {

    /** Who uses it. */
    public enum Kind {
        /** Nobody: it acts by itself (SMART Backend Services). */
        SYSTEM,
        /** People who sign in (SMART App Launch). */
        APP;

        /** In whose name its tokens speak. */
        public Level level() {
            return this == SYSTEM ? Level.SYSTEM : Level.USER;
        }
    }

    public Client {
        scopes = List.copyOf(scopes);
        redirects = List.copyOf(redirects);
    }

    /** Whether it proves by a signature who it is. */
    public boolean hasKeys() {
        return !keySet.isEmpty() || !keyAddress.isEmpty();
    }
}
