package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import io.github.sprigfhir.app.platform.MadeForAsker;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.domain.access.Label;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last thing that every answer passes, whichever way it was made: leaves out what its reader does not see, reduces
 * what they see the minimum of, and takes the labels off. By then little hidden is left: what its writer has just given
 * away, as by declining it, or else a defect. It is left out all the same, and logged by its id.
 */
@Component
@Interceptor
class LastGate implements SprigFeature {

    private static final Logger LOG = LoggerFactory.getLogger(LastGate.class);
    private static final int LAST = 1000;

    /** What is no record but holds some, counts some, or says something about the request. */
    private static final Set<String> PASSING =
            Set.of("CapabilityStatement", "MeasureReport", "OperationOutcome", "Parameters");

    /** Here a resource carries the labels with which it was read from the store. */
    private static final Set<RestOperationTypeEnum> READING = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.HISTORY_INSTANCE);

    private final LabelTable labels;
    private final Disclosure disclosure;
    private final ScopeParts parts;

    LastGate(LabelTable labels, Disclosure disclosure, ScopeParts parts) {
        this.labels = labels;
        this.disclosure = disclosure;
        this.parts = parts;
    }

    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LAST)
    void pass(RequestDetails request, ResponseDetails response) {
        if (!(response.getResponseResource() instanceof Resource whole)) {
            return;
        }
        var viewer = Viewer.of(request);
        if (viewer.isEmpty() || MadeForAsker.is(whole)) {
            all(whole).forEach(Marks::strip);
            return;
        }
        var reader = new Reader(viewer.get(), labelsOf(request, whole), resource -> parts.keeps(resource, request));
        var shown = shown(whole, reader);
        if (shown.isEmpty() && isReading(request)) {
            throw new ResourceNotFoundException(whole.getIdElement().toUnqualifiedVersionless());
        }
        response.setResponseResource(shown.orElse(null));
    }

    /** Who reads, what labels things carry for them, and whether their token speaks of a resource. */
    private record Reader(Viewer viewer, Function<Resource, Set<Label>> labelsOf, Predicate<Resource> isInScope) {}

    private Optional<Resource> shown(Resource resource, Reader reader) {
        if (PASSING.contains(resource.fhirType())) {
            return Optional.of(resource);
        }
        if (resource instanceof Bundle bundle) {
            show(bundle, reader);
            return Optional.of(bundle);
        }
        if (!reader.isInScope().test(resource)) {
            return Optional.empty();
        }
        var shown = disclosure.shown(resource, reader.labelsOf().apply(resource), reader.viewer());
        if (shown.isEmpty()) {
            // A defect, unless it is what its writer has just given away, as by declining it.
            LOG.info(
                    "{}/{} came as far as the last gate, and was left out",
                    resource.fhirType(),
                    resource.getIdElement().getIdPart());
        }
        return shown;
    }

    private void show(Bundle bundle, Reader reader) {
        for (var entry : new ArrayList<>(bundle.getEntry())) {
            if (!entry.hasResource()) {
                continue;
            }
            var shown = shown(entry.getResource(), reader);
            entry.setResource(shown.orElse(null));
            if (shown.isEmpty() && !entry.hasResponse()) {
                bundle.getEntry().remove(entry);
                bundle.setTotalElement(null);
            } else if (shown.isEmpty() && !entry.getResponse().hasLocation()) {
                // An entry that was read; one that was written says where it is.
                entry.setResponse(new Bundle.BundleEntryResponseComponent().setStatus("404 Not Found"));
            }
        }
    }

    private Function<Resource, Set<Label>> labelsOf(RequestDetails request, Resource whole) {
        if (isReading(request)) {
            return Marks::labels;
        }
        var addresses = all(whole)
                .filter(resource -> resource.getIdElement().hasIdPart())
                .map(Address::of)
                .collect(Collectors.toSet());
        var codes = labels.codesOf(addresses);
        return resource ->
                Marks.labels(codes.getOrDefault(Address.of(resource), Set.of())).collect(Collectors.toSet());
    }

    private static boolean isReading(RequestDetails request) {
        return request.getRestOperationType() != null && READING.contains(request.getRestOperationType());
    }

    private static Stream<Resource> all(Resource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .flatMap(entry -> all(entry.getResource()))
                : Stream.of(resource);
    }
}
