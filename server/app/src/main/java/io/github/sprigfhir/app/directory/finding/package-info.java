/** Finds services: an index beside HAPI's, kept in the transaction of each change, and {@code $find-services}. */
@NullMarked
package io.github.sprigfhir.app.directory.finding;

import org.jspecify.annotations.NullMarked;
