package io.github.sprigfhir.app.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * Keeps other users of this machine out of the embedded database, which as it is made trusts whoever connects: a
 * password stands in a file of its data folder, and that folder only its owner may read.
 */
public final class DatabaseSecret {

    private static final int BYTES = 24;
    private static final String TRUSTS = "trust";
    private static final String ASKS = "scram-sha-256";

    private DatabaseSecret() {}

    /** The password; empty where there is none yet. */
    public static String of(Path data) throws IOException {
        var file = file(data);
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** Sees to it that the running database asks for the password; begun and broken off, it is done at the next start. */
    static void ask(Path data, DataSource database) throws IOException, SQLException {
        var rules = data.resolve("pg_hba.conf");
        var text = Files.readString(rules);
        var asks = text.replaceAll("(?m)^((?:local|host)\\s.*)\\b" + TRUSTS + "$", "$1" + ASKS);
        if (asks.equals(text)) {
            return;
        }
        var secret = of(data).isEmpty() ? made(data) : of(data);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '%s'".formatted(secret));
            Files.writeString(rules, asks);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String made(Path data) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var secret = HexFormat.of().formatHex(bytes);
        Files.writeString(file(data), secret);
        return secret;
    }

    private static Path file(Path data) {
        return data.resolve("sprig.secret");
    }
}
