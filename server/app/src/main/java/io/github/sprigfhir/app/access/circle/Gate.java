package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.Sight;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Turns a resource into what a viewer is shown of it. */
@Component
class Gate {

    private final ObjectProvider<MinimumView> minimum;

    Gate(ObjectProvider<MinimumView> minimum) {
        this.minimum = minimum;
    }

    /** What is shown, without labels; none where the viewer does not see the resource. */
    Optional<Resource> shown(Resource resource, Set<Label> labels, Viewer viewer) {
        var sight = viewer.sight(resource.fhirType(), labels);
        if (sight instanceof Sight.Hidden) {
            return Optional.empty();
        }
        var shown = sight instanceof Sight.Minimum ? minimumOf(resource, viewer) : resource;
        Marks.strip(shown);
        return Optional.of(shown);
    }

    /** Nobody has said what a provider needs to see of it: then that it is there, and in which version. */
    private Resource minimumOf(Resource resource, Viewer viewer) {
        var view = minimum.getIfAvailable();
        return view == null ? nothingOf(resource) : view.of(resource, viewer.identity());
    }

    private static Resource nothingOf(Resource resource) {
        var bare = ResourceFactory.createResource(resource.fhirType());
        bare.setId(resource.getIdElement());
        bare.setMeta(new Meta()
                .setVersionId(resource.getMeta().getVersionId())
                .setLastUpdated(resource.getMeta().getLastUpdated()));
        return bare;
    }
}
