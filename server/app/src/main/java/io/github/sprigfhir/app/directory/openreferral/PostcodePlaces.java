package io.github.sprigfhir.app.directory.openreferral;

import java.util.Optional;

/** Knows where postcodes are. */
interface PostcodePlaces {

    /** A place on Earth, in degrees. */
    record Place(double latitude, double longitude) {}

    /**
     * The middle of a postcode's area.
     *
     * @param postcode without spaces, in capitals
     */
    Optional<Place> of(String postcode);
}
