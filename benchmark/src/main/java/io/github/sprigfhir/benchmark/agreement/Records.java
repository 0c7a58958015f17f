package io.github.sprigfhir.benchmark.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a server has on record of its episodes.
 *
 * @param tasks with every version
 * @param requests the ServiceRequests, with every version
 */
public record Records(
        List<History> tasks,
        List<History> requests,
        List<JsonNode> provenances,
        List<JsonNode> observations,
        List<JsonNode> communications,
        List<JsonNode> encounters) {

    private static final String SNOMED = "http://snomed.info/sct";
    private static final String REFERRAL = "871731000000106";

    /**
     * Whether a version is on record; of types whose history is not read, any version will do.
     *
     * @param status that it has; empty if that does not matter
     */
    public boolean has(String address, int version, String status) {
        if (!address.startsWith("Task/") && !address.startsWith("ServiceRequest/")) {
            return !address.startsWith("Encounter/")
                    || encounters.stream()
                            .anyMatch(contact -> new Version(contact).address().equals(address));
        }
        return Stream.concat(tasks.stream(), requests.stream())
                .anyMatch(history -> history.address().equals(address) && history.has(version, status));
    }

    /** The referrals to a link-worker service, by each of which an episode is known. */
    Stream<History> roots() {
        return requests.stream().filter(Records::isRoot);
    }

    static boolean isRoot(History request) {
        return request.last().hasCoding("code", SNOMED, REFERRAL);
    }

    /** The Tasks of one request. */
    List<Version> tasksOf(History request) {
        return tasks.stream()
                .map(History::last)
                .filter(task -> task.reference("focus").equals(request.address()))
                .toList();
    }

    /** The Tasks of what is based on a request. */
    List<Version> tasksOnwardFrom(History root) {
        return requests.stream()
                .filter(request -> !isRoot(request))
                .filter(request -> request.last().reference("basedOn").equals(root.address()))
                .flatMap(request -> tasksOf(request).stream())
                .toList();
    }
}
