/** Tests what a service can be asked to do. */
@NullMarked
package io.github.sprigfhir.domain.directory;

import org.jspecify.annotations.NullMarked;
