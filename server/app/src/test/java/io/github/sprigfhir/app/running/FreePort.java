package io.github.sprigfhir.app.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/** Finds a port for a server that must know its own address before it starts. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("free-port", Map.of("server.port", socket.getLocalPort())));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
