package io.github.sprigfhir.app.running;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Lets the server notify the receivers of the tests, and no others, and try again sooner than days allow. */
public final class Receivers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "receivers",
                        Map.of(
                                "sprig.feedback.allowed-addresses",
                                Receiver.all(),
                                "sprig.feedback.first-delay",
                                "200ms",
                                "sprig.feedback.longest-delay",
                                "1s",
                                "sprig.feedback.timeout",
                                "30s")));
    }
}
