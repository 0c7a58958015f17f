/** Connects the directory to the store: what services can take, and what is counted when they are asked. */
@NullMarked
package io.github.sprigfhir.app.directory;

import org.jspecify.annotations.NullMarked;
