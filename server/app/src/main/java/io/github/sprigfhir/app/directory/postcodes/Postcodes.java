package io.github.sprigfhir.app.directory.postcodes;

import io.github.sprigfhir.domain.directory.Position;
import io.github.sprigfhir.domain.directory.Postcode;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                                areas(row.getArray(3)).collect(Collectors.toSet())),
                        postcode.value())
                .stream()
                .findFirst();
    }

    /** The tenth of its country's small areas to which its own belongs, 1 the most deprived; none where it is not known. */
    public Optional<Integer> deprivation(Postcode postcode) {
        return database
                .query(
                        "select imd, areas from sprig_postcode where postcode = ? and imd is not null",
                        (row, number) -> {
                            var rank = row.getInt(1);
                            return areas(row.getArray(2)).flatMap(area -> tenth(rank, area).stream());
                        },
                        postcode.value())
                .stream()
                .flatMap(Function.identity())
                .findFirst();
    }

    private static Stream<String> areas(Array column) throws SQLException {
        return Arrays.stream((Object[]) column.getArray()).map(String::valueOf);
    }

    private Optional<Integer> tenth(int rank, String country) {
        return Optional.ofNullable(settings.rankedAreas().get(country))
                .filter(areas -> rank <= areas)
                .map(areas -> (int) ((rank - 1L) * TENTHS / areas) + 1);
    }
}
