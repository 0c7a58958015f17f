/** The Sprig server: starts Spring Boot and finds the rooms below. */
@NullMarked
package io.github.sprigfhir.app;

import org.jspecify.annotations.NullMarked;
