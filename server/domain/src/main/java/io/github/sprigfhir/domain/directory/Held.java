package io.github.sprigfhir.domain.directory;

/**
 * What a handover has been counted as by the service that it went to, and so what is given back if it comes to nothing.
 *
 * @param place whether it took one of the places that the service had stated
 * @param queued whether it was counted among those who wait
 */
public record Held(boolean place, boolean queued) {

    /** Whether there is nothing to give back. */
    public boolean isNothing() {
        return !place && !queued;
    }
}
