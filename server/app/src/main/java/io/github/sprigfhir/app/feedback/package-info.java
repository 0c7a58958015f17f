/** Tells subscribers what has changed: Subscriptions, the outbox of notifications, their delivery. */
@NullMarked
package io.github.sprigfhir.app.feedback;

import org.jspecify.annotations.NullMarked;
