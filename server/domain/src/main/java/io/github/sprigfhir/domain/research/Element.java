package io.github.sprigfhir.domain.research;

import java.util.Set;

/**
 * An element that may be copied.
 *
 * @param path below the type of the resource, as FHIR R4 names it, such as {@code component.value[x]}; of an extension of
 *     the resource itself, its address
 * @param dataType the FHIR data type of its value; one that may have several is listed by each that may be copied
 * @param treatment what becomes of it
 * @param targets to which types of resource it may refer, if it is a reference
 */
public record Element(String path, String dataType, Treatment treatment, Set<String> targets) {

    /**
     * Takes what fits together.
     *
     * @throws IllegalArgumentException if the treatment is not for that data type, or a reference may refer to nothing
     */
    public Element {
        targets = Set.copyOf(targets);
        if (!treatment.fits(dataType) || targets.isEmpty() == (treatment == Treatment.REFERENCE)) {
            throw new IllegalArgumentException("%s of type %s cannot be treated as %s, with the targets %s"
                    .formatted(path, dataType, treatment, targets));
        }
    }
}
