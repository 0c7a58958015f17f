/** Counts how people rate the services that they were handed over to. */
@NullMarked
package io.github.sprigfhir.app.directory.experience;

import org.jspecify.annotations.NullMarked;
