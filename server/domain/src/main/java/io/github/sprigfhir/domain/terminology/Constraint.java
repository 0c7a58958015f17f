package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.List;

/**
 * Which concepts are meant: the part of SNOMED CT's Expression Constraint Language (ECL 2.2) that speaks of kinds, members
 * of reference sets and sets of both. {@link ConstraintReader} reads it.
 */
public sealed interface Constraint {

    /** Whether a concept that exists is one of those meant. */
    boolean holds(SnomedCode concept, Taxonomy taxonomy);

    /** The concept itself. */
    record One(SnomedCode code) implements Constraint {
        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return concept.equals(code);
        }
    }

    /** Every concept ({@code *}). */
    record Any() implements Constraint {
        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return true;
        }
    }

    /** The members of some reference sets ({@code ^}). */
    record Members(Constraint sets) implements Constraint {
        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return taxonomy.referenceSets(concept).stream().anyMatch(set -> sets.holds(set, taxonomy));
        }
    }

    /**
     * The kinds of some concepts ({@code <}).
     *
     * @param orSelf whether they themselves are meant too ({@code <<})
     */
    record Kinds(Constraint of, boolean orSelf) implements Constraint {
        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return (orSelf && of.holds(concept, taxonomy))
                    || taxonomy.ancestors(concept).stream().anyMatch(ancestor -> of.holds(ancestor, taxonomy));
        }
    }

    /**
     * The kinds of some concepts in one step ({@code <!}).
     *
     * @param orSelf whether they themselves are meant too ({@code <<!})
     */
    record Children(Constraint of, boolean orSelf) implements Constraint {
        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return (orSelf && of.holds(concept, taxonomy))
                    || taxonomy.parents(concept).stream().anyMatch(parent -> of.holds(parent, taxonomy));
        }
    }

    /** What all of them mean ({@code AND}). */
    record All(List<Constraint> parts) implements Constraint {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return parts.stream().allMatch(part -> part.holds(concept, taxonomy));
        }
    }

    /** What any of them means ({@code OR}). */
    record Either(List<Constraint> parts) implements Constraint {
        public Either {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return parts.stream().anyMatch(part -> part.holds(concept, taxonomy));
        }
    }

    /** What one means and another does not ({@code MINUS}). */
    record Without(Constraint from, Constraint taken) implements Constraint {
        @Override
        public boolean holds(SnomedCode concept, Taxonomy taxonomy) {
            return from.holds(concept, taxonomy) && !taken.holds(concept, taxonomy);
        }
    }
}
