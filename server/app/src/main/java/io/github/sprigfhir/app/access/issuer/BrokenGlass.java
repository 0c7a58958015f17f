package io.github.sprigfhir.app.access.issuer;

import io.github.sprigfhir.app.platform.caller.Reasons;
import io.github.sprigfhir.domain.access.PurposeRules;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps why somebody breaks the glass, before they get the token that does it. */
final class BrokenGlass implements Reasons {

    private final JdbcClient database;
    private final Clock clock;
    private final Supplier<UUID> ids;

    BrokenGlass(DataSource database, Clock clock, Supplier<UUID> ids) {
        this.database = JdbcClient.create(database);
        this.clock = clock;
        this.ids = ids;
    }

    /** The id under which the reason is kept. */
    String keep(String client, String person, String reason) {
        var id = ids.get().toString();
        database.sql("insert into sprig_broken_glass (id, client, person, reason, at) values (?, ?, ?, ?, ?)")
                .params(id, client, person, reason, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    @Override
    public Optional<String> keptUnder(String id) {
        return database.sql("select reason from sprig_broken_glass where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** When such a token ends, whatever the lifetime of others. */
    Instant notAfter(Instant otherwise) {
        var latest = clock.instant().plus(PurposeRules.LONGEST_BROKEN);
        return otherwise.isAfter(latest) ? latest : otherwise;
    }
}
