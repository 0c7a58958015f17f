package io.github.sprigfhir.app.terminology;

import io.github.sprigfhir.app.terminology.ReleaseLoader.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;

/**
 * Loads a release of SNOMED CT that the operator supplies; the server may run meanwhile, and asks it once it is whole.
 *
 * <p>Run as {@code ./sprig terminology load FILE}, a zip or the folder that was in it, or by its name with the database in
 * the environment (SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD). SPRIG_TERMINOLOGY_SNOMED_EDITION names the edition, and
 * SPRIG_TERMINOLOGY_SNOMED_PREFERENCES the sets of preferences for names. Exit codes: 0 loaded, 1 not loaded, 2 wrongly
 * called.
 */
final class LoadTerminology {

    /** The UK's edition; not confirmed, so it can be settled. */
    private static final String UK = "http://snomed.info/sct/83821000000107";
    /** NHS realm, clinical and pharmacy part; then British English. */
    private static final String PREFERENCES = "999001261000000100,999000691000001104,900000000000508004";

    private LoadTerminology() {}

    public static void main(String[] args) {
        var environment = System.getenv();
        var order = new Order(
                environment.getOrDefault("SPRIG_TERMINOLOGY_SNOMED_EDITION", UK),
                List.of(environment
                        .getOrDefault("SPRIG_TERMINOLOGY_SNOMED_PREFERENCES", PREFERENCES)
                        .split(",")));
        if (args.length != 1
                || !order.module().matches("http://snomed\\.info/sct/\\d{6,18}")
                || !order.preferences().stream().allMatch(set -> set.matches("\\d{6,18}"))) {
            System.err.println("sprig: name one release of SNOMED CT, a zip or a folder; an edition is"
                    + " http://snomed.info/sct/ and its module, preferences are ids with commas between.");
            System.exit(2);
        }
        try (var release = Release.open(Path.of(args[0]))) {
            new ReleaseLoader(database(environment), order, System.out::println).load(release);
        } catch (IOException | SQLException | DataAccessException problem) {
            System.err.println(
                    "sprig: the release was not loaded, what was loaded before stays: " + problem.getMessage());
            System.exit(1);
        }
    }

    private static PGSimpleDataSource database(Map<String, String> environment) {
        var database = new PGSimpleDataSource();
        database.setUrl(environment.getOrDefault("SPRING_DATASOURCE_URL", "jdbc:postgresql:///"));
        database.setUser(environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "postgres"));
        database.setPassword(environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
        return database;
    }
}
