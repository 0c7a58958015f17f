package io.github.sprigfhir.app.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that a subscriber has not yet been told.
 *
 * @param number counts the subscription's events from 1
 * @param focus type and id of what has changed
 * @param correlation the id that whoever changed it gave to its undertaking
 * @param failures how often the subscriber has refused this one
 * @param failingFor since the first of these
 */
record Event(
        long number, String focus, Optional<UUID> correlation, Instant occurred, int failures, Duration failingFor) {}
