package io.github.sprigfhir.app.running;

import io.github.sprigfhir.domain.kernel.Role;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Asks the server as one caller, and tells what it shows them. */
final class Seen {

    private final Server server;
    private final Role role;
    private final String organisation;

    Seen(Server server, Role role, String organisation) {
        this.server = server;
        this.role = role;
        this.organisation = organisation;
    }

    Answer get(String path, String... headers) {
        return server.get(path, as(headers));
    }

    Answer post(String path, String body, String... headers) {
        return server.post(path, body, as(headers));
    }

    Answer put(String path, String body, String... headers) {
        return server.put(path, body, as(headers));
    }

    /** All resources of an answer, those in Bundles within Bundles too, as type and id. */
    List<String> all(String path) {
        return all(get(path).hasStatus(200).bundle())
                .map(resource -> resource.fhirType() + "/" + resource.getIdPart())
                .toList();
    }

    static Stream<Resource> all(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(Bundle.BundleEntryComponent::hasResource)
                .map(Bundle.BundleEntryComponent::getResource)
                .flatMap(resource -> resource instanceof Bundle inner ? all(inner) : Stream.of(resource));
    }

    String[] as(String... headers) {
        return Stream.concat(
                        Stream.of(headers), Stream.of(TestIdentities.HEADER, TestIdentities.of(role, organisation)))
                .toArray(String[]::new);
    }
}
