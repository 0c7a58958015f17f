/** The outbox and its delivery by themselves: a real PostgreSQL, real receivers, no FHIR server. */
@NullMarked
package io.github.sprigfhir.app.feedback;

import org.jspecify.annotations.NullMarked;
