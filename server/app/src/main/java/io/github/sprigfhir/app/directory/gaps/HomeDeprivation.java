package io.github.sprigfhir.app.directory.gaps;

import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import io.github.sprigfhir.app.platform.report.Deprivation;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Finds it by the postcode of the person's home. */
@Component
class HomeDeprivation implements Deprivation {

    private final Postcodes postcodes;

    HomeDeprivation(Postcodes postcodes) {
        this.postcodes = postcodes;
    }

    @Override
    public Optional<Integer> of(Patient person) {
        return HomeArea.postcode(person).flatMap(postcodes::deprivation);
    }
}
