package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Seal;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Shows the last seal, which whoever keeps it elsewhere can later hold the audit to, and what waits for the next. */
@Component("audit")
class AuditHealth implements HealthIndicator {

    private final Seals seals;

    AuditHealth(DataSource database) {
        this.seals = new Seals(database);
    }

    @Override
    public Health health() {
        var last = seals.last();
        var health = Health.up();
        last.ifPresent(seal -> health.withDetail("seal", seal.number() + ":" + seal.hash()));
        return health.withDetail(
                        "unsealed", seals.waiting(last.map(Seal::settled).orElse(0L)))
                .build();
    }
}
