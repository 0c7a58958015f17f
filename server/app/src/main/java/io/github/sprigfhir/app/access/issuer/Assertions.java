package io.github.sprigfhir.app.access.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Register;
import java.net.MalformedURLException;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks how a client proves who it is (SMART Backend Services, RFC 7523): a JWT signed with a key of its own by ES384
 * or RS384, from it and about it, for this server's token endpoint, ending within five minutes, and used once.
 */
final class Assertions implements JwtDecoderFactory<RegisteredClient> {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES384, JWSAlgorithm.RS384);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_JTI = 300;

    private final Register register;
    private final JdbcClient database;
    private final String audience;
    private final Clock clock;
    private final Map<String, JWKSource<SecurityContext>> published = new ConcurrentHashMap<>();

    Assertions(Register register, DataSource database, Addresses addresses, Clock clock) {
        this.register = register;
        this.database = JdbcClient.create(database);
        this.audience = addresses.server() + "/oauth2/token";
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient registered) {
        var client = register.client(registered.getClientId()).orElseThrow(Assertions::invalidClient);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(client)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        var time = new JwtTimestampValidator(SKEW);
        time.setClock(clock);
        decoder.setJwtValidator(jwt -> {
            var timely = time.validate(jwt);
            return timely.hasErrors() ? timely : judged(client.id(), jwt);
        });
        return decoder;
    }

    private OAuth2TokenValidatorResult judged(String client, Jwt jwt) {
        var expires = jwt.getExpiresAt();
        var jti = jwt.getId();
        if (!client.equals(jwt.getClaimAsString("iss")) || !client.equals(jwt.getSubject())) {
            return refused("iss and sub must both be the client's id");
        }
        if (jwt.getAudience() == null || !jwt.getAudience().contains(audience)) {
            return refused("aud must be the address of the token endpoint");
        }
        if (expires == null || expires.isAfter(clock.instant().plus(LONGEST).plus(SKEW))) {
            return refused("exp must be within five minutes");
        }
        if (jti == null || jti.isEmpty() || jti.length() > LONGEST_JTI) {
            return refused("jti must be there, and new with each assertion");
        }
        return isNew(client, jti, expires) ? OAuth2TokenValidatorResult.success() : refused("jti was used before");
    }

    /** Remembered for as long as it could be used again; whoever comes second finds it taken. */
    private boolean isNew(String client, String jti, Instant expires) {
        database.sql("delete from sprig_assertion where expires < now() - interval '5 minutes'")
                .update();
        return database.sql(
                                "insert into sprig_assertion (client, jti, expires) values (?, ?, to_timestamp(?)) on conflict do nothing")
                        .params(client, jti, expires.getEpochSecond())
                        .update()
                == 1;
    }

    private JWKSource<SecurityContext> keys(Client client) {
        if (client.keyAddress().isEmpty()) {
            return registered(client.keySet());
        }
        return published.computeIfAbsent(client.keyAddress(), Assertions::published);
    }

    private static JWKSource<SecurityContext> registered(String document) {
        try {
            return new ImmutableJWKSet<>(JWKSet.parse(document));
        } catch (ParseException none) {
            throw invalidClient();
        }
    }

    /** Fetched when needed, kept for minutes, fetched again when a key is not among them; the operator chose the address. */
    private static JWKSource<SecurityContext> published(String address) {
        try {
            return JWKSourceBuilder.create(new URL(address)).retrying(true).build();
        } catch (MalformedURLException none) {
            throw invalidClient();
        }
    }

    private static OAuth2AuthenticationException invalidClient() {
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
    }

    private static OAuth2TokenValidatorResult refused(String text) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, text, ""));
    }
}
