/** The directory of services: what can be found in it, and where places are. */
@NullMarked
package io.github.sprigfhir.app.directory;

import org.jspecify.annotations.NullMarked;
