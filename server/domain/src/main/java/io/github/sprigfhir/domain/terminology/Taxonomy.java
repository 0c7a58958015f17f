package io.github.sprigfhir.domain.terminology;

import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.Set;

/** How the concepts of one edition of SNOMED CT stand to each other; what it does not know stands to nothing. */
public interface Taxonomy {

    /** Those that it is a kind of in one step. */
    Set<SnomedCode> parents(SnomedCode concept);

    /** Those that it is a kind of in any number of steps; not itself. */
    Set<SnomedCode> ancestors(SnomedCode concept);

    /** The reference sets that it is a member of. */
    Set<SnomedCode> referenceSets(SnomedCode concept);
}
