package io.github.sprigfhir.app.access.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that tokens are signed with, in the database, so that all servers on it share them and a restart keeps
 * them. The first server to need one makes it. The newest signs, and stands first.
 *
 * <p>RSA with RS256, because OpenID Connect asks every app to understand that, and because to check it costs a
 * twentieth of what an elliptic curve does.
 */
public final class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;
    private static final long READ_AGAIN = Duration.ofSeconds(30).toNanos();
    private static final String LOCK = "select pg_advisory_xact_lock(5137003)";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final LongSupplier nanoseconds;

    private volatile @Nullable Read read;

    private record Read(JWKSet keys, long at) {}

    /** @param nanoseconds tells how time passes */
    public SigningKeys(DataSource database, LongSupplier nanoseconds) {
        this.database = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.nanoseconds = nanoseconds;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    /** Makes a new key, which signs from within half a minute on; those before it go when a day has passed. */
    public void rotate() {
        transaction.executeWithoutResult(status -> {
            takeTurn();
            database.sql("delete from sprig_signing_key where made < now() - interval '1 day'")
                    .update();
            make();
        });
    }

    private JWKSet keys() {
        var known = read;
        if (known == null || nanoseconds.getAsLong() - known.at() > READ_AGAIN) {
            known = new Read(stored(), nanoseconds.getAsLong());
            read = known;
        }
        return known.keys();
    }

    private JWKSet stored() {
        var keys = all();
        return keys.isEmpty() ? new JWKSet(first()) : new JWKSet(keys);
    }

    private List<JWK> first() {
        transaction.executeWithoutResult(status -> {
            takeTurn();
            if (all().isEmpty()) {
                make();
            }
        });
        return all();
    }

    private void takeTurn() {
        database.sql(LOCK).query((row, number) -> true).list();
    }

    private List<JWK> all() {
        return database.sql("select jwk from sprig_signing_key order by made desc")
                .query((row, number) -> parsed(row.getString(1)))
                .list();
    }

    private void make() {
        RSAKey key;
        try {
            key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java cannot make RSA keys", impossible);
        }
        database.sql("insert into sprig_signing_key (id, jwk) values (?, ?)")
                .params(key.getKeyID(), key.toJSONString())
                .update();
    }

    private static JWK parsed(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException broken) {
            // Without its message, which may repeat the key.
            throw new IllegalStateException("A signing key in the database cannot be read");
        }
    }
}
