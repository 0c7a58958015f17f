package io.github.sprigfhir.domain.research;

import java.util.Optional;

/**
 * What is known of a person's traits, or shown of them; one that is not known is empty, which all those have in common of
 * whom it is not known.
 *
 * @param ageBand such as 35-44
 * @param sex a code of FHIR's {@code administrative-gender}
 * @param ethnicity a code of the national ethnic categories
 * @param area the code of a small area
 * @param decile of deprivation, from 1 to 10
 */
public record Traits(
        Optional<String> ageBand,
        Optional<String> sex,
        Optional<String> ethnicity,
        Optional<String> area,
        Optional<Integer> decile) {}
