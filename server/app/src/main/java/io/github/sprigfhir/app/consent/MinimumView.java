package io.github.sprigfhir.app.consent;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.domain.consent.MinimumElements;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/**
 * Shows a provider of a resource what {@link MinimumElements} lists and no more. It works on a copy: what is stored, or
 * remembered on the way there, is never touched.
 */
@Component
public final class MinimumView {

    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    private static final String ALTERED = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";
    private static final String SUBSETTED = "SUBSETTED";

    private final FhirContext fhir;
    private final Children children;

    MinimumView(FhirContext fhir) {
        this.fhir = fhir;
        this.children = new Children(fhir);
    }

    /**
     * The resource as a provider sees it: tagged SUBSETTED, and with the extension data-absent-reason on what readers
     * would look for. A type that is about nobody is returned as it is.
     */
    public Resource minimumOf(Resource resource) {
        var type = resource.fhirType();
        if (MinimumElements.isWhole(type)) {
            return resource;
        }
        var copy = resource.copy();
        for (var child : children.of(copy)) {
            var name = Children.name(child);
            if (!name.equals("id") && !name.equals("meta")) {
                Children.replace(
                        child,
                        copy,
                        Children.values(child, copy).stream()
                                .filter(value -> showsInPart(type, name, value))
                                .toList());
            }
        }
        MinimumElements.masked(type).forEach(element -> mask(copy, element));
        copy.setMeta(new Meta()
                .setVersionId(resource.getMeta().getVersionId())
                .setLastUpdated(resource.getMeta().getLastUpdated())
                .addTag(ALTERED, SUBSETTED, null));
        return copy;
    }

    /**
     * Takes out of an element of a resource what is not shown.
     *
     * @return whether it is shown at all
     */
    boolean showsInPart(String type, String path, Base element) {
        if (element instanceof Extension extension) {
            return isOfTheResource(path)
                    && MinimumElements.showsExtension(type, Optional.ofNullable(extension.getUrl()));
        }
        var shown = MinimumElements.shows(type, path);
        if (!(shown || MinimumElements.leadsToShown(type, path)) || isLeftOut(element)) {
            return false;
        }
        // Of a primitive, HAPI counts neither among its children.
        if (element instanceof Element any) {
            any.setId(null);
            any.getExtension().clear();
        }
        for (var child : children.of(element)) {
            var name = Children.name(child);
            var at = path + "." + name;
            Children.replace(
                    child,
                    element,
                    Children.values(child, element).stream()
                            .filter(value -> mayStandIn(type, element, name, at) && showsInPart(type, at, value))
                            .toList());
        }
        return !element.isEmpty();
    }

    /** Of a reference, who is meant is shown; how they are called elsewhere must be listed. */
    private static boolean mayStandIn(String type, Base parent, String name, String path) {
        return switch (name) {
            case "id", "modifierExtension" -> false;
            case "identifier", "display" -> !(parent instanceof Reference) || MinimumElements.lists(type, path);
            default -> true;
        };
    }

    /** What is over, what is withheld, and what means something else by an extension that nobody here knows. */
    private boolean isLeftOut(Base element) {
        for (var child : children.of(element)) {
            var values = Children.values(child, element);
            switch (Children.name(child)) {
                case "use" -> {
                    if (values.stream().anyMatch(use -> MinimumElements.isPast(use.primitiveValue()))) {
                        return true;
                    }
                }
                case "modifierExtension" -> {
                    if (!values.isEmpty()) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return element instanceof CodeableConcept reason
                && reason.getCoding().stream().anyMatch(MinimumView::isWithheld);
    }

    private static boolean isWithheld(Coding coding) {
        return MinimumElements.isWithheld(String.valueOf(coding.getSystem()), String.valueOf(coding.getCode()));
    }

    private static boolean isOfTheResource(String path) {
        return path.equals("extension");
    }

    private void mask(Resource resource, String element) {
        if (fhir.newTerser().addElement(resource, element) instanceof Element masked) {
            masked.addExtension(ABSENT, new CodeType("masked"));
        }
    }

    /** The tag by which a resource says that it is not whole; it is never stored. */
    static boolean isSubsetted(Coding tag) {
        return ALTERED.equals(tag.getSystem()) && SUBSETTED.equals(tag.getCode());
    }

    /** The elements right below the resource. */
    List<BaseRuntimeChildDefinition> elements(Resource resource) {
        return children.of(resource);
    }
}
