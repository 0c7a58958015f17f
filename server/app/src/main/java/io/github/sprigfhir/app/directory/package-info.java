/** Connects the directory to the store: what services can take, how they are assured, and where they are found. */
@NullMarked
package io.github.sprigfhir.app.directory;

import org.jspecify.annotations.NullMarked;
