package io.github.sprigfhir.app.access.command;

import ch.qos.logback.classic.Level;
import io.github.sprigfhir.app.access.issuer.SigningKeys;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.platform.DatabaseSecret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the register from the command line: {@code client …} and {@code user …}. It goes straight to the database that
 * the server uses, the operator's own or the embedded one of a running server, so that no address of the server can be
 * misused for it. Ends with 0 when it was done, with 1 when it was refused.
 */
public final class RegisterCommand {

    private static final int LINE_OF_PORT = 3;

    private RegisterCommand() {}

    public static void main(String[] texts) {
        // Without Spring Boot nobody tells the log to keep to what matters.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger log) {
            log.setLevel(Level.WARN);
        }
        System.exit(run(System.getenv(), System.out, System.err, texts) ? 0 : 1);
    }

    /** Whether it was done. */
    public static boolean run(Map<String, String> environment, PrintStream out, PrintStream err, String... texts) {
        try {
            var arguments = Arguments.of(texts);
            var database = database(environment);
            var register = new Register(database);
            switch (arguments.word(0, "client or user")) {
                case "client" ->
                    new ClientCommands(register, new SigningKeys(database, System::nanoTime), out).run(arguments);
                case "user" -> new UserCommands(register, out).run(arguments);
                default -> throw new Refusal("the register holds clients and users only");
            }
            return true;
        } catch (Refusal refused) {
            err.println("sprig: " + refused.getMessage());
        } catch (IOException | SQLException | DataAccessException problem) {
            err.println("sprig: the database cannot be reached: " + problem.getMessage());
        }
        return false;
    }

    private static DataSource database(Map<String, String> environment) throws IOException {
        var database = new PGSimpleDataSource();
        var url = environment.getOrDefault("SPRING_DATASOURCE_URL", "");
        if (!url.isEmpty()) {
            database.setUrl(url);
            database.setUser(environment.getOrDefault("SPRING_DATASOURCE_USERNAME", ""));
            database.setPassword(environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""));
            return database;
        }
        var data = Path.of(environment.getOrDefault("SPRIG_HOME", ".sprig"), "pgdata");
        var running = data.resolve("postmaster.pid");
        if (!Files.exists(running)) {
            throw new Refusal("no server is running on %s; start one with ./sprig up".formatted(data));
        }
        var lines = Files.readAllLines(running);
        if (lines.size() <= LINE_OF_PORT) {
            throw new Refusal("the database is just starting; try again");
        }
        database.setUrl("jdbc:postgresql://127.0.0.1:%s/postgres"
                .formatted(lines.get(LINE_OF_PORT).strip()));
        database.setUser("postgres");
        database.setPassword(DatabaseSecret.of(data));
        return database;
    }
}
