/**
 * Connects what is done to its record: the Provenance of each change, and an event for every access and every refusal,
 * which nobody can change unseen.
 */
@NullMarked
package io.github.sprigfhir.app.audit;

import org.jspecify.annotations.NullMarked;
