package io.github.sprigfhir.domain.research;

import java.time.LocalDate;

/**
 * Something on record about a person that was or is to be on some day.
 *
 * @param type the FHIR type of the record, such as {@code Encounter}
 */
public record Happening(String type, LocalDate day) {

    /** Whether it is a contact with the person. */
    boolean isContact() {
        return type.equals("Encounter");
    }
}
