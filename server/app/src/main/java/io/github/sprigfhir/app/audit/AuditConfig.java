package io.github.sprigfhir.app.audit;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes what the room needs of settings and the database. */
@Configuration(proxyBeanMethods = false)
class AuditConfig {

    @Bean
    AuditStore auditStore(DataSource database) throws IOException, SQLException {
        return new AuditStore(database);
    }

    /** Once the register, if this server keeps one, has made its tables. */
    @Bean
    SmartInitializingSingleton registerWatch(AuditStore store, DataSource database) {
        return () -> {
            try {
                store.watchRegister(database);
            } catch (IOException | SQLException unwell) {
                throw new IllegalStateException("The register of clients cannot be put on record", unwell);
            }
        };
    }

    @Bean
    RefusalCounts refusalCounts() {
        return new RefusalCounts();
    }

    @Bean
    Recorder recorder(AuditStore store, RefusalCounts counts, AuditSettings settings, Environment environment) {
        var accessIsOff = !environment.getProperty("sprig.access.enabled", Boolean.class, true);
        return new Recorder(store, counts, settings, accessIsOff);
    }

    @Bean
    AuditFilter auditFilter(Recorder recorder) {
        return new AuditFilter(recorder);
    }

    @Bean
    Sealer sealer(DataSource database) {
        return new Sealer(database);
    }

    @Bean
    AuditRounds auditRounds(Sealer sealer, AuditStore store, RefusalCounts counts, AuditSettings settings) {
        return new AuditRounds(sealer, store, counts, settings);
    }
}
