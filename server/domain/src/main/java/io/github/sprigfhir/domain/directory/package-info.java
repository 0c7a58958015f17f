/** Decides what a service can be asked to do: whether it has room, and for which level of need it is assured. */
@NullMarked
package io.github.sprigfhir.domain.directory;

import org.jspecify.annotations.NullMarked;
