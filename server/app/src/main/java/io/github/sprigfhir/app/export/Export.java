package io.github.sprigfhir.app.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An export that somebody has asked for.
 *
 * @param upTo all that was changed by then is in it
 * @param request the address that was asked
 * @param ended when all of it was written; none while it is being made
 * @param failed why it cannot be finished
 */
record Export(
        UUID id,
        Source source,
        Instant upTo,
        String request,
        Wanted wanted,
        Instant asked,
        Set<String> written,
        Optional<Instant> ended,
        Optional<String> failed) {

    /**
     * What is to be exported.
     *
     * @param types of resources, in the order of their files
     * @param filters searches as {@code Type?parameters}; one of those of a type must fit
     * @param elements as {@code Type.element}; all there are where there is none
     * @param since only what was changed later
     */
    record Wanted(List<String> types, List<String> filters, List<String> elements, Optional<Instant> since) {

        Wanted {
            types = List.copyOf(types);
            filters = List.copyOf(filters);
            elements = List.copyOf(elements);
        }

        List<String> filtersOf(String type) {
            return filters.stream()
                    .filter(filter -> filter.startsWith(type + "?"))
                    .toList();
        }
    }

    Export {
        written = Set.copyOf(written);
    }

    /** How much of it is written, in per cent of the types. */
    int progress() {
        return 100 * written.size() / Math.max(1, wanted.types().size());
    }
}
