package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.audit.Touch;
import io.github.sprigfhir.domain.audit.Touched;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Says which resources an answer shows or a transaction changed, and which people they are about. */
final class FhirTouched {

    private static final String PERSON = "Patient/";

    /** The elements by which resources of our types name the person they are about. */
    private static final List<String> ABOUT = List.of("subject", "patient", "for");

    private FhirTouched() {}

    /** Every stored resource in an answer, however deep in it. */
    static List<Resource> shown(@Nullable IBaseResource answer) {
        var found = new ArrayList<Resource>();
        walk(answer, found::add);
        return found;
    }

    private static void walk(@Nullable IBaseResource answer, Consumer<Resource> found) {
        if (answer instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> walk(entry.getResource(), found));
        } else if (answer instanceof Resource resource
                && resource.getIdElement().hasIdPart()
                && !(resource instanceof OperationOutcome)
                && !(resource instanceof AuditEvent)) {
            found.accept(resource);
        }
    }

    static Touched read(Resource resource) {
        return new Touched(Touch.READ, reference(resource), true);
    }

    static Touched changed(Change change) {
        var touch = change.isCreation() ? Touch.CREATED : change.after() == null ? Touch.DELETED : Touch.CHANGED;
        return new Touched(touch, reference(resource(change)), !change.isOurOwn());
    }

    static Resource resource(Change change) {
        return Objects.requireNonNull(change.after() == null ? change.before() : change.after());
    }

    static Set<String> people(List<Resource> resources) {
        return resources.stream()
                .map(FhirTouched::person)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String person(Resource resource) {
        if (resource.fhirType().equals("Patient")) {
            return resource.getIdElement().toUnqualifiedVersionless().getValue();
        }
        for (var name : ABOUT) {
            var element = resource.getNamedProperty(name);
            if (element != null && element.hasValues()) {
                return person(element.getValues().get(0));
            }
        }
        return null;
    }

    private static @Nullable String person(Base value) {
        if (!(value instanceof Reference reference)) {
            return null;
        }
        var id = reference.getReferenceElement().toUnqualifiedVersionless().getValue();
        return id != null && id.startsWith(PERSON) ? id : null;
    }

    private static String reference(Resource resource) {
        var id = resource.getIdElement().toUnqualified();
        return id.hasResourceType() ? id.getValue() : resource.fhirType() + "/" + id.getValue();
    }
}
