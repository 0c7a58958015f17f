package io.github.sprigfhir.app.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit is kept.
 *
 * @param enabled whether it is kept at all; switching it off is for measurements, and the server then starts with its
 *     embedded database only
 * @param readsWaitForDisk whether the answer to a read waits until its event is on the disk; if not, the event is written
 *     before the answer all the same, and a power failure or a crash of PostgreSQL may lose those of its last second
 * @param sealEvery how often new events are sealed
 */
@ConfigurationProperties("sprig.audit")
record AuditSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("true") boolean readsWaitForDisk,
        @DefaultValue("2s") Duration sealEvery) {}
