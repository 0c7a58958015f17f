package io.github.sprigfhir.app.directory.openreferral;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells where postcodes are from the places of the directory that have both a postcode and a position. */
@Component
class KnownPostcodes implements PostcodePlaces {

    private final JdbcClient database;

    KnownPostcodes(Tables tables) {
        this.database = tables.client();
    }

    @Override
    public Optional<Place> of(String postcode) {
        return database.sql("""
                        select avg(latitude), avg(longitude) from sprig_open_referral_place
                        where postcode = ? and latitude is not null and longitude is not null
                        having count(*) > 0
                        """)
                .param(postcode)
                .query((row, number) -> new Place(row.getDouble(1), row.getDouble(2)))
                .optional();
    }
}
