package io.github.sprigfhir.app.feedback;

import java.time.Duration;
import java.time.Instant;

/**
 * One thing that a subscriber has not yet been told.
 *
 * @param number counts the subscription's events from 1
 * @param focus type and id of what has changed
 * @param failures how often the subscriber has refused this one
 * @param failingFor since the first of these
 */
record Event(long number, String focus, Instant occurred, int failures, Duration failingFor) {}
