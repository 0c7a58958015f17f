package io.github.sprigfhir.app.feedback;

import io.github.sprigfhir.domain.feedback.Content;
import io.github.sprigfhir.domain.feedback.Standing;
import io.github.sprigfhir.domain.feedback.Topic;
import java.time.Duration;

/**
 * A Subscription whose notifications this server is sending, and no other: one after another.
 *
 * @param events how many events it has had, those not yet sent too
 * @param failures how often in a row the subscriber has failed
 * @param failingFor since the first of these
 */
record Lane(
        String id,
        Topic topic,
        Content content,
        String address,
        Standing standing,
        long events,
        int failures,
        Duration failingFor) {}
