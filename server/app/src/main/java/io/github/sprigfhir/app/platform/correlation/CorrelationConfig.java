package io.github.sprigfhir.app.platform.correlation;

import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the ids before every other filter, so that what those refuse has them too. */
@Configuration(proxyBeanMethods = false)
class CorrelationConfig {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter(UUID::randomUUID);
    }
}
