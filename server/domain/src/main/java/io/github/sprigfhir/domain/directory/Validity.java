package io.github.sprigfhir.domain.directory;

import java.time.LocalDate;

/**
 * When evidence or a pledge is valid, in days of England.
 *
 * @param given the first day
 * @param until the day on which it is valid no more
 */
public record Validity(EvidenceStatus status, LocalDate given, LocalDate until) {

    boolean isOn(LocalDate day) {
        return status.holds() && !day.isBefore(given) && day.isBefore(until);
    }
}
