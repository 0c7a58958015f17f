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

    private static final int TENTHS = 10;

    private final JdbcTemplate database;
    private final PostcodeSettings settings;

    Postcodes(DataSource database, PostcodeSettings settings) {
        this.database = new JdbcTemplate(database);
        this.settings = settings;
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

    /** The tenth of its country's small areas to which its own belongs, 1 the most deprived; none where it is not known. */
    public Optional<Integer> deprivation(Postcode postcode) {
        return database
                .query(
                        "select imd, areas from sprig_postcode where postcode = ? and imd is not null",
                        (row, number) -> Arrays.stream(
                                        (Object[]) row.getArray(2).getArray())
                                .map(String::valueOf)
                                .flatMap(area -> tenth(row.getInt(1), area).stream())
                                .findFirst(),
                        postcode.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Integer> tenth(int rank, String country) {
        return Optional.ofNullable(settings.rankedAreas().get(country))
                .filter(areas -> rank <= areas)
                .map(areas -> (int) ((rank - 1L) * TENTHS / areas) + 1);
    }
}
