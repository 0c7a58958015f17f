package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.domain.directory.feed.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a service's document became.
 *
 * @param id of the service in its feed
 * @param document as it is kept
 * @param service none where nothing of it is taken; it refers to the others by {@link Source#reference}
 * @param others its organisation and its places
 */
record Mapped(
        String id,
        ObjectNode document,
        Optional<HealthcareService> service,
        Map<Source, Resource> others,
        List<Finding> findings) {}
