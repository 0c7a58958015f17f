package io.github.sprigfhir.app.access.circle;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.caller.Circle;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.stereotype.Component;

/** Asks the labels as they are stored now whether somebody sees a record, without reading it. */
@Component
class SeenRecords implements Circle {

    private final LabelTable labels;

    SeenRecords(LabelTable labels) {
        this.labels = labels;
    }

    @Override
    public boolean includes(String reference, RequestDetails request) {
        var address = Address.of(new IdType(reference));
        return Viewer.of(request)
                .map(viewer -> address.filter(one -> isSeen(one, viewer)).isPresent())
                .orElse(true);
    }

    /** Not where nothing is there. */
    boolean isSeen(Address address, Viewer viewer) {
        var codes = labels.codesOf(List.of(address)).get(address);
        return codes != null && viewer.sees(address.type(), Marks.labels(codes).collect(Collectors.toSet()));
    }
}
