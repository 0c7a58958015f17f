package io.github.sprigfhir.app.export;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import io.github.sprigfhir.app.platform.Partitions;
import io.github.sprigfhir.app.platform.ResourceTypes;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.research.Released;
import io.github.sprigfhir.domain.access.Holding;
import io.github.sprigfhir.domain.research.Elements;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may take away.
 *
 * @param project whose release it is; empty for the records themselves
 * @param release its number; 0 for the records
 * @param partition where it lies
 */
record Source(String project, long release, int partition) {

    /** A Subscription holds the address and the secrets of a client, and is of no use to another. */
    private static final Set<String> NOT_TAKEN_AWAY = Set.of("Subscription");

    /**
     * Of a researcher the current release of their project; of whoever else may export, the records. Not in a Bundle: no
     * entry of its answer could hold an address that is asked again, or a file.
     */
    static Source of(RequestDetails request) {
        if (request instanceof ServletSubRequestDetails) {
            throw Refusals.badRequest(Problem.invalid(
                    ServerRule.OPERATION_PARAMETER,
                    "",
                    "Nothing is exported by an entry of a Bundle.",
                    "Send it as a request of its own."));
        }
        return Released.of(request)
                .map(released -> new Source(released.project(), released.number(), released.partition()))
                .orElseGet(() -> new Source("", 0, Partitions.DEFAULT));
    }

    boolean isRelease() {
        return release > 0;
    }

    /** The types there are, in the order of their files. */
    List<String> types() {
        var types = new TreeSet<>(isRelease() ? Elements.types() : ResourceTypes.RECORDS);
        types.removeAll(NOT_TAKEN_AWAY);
        return List.copyOf(types);
    }

    /** Those that are about people. */
    List<String> typesAboutPeople() {
        return types().stream()
                .filter(type -> Holding.of(type) == Holding.PEOPLE)
                .toList();
    }
}
