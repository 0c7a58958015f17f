package io.github.sprigfhir.benchmark;

import java.io.IOException;
import java.util.List;

/**
 * Where those whom the walks need are in the directory.
 *
 * @param linkWorker the role who hands over
 * @param services those to whom a person is handed over, and who claim from the open pool
 */
record Directory(String linkWorker, List<String> services) {

    private static final String TRUST = "HealthcareService?identifier=https://riverside-trust.example/id%7CSERVICE-";

    static Directory of(FhirServer server) throws IOException, InterruptedException {
        return new Directory(
                only(server, "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id%7C999000000030"),
                List.of(only(server, TRUST + "1"), only(server, TRUST + "2")));
    }

    private static String only(FhirServer server, String search) throws IOException, InterruptedException {
        var found = server.all("/fhir/" + search);
        if (found.size() != 1) {
            throw new IOException("%s finds %d, not one".formatted(search, found.size()));
        }
        return found.get(0).path("resourceType").asText() + "/"
                + found.get(0).path("id").asText();
    }
}
