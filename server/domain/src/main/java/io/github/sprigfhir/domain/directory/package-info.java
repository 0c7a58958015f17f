/** Decides what a service can be asked to do, for which level of need it is assured, and how well it suits somebody. */
@NullMarked
package io.github.sprigfhir.domain.directory;

import org.jspecify.annotations.NullMarked;
