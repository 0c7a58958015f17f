package io.github.sprigfhir.app.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives each run an empty home folder under target, and clears away those that earlier runs have left. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path HOMES = Path.of("target", "it", "homes");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Files.createDirectories(HOMES);
            clearAway();
            var home = Files.createTempDirectory(HOMES.toAbsolutePath(), "home-");
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("fresh-home", Map.of("sprig.home", home.toString())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void clearAway() throws IOException {
        try (var homes = Files.list(HOMES)) {
            for (var home : homes.toList()) {
                if (!Files.exists(home.resolve("pgdata/postmaster.pid"))) {
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        }
    }
}
