package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Digest;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One event as it stands in the table. */
record StoredEvent(
        long id,
        Instant recorded,
        Interaction interaction,
        int outcome,
        @Nullable Integer status,
        int times,
        List<String> rules,
        Who who,
        @Nullable UUID request,
        @Nullable UUID correlation,
        @Nullable String type,
        @Nullable String query,
        List<Touched> entities,
        List<String> patients) {

    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Every column, in the order in which its digest takes them; a new column goes to the end, or old seals break. */
    private static final List<String> COLUMNS = List.of(
            "id",
            "(extract(epoch from recorded) * 1000000)::bigint",
            "interaction",
            "outcome",
            "status",
            "times",
            "array_to_json(rules)",
            "client",
            "role",
            "organisation",
            "agent",
            "purpose",
            "reason",
            "address",
            "request",
            "correlation",
            "type",
            "query",
            "array_to_json(entities)",
            "array_to_json(patients)",
            "array_to_json(refs)");

    /** What to select for {@link #digest}: every column as text, by its place. */
    static final String DIGESTED = String.join(
            ", ", COLUMNS.stream().map(column -> "(" + column + ")::text").toList());

    /** The digest of a row that {@link #DIGESTED} selected. */
    static Digest digest(ResultSet row) throws SQLException {
        var fields = new ArrayList<@Nullable String>(COLUMNS.size());
        for (int column = 1; column <= COLUMNS.size(); column++) {
            fields.add(row.getString(column));
        }
        return Digest.of(fields);
    }

    /** The same, with the reason in words in place of the id under which it is kept. */
    StoredEvent explained(Function<String, Optional<String>> reasons) {
        var reason = who.reason();
        return reason == null
                ? this
                : new StoredEvent(
                        id,
                        recorded,
                        interaction,
                        outcome,
                        status,
                        times,
                        rules,
                        new Who(
                                who.client(),
                                who.role(),
                                who.organisation(),
                                who.agent(),
                                who.purpose(),
                                reasons.apply(reason).orElse(reason),
                                who.address()),
                        request,
                        correlation,
                        type,
                        query,
                        entities,
                        patients);
    }

    /** Its id in FHIR: the number in the form of a UUID. It can be guessed, but only who may read all of them may use it. */
    String fhirId() {
        return new UUID(VERSION_8, VARIANT | id).toString();
    }

    /** The number that such an id holds; none where it is of no event. */
    static Optional<Long> number(String fhirId) {
        if (!fhirId.matches("00000000-0000-8000-[89ab][0-9a-f]{3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(fhirId).getLeastSignificantBits() & ~VARIANT);
    }

    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("id"),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                Interaction.valueOf(row.getString("interaction")),
                row.getInt("outcome"),
                row.getObject("status", Integer.class),
                row.getInt("times"),
                texts(row, "rules"),
                new Who(
                        row.getString("client"),
                        row.getString("role"),
                        row.getString("organisation"),
                        row.getString("agent"),
                        row.getString("purpose"),
                        row.getString("reason"),
                        row.getString("address")),
                row.getObject("request", UUID.class),
                row.getObject("correlation", UUID.class),
                row.getString("type"),
                row.getString("query"),
                texts(row, "entities").stream().map(Touched::read).toList(),
                texts(row, "patients"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
