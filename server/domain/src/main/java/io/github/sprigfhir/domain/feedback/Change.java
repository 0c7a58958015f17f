package io.github.sprigfhir.domain.feedback;

import java.util.Map;
import java.util.Set;

/**
 * A resource that was created or changed, and whose it is now.
 *
 * @param focus its type and id
 * @param parties type and id of each party, by the part it plays
 */
public record Change(Topic topic, String focus, Map<Part, Set<String>> parties) {

    public Change {
        parties = Map.copyOf(parties);
    }
}
