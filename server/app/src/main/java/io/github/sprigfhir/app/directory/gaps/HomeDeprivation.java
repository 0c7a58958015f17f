package io.github.sprigfhir.app.directory.gaps;

import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Tells how deprived the area is in which a person lives, by the postcode of their home. */
@Component
public class HomeDeprivation {

    private final Postcodes postcodes;

    HomeDeprivation(Postcodes postcodes) {
        this.postcodes = postcodes;
    }

    /** The tenth to which it belongs by its country's index, 1 the most deprived; none where it is not known. */
    public Optional<Integer> of(Patient person) {
        return HomeArea.postcode(person).flatMap(postcodes::deprivation);
    }
}
