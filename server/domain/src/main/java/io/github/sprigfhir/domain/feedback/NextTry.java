package io.github.sprigfhir.domain.feedback;

import java.time.Duration;

/** What to do after a notification has failed. */
public sealed interface NextTry {

    /** To be tried again, no sooner than after this time. */
    record After(Duration delay) implements NextTry {}

    /** Not to be tried again by itself; to be told to the operator and the subscriber. */
    record Never() implements NextTry {}
}
