package io.github.sprigfhir.app.platform.correlation;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the ids their source. */
@Configuration(proxyBeanMethods = false)
class CorrelationConfig {

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter(UUID::randomUUID);
    }
}
