package io.github.sprigfhir.app.access.register;

import io.github.sprigfhir.domain.kernel.Role;

/**
 * A person who signs in here to use an app.
 *
 * @param password its hash
 * @param organisation for whom the person acts, as {@link Organisations} reads it
 * @param fhirUser the person in the directory: PractitionerRole/[id], or the identifier of one as system|value
 * @param demo whether it came with the first run, and works on this machine alone
 */
public record User(
        String name,
        String password,
        Role role,
        String organisation,
        String fhirUser,
        boolean demo,
        boolean disabled) {}
