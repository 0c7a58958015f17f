package io.github.sprigfhir.app.platform.validation;

import java.util.List;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionSlicingDiscriminatorComponent;

/** Tells whether the shape of a resource, in which named values stand out, decides the slice of each element. */
final class Slicing {

    private Slicing() {}

    /** By presence or type it does, by profile it does not, by value it does where each slice names its value. */
    static boolean followsFromShape(ElementDefinition sliced, List<ElementDefinition> all) {
        var slices = all.stream()
                .filter(element -> element.hasSliceName()
                        && element.getPath().equals(sliced.getPath())
                        && element.getId().startsWith(sliced.getId() + ":"))
                .toList();
        return sliced.getSlicing().getDiscriminator().stream()
                .allMatch(by -> !by.getPath().contains("resolve()")
                        && switch (by.getType()) {
                            case EXISTS, TYPE -> true;
                            case VALUE, PATTERN ->
                                isUrl(by) || slices.stream().allMatch(slice -> namesValue(slice, by.getPath(), all));
                            case PROFILE, POSITION, NULL -> false;
                        });
    }

    /** An extension's URL is always part of the shape. */
    private static boolean isUrl(ElementDefinitionSlicingDiscriminatorComponent by) {
        return "url".equals(by.getPath());
    }

    private static boolean namesValue(ElementDefinition slice, String path, List<ElementDefinition> all) {
        var decisive = "$this".equals(path) ? slice.getId() : slice.getId() + "." + path;
        return all.stream()
                .filter(element -> element.hasFixed() || element.hasPattern())
                .map(ElementDefinition::getId)
                .anyMatch(id -> id.equals(decisive)
                        || id.startsWith(decisive + ".")
                        || (decisive.startsWith(id + ".") && id.startsWith(slice.getId())));
    }
}
