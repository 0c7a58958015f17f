package io.github.sprigfhir.domain.kernel;

import java.util.Optional;

/**
 * Who a request is from, as its access token proves it.
 *
 * @param client the id under which the software is registered
 * @param organisation for whom it acts, such as {@code Organization/42}; of a researcher the project, such as
 *     {@code ResearchStudy/loneliness} ({@link Role#actsFor})
 * @param user the person who uses it, such as {@code PractitionerRole/42}; none where software acts by itself
 * @param purpose what the token was issued for
 */
public record Identity(String client, Role role, Party organisation, Optional<Party> user, Purpose purpose) {}
