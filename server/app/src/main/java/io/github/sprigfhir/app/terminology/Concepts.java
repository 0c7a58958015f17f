package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.domain.kernel.SnomedCode;
import io.github.sprigfhir.domain.terminology.Constraint;
import io.github.sprigfhir.domain.terminology.Taxonomy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SNOMED CT as far as it is known here: an edition, or the few codes that everybody may know. */
interface Concepts extends Taxonomy {

    /**
     * A concept.
     *
     * @param display the name that the operator's preferences choose
     * @param fullName the name that no other concept has
     */
    record Concept(String code, boolean isActive, String display, String fullName) {}

    /**
     * A name that a concept has now.
     *
     * @param language as in {@code en} or {@code cy}
     * @param isFull whether no other concept has it
     */
    record Name(String text, String language, boolean isFull) {}

    /**
     * Some of those that are meant, in the order of their names.
     *
     * @param total how many there are in all
     */
    record Page(List<Concept> concepts, int total) {}

    /** The edition, as FHIR names it; none where only a few codes are known, and nothing is said by a code's absence. */
    Optional<String> version();

    /** Whether a code that is not found does not exist. */
    default boolean isWhole() {
        return version().isPresent();
    }

    /** The concept itself, whether active or not. */
    Optional<Concept> find(SnomedCode code);

    /** Every name that each of them has now, in any language, the full one too; the best first. */
    Map<String, List<Name>> names(Collection<String> codes);

    /** What may stand in its place where it is no longer active. */
    List<Concept> replacements(SnomedCode code);

    /**
     * Those that are meant, a page of them.
     *
     * @param words each of which must be the beginning of a word of one of its names; none finds all
     */
    Page expand(Constraint constraint, boolean activeOnly, List<String> words, int offset, int count);
}
