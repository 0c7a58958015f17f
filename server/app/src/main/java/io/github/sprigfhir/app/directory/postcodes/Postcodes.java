package io.github.sprigfhir.app.directory.postcodes;

import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks a postcode up; one that is no longer in use is still where it was. */
@Component
public class Postcodes {

    private final JdbcTemplate database;

    Postcodes(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    /**
     * What is known of a postcode.
     *
     * @param areas codes of the areas in which it lies: county, local authority, ward, country, region
     */
    public record Found(Position position, Set<String> areas) {}

    /** None where it is not known. */
    public Optional<Found> find(Postcode postcode) {
        return database
                .query(
                        "select latitude, longitude, areas from sprig_postcode where postcode = ?",
                        (row, number) -> new Found(
                                new Position(row.getDouble(1), row.getDouble(2)),
                                Arrays.stream((Object[]) row.getArray(3).getArray())
                                        .map(String::valueOf)
                                        .collect(Collectors.toSet())),
                        postcode.value())
                .stream()
                .findFirst();
    }
}
