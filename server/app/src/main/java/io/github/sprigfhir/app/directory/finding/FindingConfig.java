package io.github.sprigfhir.app.directory.finding;

import io.github.sprigfhir.domain.directory.Matching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what judges services, from the settings. */
@Configuration(proxyBeanMethods = false)
class FindingConfig {

    private static final double METRES_PER_KM = 1000;

    @Bean
    Matching matching(FindingSettings settings) {
        return new Matching(settings.halfwayKm() * METRES_PER_KM, new RuleCalendar());
    }
}
