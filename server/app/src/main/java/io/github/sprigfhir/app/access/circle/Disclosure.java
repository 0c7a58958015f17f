package io.github.sprigfhir.app.access.circle;

import io.github.sprigfhir.app.consent.MinimumView;
import io.github.sprigfhir.domain.access.Label;
import io.github.sprigfhir.domain.access.Sight;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Turns a resource into what a viewer is shown of it. */
@Component
class Disclosure {

    private final MinimumView minimum;

    Disclosure(MinimumView minimum) {
        this.minimum = minimum;
    }

    /** What is shown, without labels; none where the viewer does not see the resource. */
    Optional<Resource> shown(Resource resource, Set<Label> labels, Viewer viewer) {
        var sight = viewer.sight(resource.fhirType(), labels);
        if (sight instanceof Sight.Hidden) {
            return Optional.empty();
        }
        var shown = sight instanceof Sight.Minimum ? minimum.minimumOf(resource) : resource;
        Marks.strip(shown);
        return Optional.of(shown);
    }
}
