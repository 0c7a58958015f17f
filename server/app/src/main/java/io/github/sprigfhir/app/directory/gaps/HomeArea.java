package io.github.sprigfhir.app.directory.gaps;

import io.github.sprigfhir.domain.directory.Postcode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/**
 * Names the area in which a person lives, as reports count it: the first half of the postcode. This is the one place to
 * ask a table of postcodes for the local authority instead.
 */
@Component
class HomeArea {

    static final String UNKNOWN = "unknown";

    private static final Set<AddressUse> ELSEWHERE = EnumSet.of(AddressUse.OLD, AddressUse.TEMP, AddressUse.BILLING);

    /** The postcode of a person's home, if one is on record. */
    static Optional<Postcode> postcode(Patient person) {
        return person.getAddress().stream()
                .filter(address -> !ELSEWHERE.contains(address.getUse()))
                .sorted(Comparator.comparing(address -> address.getUse() != AddressUse.HOME))
                .map(Address::getPostalCode)
                .flatMap(postcode -> Optional.ofNullable(postcode).stream())
                .flatMap(postcode -> Postcode.of(postcode).stream())
                .findFirst();
    }

    /** {@link #UNKNOWN} where no postcode of a home is on record. */
    String of(Patient person) {
        return postcode(person).map(Postcode::outward).orElse(UNKNOWN);
    }
}
