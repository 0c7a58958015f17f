package io.github.sprigfhir.app.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts a real PostgreSQL in the Sprig home folder when no database is configured, before anything else starts.
 *
 * <p>It is stopped after the connection pool has closed. A PostgreSQL that a killed server left behind is stopped
 * first; what it had committed stays.
 */
public final class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var external = environment.containsProperty("spring.datasource.url");
        if (external && !environment.getProperty("sprig.validation.enabled", Boolean.class, true)) {
            throw new CannotStart("validation may be switched off only for measurements, on the embedded database");
        }
        if (external) {
            return;
        }
        var home = HomeSettings.in(environment).folder();
        var data = home.resolve("pgdata");
        var postgres = start(home, data);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded-database",
                        Map.of(
                                "spring.datasource.url",
                                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(postgres.getPort()),
                                "spring.datasource.username",
                                "postgres",
                                "spring.datasource.password",
                                password(data))));
        // Registered first, so destroyed last.
        if (context.getBeanFactory()
                instanceof org.springframework.beans.factory.support.DefaultListableBeanFactory beans) {
            beans.registerDisposableBean("embeddedPostgres", (DisposableBean) postgres::close);
        }
    }

    private static EmbeddedPostgres start(Path home, Path data) {
        try {
            Files.createDirectories(home);
            stopWhatWasLeftBehind(data);
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(home.resolve("pgsql").toFile())
                    .setOutputRedirector(
                            Redirect.appendTo(home.resolve("postgresql.log").toFile()))
                    .setErrorRedirector(
                            Redirect.appendTo(home.resolve("postgresql.log").toFile()))
                    .setPGStartupWait(PATIENCE)
                    .setConnectConfig("password", password(data))
                    // The library is made for tests and switches these off; we keep what we acknowledge.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // Its log too may name a constraint that was broken, but not the row.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "128MB")
                    .start();
            DatabaseSecret.ask(data, postgres.getPostgresDatabase(Map.of("password", password(data))));
            return postgres;
        } catch (IOException | SQLException | IllegalStateException problem) {
            throw new CannotStart(
                    "the database in %s does not start; %s says why. If the folder is damaged, restore it from a backup or move it away to begin anew."
                            .formatted(data, home.resolve("postgresql.log")),
                    problem);
        }
    }

    private static String password(Path data) {
        try {
            return DatabaseSecret.of(data);
        } catch (IOException unreadable) {
            throw new CannotStart("the password of the database in %s cannot be read".formatted(data), unreadable);
        }
    }

    private static void stopWhatWasLeftBehind(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::trim)
                .orElse("");
        if (!pid.matches("\\d{1,10}")) {
            return;
        }
        var left = ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        if (left.isEmpty()) {
            return;
        }
        LOG.info("Stopping the PostgreSQL (process {}) that an earlier server left behind", pid);
        left.get().destroy();
        try {
            left.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException problem) {
            throw new CannotStart(
                    "the PostgreSQL with process id %s, left behind in %s, does not stop".formatted(pid, data),
                    problem);
        }
    }
}
