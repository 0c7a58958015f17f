package io.github.sprigfhir.domain.access;

import io.github.sprigfhir.domain.kernel.Refusal;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Which part of an entry of the directory a role changes, where it does not change the whole of it. */
public final class EntryParts {

    private static final String CAPACITY = "https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity";

    private EntryParts() {}

    /** The addresses of the extensions that the role changes, and nothing else; none where it changes the whole. */
    public static Optional<Set<String>> extensions(Role role, Kind kind) {
        return role == Role.PROVIDER && kind == Kind.HEALTHCARE_SERVICE
                ? Optional.of(Set.of(CAPACITY))
                : Optional.empty();
    }

    /**
     * What is wrong with a change beyond that part.
     *
     * @param changed the elements beside the part that it changes, such as {@code name}
     */
    public static Optional<Refusal> judge(Collection<String> changed) {
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                AccessRule.CAPACITY_ONLY,
                                "A provider's system changes the capacity of its service alone, and this changes %s."
                                        .formatted(String.join(", ", changed)),
                                "Send a patch of the extension service-capacity, and leave all else to the directory's editor."));
    }
}
