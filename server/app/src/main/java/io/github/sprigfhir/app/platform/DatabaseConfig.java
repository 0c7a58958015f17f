package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import org.postgresql.Driver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The connection pool, on a schema that HAPI's own versioned migrator has brought up to date. The migrator may take its
 * time; everything else is given up when it takes too long.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {

    private static final int CONNECTIONS = 20;

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password,
            DatabaseSettings settings) {
        try (var unlimited = new HikariDataSource(pool(url, user, password))) {
            migrate(unlimited);
        }
        var pool = pool(url, user, password);
        pool.setConnectionInitSql(
                "set statement_timeout = " + settings.longestStatement().toMillis());
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(String url, String user, String password) {
        var pool = new HikariConfig();
        pool.setPoolName("sprig");
        pool.setDriverClassName(Driver.class.getName());
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The detail of a database error holds the row, and with it the person; logs must not.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }

    private static void migrate(HikariDataSource database) {
        var migrator = new HapiMigrator("FLY_HFJ_MIGRATION", database, DriverTypeEnum.POSTGRES_9_4);
        migrator.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }
}
