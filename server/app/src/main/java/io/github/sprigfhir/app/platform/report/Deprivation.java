package io.github.sprigfhir.app.platform.report;

import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/** Tells how deprived the area is in which a person lives: the one thing that reports ask of whoever knows places. */
public interface Deprivation {

    /** The tenth to which it belongs by its country's index, 1 the most deprived; none where it is not known. */
    Optional<Integer> of(Patient person);
}
