package io.github.sprigfhir.app.running;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Tells what an answer shows, Bundles within Bundles too. */
final class Seen {

    private Seen() {}

    static Stream<Resource> all(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(Bundle.BundleEntryComponent::hasResource)
                .map(Bundle.BundleEntryComponent::getResource)
                .flatMap(resource -> resource instanceof Bundle inner ? all(inner) : Stream.of(resource));
    }

    /** As type and id. */
    static List<String> addresses(Answer answer) {
        return all(answer.hasStatus(200).bundle())
                .map(resource -> resource.fhirType() + "/" + resource.getIdPart())
                .toList();
    }

    static List<String> types(Answer answer) {
        return all(answer.hasStatus(200).bundle()).map(Resource::fhirType).toList();
    }
}
