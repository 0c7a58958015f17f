package io.github.sprigfhir.app.export;

import io.github.sprigfhir.app.platform.Store;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ExportConfig {

    @Bean
    ExportOperation exportOperation(
            Exports exports, ExportFilters filters, ExportSettings settings, Store store, Clock clock) {
        return new ExportOperation(exports, filters, settings, store, clock, UUID::randomUUID);
    }
}
