package io.github.sprigfhir.domain.directory;

import io.github.sprigfhir.domain.kernel.Refusal;

/** What becomes of one more handover to a service. */
public sealed interface Intake {

    /**
     * The service takes it.
     *
     * @param after its capacity from now on; as it was where nothing is counted
     * @param waits whether the person has to wait for a place
     */
    record Taken(Capacity after, Held held, boolean waits) implements Intake {}

    /** The service is full. */
    record Refused(Refusal refusal) implements Intake {}
}
