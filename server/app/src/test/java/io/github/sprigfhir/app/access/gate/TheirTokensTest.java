package io.github.sprigfhir.app.access.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.github.sprigfhir.app.access.AccessSettings;
import io.github.sprigfhir.app.access.Addresses;
import io.github.sprigfhir.domain.access.Scope.Level;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Party;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Another issuer's tokens let in by what they prove and name, and by nothing less. */
class TheirTokensTest {

    private static final String AUDIENCE = "https://sprig.example/fhir";

    private final HttpServer issuer;
    private final ECKey key;
    private final AccessSettings settings;
    private final JwtDecoder decoder;
    private final TheirTokens tokens;

    TheirTokensTest() throws IOException, JOSEException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        key = new ECKeyGenerator(Curve.P_384).keyID("1").generate();
        settings = new AccessSettings(
                true,
                "https://sprig.example",
                address(),
                "",
                "azp",
                "role",
                "org",
                Duration.ofMinutes(5),
                Duration.ofHours(8));
        var addresses = new Addresses(settings, new MockEnvironment());
        decoder = new TokenConfig().theirTokensChecked(settings, addresses, Clock.systemUTC());
        tokens = new TheirTokens(
                settings,
                addresses.fhirBase(),
                (role, text) -> Optional.of(new Party(text.equals("A99001") ? "Organization/1" : text))
                        .filter(role::actsFor),
                text -> text.equals("PractitionerRole/7") ? Optional.of(new Party(text)) : Optional.empty());
    }

    private String address() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    @BeforeEach
    void start() {
        serve(
                "/.well-known/openid-configuration",
                "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(address(), address()));
        serve("/keys", new JWKSet(key.toPublicJWK()).toString());
        issuer.start();
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void aGoodTokenSaysWhoSomebodyIs() throws JOSEException {
        var admitted = admit(claims -> {});
        assertThat(admitted.identity())
                .isEqualTo(new Identity(
                        "app", Role.LINK_WORKER, new Party("Organization/1"), Optional.empty(), Purpose.TREATMENT));
        assertThat(admitted.scopes().level()).isEqualTo(Level.SYSTEM);
        assertThat(admitted.scopes().granted()).hasSize(1);
    }

    @Test
    void aUserIsWhomFhirUserNames() throws JOSEException {
        var admitted = admit(claims ->
                claims.claim("fhirUser", AUDIENCE + "/PractitionerRole/7").claim("scope", "user/*.rs"));
        assertThat(admitted.identity().user()).contains(new Party("PractitionerRole/7"));
        assertThat(admitted.scopes().level()).isEqualTo(Level.USER);
        assertThat(admitted.scopes().granted()).hasSize(1);
        assertThatThrownBy(() -> admit(claims -> claims.claim("fhirUser", "PractitionerRole/8")))
                .isInstanceOf(NotAdmitted.class);
    }

    @Test
    void aClaimThatIsMissingOrUnknownLetsNobodyIn() {
        for (var broken : Map.<String, Object>of("azp", "", "role", "doctor", "org", "A00000")
                .entrySet()) {
            assertThatThrownBy(() -> admit(claims -> claims.claim(broken.getKey(), broken.getValue())))
                    .isInstanceOf(NotAdmitted.class);
            assertThatThrownBy(() -> admit(claims -> claims.claim(broken.getKey(), null)))
                    .isInstanceOf(NotAdmitted.class);
        }
    }

    @Test
    void aResearcherActsForAProjectAndNobodyElseDoes() throws JOSEException {
        assertThat(admit(claims -> claims.claim("role", "researcher").claim("org", "ResearchStudy/loneliness"))
                        .identity()
                        .organisation())
                .isEqualTo(new Party("ResearchStudy/loneliness"));
        assertThatThrownBy(() -> admit(claims -> claims.claim("role", "researcher")))
                .isInstanceOf(NotAdmitted.class);
        assertThatThrownBy(() -> admit(claims -> claims.claim("org", "ResearchStudy/loneliness")))
                .isInstanceOf(NotAdmitted.class);
    }

    @Test
    void theGlassIsNotBrokenWithAnothersToken() {
        assertThatThrownBy(() -> admit(claims ->
                        claims.claim("purpose_of_use", "BTG").claim("purpose_reason", "Somebody is in danger")))
                .isInstanceOf(NotAdmitted.class);
        assertThatThrownBy(() -> admit(claims -> claims.claim("purpose_of_use", "HRESCH")))
                .isInstanceOf(NotAdmitted.class);
    }

    @Test
    void aScopeThatTheRoleMayNotHaveIsLeftOut() throws JOSEException {
        assertThat(admit(claims -> claims.claim("role", "researcher")
                                .claim("org", "ResearchStudy/loneliness")
                                .claim("scope", "system/*.cruds system/Task.rs"))
                        .scopes()
                        .granted())
                .singleElement()
                .matches(scope -> scope.type().equals("Task"));
    }

    @Test
    void signatureIssuerAudienceAndTimeMustBeRight() throws JOSEException {
        refused(token(claims -> claims.issuer("https://elsewhere.example")));
        refused(token(claims -> claims.audience("https://elsewhere.example")));
        refused(token(claims -> claims.expirationTime(in(-60))));
        refused(token(claims -> claims.expirationTime(null)));
        refused(token(claims -> claims.notBeforeTime(in(600))));
        refused(new PlainJWT(good().build()).serialize());
        var stranger = new ECKeyGenerator(Curve.P_384).keyID("1").generate();
        refused(signed(JWSAlgorithm.ES384, new ECDSASigner(stranger), good().build()));
        refused(signed(JWSAlgorithm.HS256, new MACSigner(key.toPublicJWK().toJSONString()), good().build()));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    private Admitted admit(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return tokens.convert(decoder.decode(token(change)));
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(AUDIENCE)
                .subject("someone")
                .claim("azp", "app")
                .claim("role", "link-worker")
                .claim("org", "A99001")
                .claim("scope", "system/*.rs")
                .expirationTime(in(200));
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = good();
        change.accept(claims);
        return signed(JWSAlgorithm.ES384, new ECDSASigner(key), claims.build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID("1").build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private void serve(String path, String body) {
        issuer.createContext(path, exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
