package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.app.directory.postcodes.Postcodes;
import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows where postcodes are: from the operator's file, or else from the places of the directory that have both a postcode
 * and a position.
 */
@Component
class PostcodePlaces {

    private final Postcodes postcodes;
    private final JdbcClient database;

    PostcodePlaces(Postcodes postcodes, Tables tables) {
        this.postcodes = postcodes;
        this.database = tables.client();
    }

    /**
     * The middle of a postcode's area.
     *
     * @param postcode without spaces, in capitals
     */
    Optional<Position> of(String postcode) {
        return Postcode.of(postcode)
                .flatMap(postcodes::find)
                .map(Postcodes.Found::position)
                .or(() -> ofPlaces(postcode));
    }

    private Optional<Position> ofPlaces(String postcode) {
        return database.sql("""
                        select avg(latitude), avg(longitude) from sprig_open_referral_place
                        where postcode = ? and latitude is not null and longitude is not null
                        having count(*) > 0
                        """)
                .param(postcode)
                .query((row, number) -> Position.of(row.getDouble(1), row.getDouble(2)))
                .optional()
                .flatMap(place -> place);
    }
}
