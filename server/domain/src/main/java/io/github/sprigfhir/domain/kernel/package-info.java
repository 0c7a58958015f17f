/** The words every room shares: identifiers and codes with their check digits, and how a refusal is said. */
@NullMarked
package io.github.sprigfhir.domain.kernel;

import org.jspecify.annotations.NullMarked;
