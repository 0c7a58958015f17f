package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.domain.kernel.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Software proves who it is by a key of its own (SMART Backend Services), and loses its access when it is taken away. */
@GuardedServer
class BackendServiceIT {

    private static final String SCOPES = "system/Organization.rs";

    private final Server server;
    private final Register register;
    private final String client = "backend-" + UUID.randomUUID();
    private final ECKey curve;
    private final RSAKey rsa;

    @Autowired
    BackendServiceIT(@LocalServerPort int port, Register register) throws JOSEException {
        this.server = new Server(port);
        this.register = register;
        this.curve = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
        this.rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    }

    @BeforeEach
    void register() {
        var keys = new JWKSet(List.of(curve.toPublicJWK(), rsa.toPublicJWK()));
        register.add(new Client(
                client,
                Client.Kind.SYSTEM,
                "A GP system",
                Role.REFERRER,
                "https://fhir.nhs.uk/Id/ods-organization-code|A99001",
                List.of("system/Organization.rs"),
                keys.toString(),
                "",
                List.of(),
                "",
                false,
                false));
    }

    @Test
    void eitherAlgorithmOfSmartIsTaken() throws JOSEException {
        for (var assertion :
                List.of(curved(claims -> {}), signed(JWSAlgorithm.RS384, new RSASSASigner(rsa), "rsa", claims()))) {
            var token = Tokens.json(ask(assertion, SCOPES).hasStatus(200));
            assertThat(token.path("expires_in").asInt()).isBetween(200, 300);
            assertThat(token.path("scope").asText()).isEqualTo(SCOPES);
            assertThat(token.has("refresh_token")).isFalse();
            server.bearing(token.path("access_token").asText())
                    .get("Organization?name=Fellside")
                    .hasStatus(200);
        }
    }

    @Test
    void anAssertionIsUsedOnce() throws JOSEException {
        var assertion = curved(claims -> {});
        ask(assertion, SCOPES).hasStatus(200);
        refused(assertion);
    }

    @Test
    void anAssertionThatIsNotAsSmartWantsItIsRefused() throws JOSEException {
        refused(curved(claims -> claims.audience("https://elsewhere.example/oauth2/token")));
        refused(curved(claims -> claims.audience((String) null)));
        refused(curved(claims -> claims.issuer("demo-admin")));
        refused(curved(claims -> claims.subject("demo-admin")));
        refused(curved(claims -> claims.expirationTime(in(-60))));
        refused(curved(claims -> claims.expirationTime(in(400))));
        refused(curved(claims -> claims.expirationTime(null)));
        refused(curved(claims -> claims.jwtID(null)));
        refused(curved(claims -> claims.jwtID("")));
        refused(curved(claims -> claims.jwtID("a".repeat(301))));
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(rsa), "rsa", claims()));
        var stranger = new ECKeyGenerator(Curve.P_384).keyID("curve").generate();
        refused(signed(JWSAlgorithm.ES384, new ECDSASigner(stranger), "curve", claims()));
        refused("x.y.z");
    }

    @Test
    void aSecretDoesNotReplaceAKey() {
        assertThat(Tokens.ask(server.port(), client, "grant_type=client_credentials&scope=" + SCOPES)
                        .hasStatus(401)
                        .body())
                .contains("invalid_client");
        assertThat(server.askAt(
                                "/oauth2/token",
                                "POST",
                                BodyPublishers.ofString("grant_type=client_credentials&client_id=%s&scope=%s"
                                        .formatted(client, SCOPES)),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void nobodyGetsAScopeThatTheyAreNotRegisteredFor() throws JOSEException {
        for (var scope : List.of(
                "system/*.rs",
                "system/Organization.crs",
                "user/Organization.rs",
                "system/Patient.r",
                "openid",
                "launch",
                "")) {
            assertThat(ask(curved(claims -> {}), scope).hasStatus(400).body())
                    .as(scope)
                    .contains("invalid_scope");
        }
        ask(curved(claims -> {}), "system/Organization.r system/Organization.read")
                .hasStatus(200);
    }

    @Test
    void whoIsDisabledOrRemovedIsOutWithinSeconds() throws JOSEException, InterruptedException {
        var token = Tokens.json(ask(curved(claims -> {}), SCOPES))
                .path("access_token")
                .asText();
        server.bearing(token).get("Organization?name=Fellside").hasStatus(200);
        register.disableClient(client, true);
        assertThat(ask(curved(claims -> {}), SCOPES).status()).isEqualTo(401);
        assertThat(rulesWithinSeconds(token)).containsExactly("client-unknown");
        register.removeClient(client);
        assertThat(ask(curved(claims -> {}), SCOPES).status()).isEqualTo(401);
    }

    private List<String> rulesWithinSeconds(String token) throws InterruptedException {
        var until = Instant.now().plusSeconds(8);
        var answer = server.bearing(token).get("Organization?name=Fellside");
        while (answer.status() == 200 && Instant.now().isBefore(until)) {
            Thread.sleep(200);
            answer = server.bearing(token).get("Organization?name=Fellside");
        }
        return answer.hasStatus(401).rules();
    }

    private void refused(String assertion) {
        assertThat(ask(assertion, SCOPES).hasStatus(401).body()).contains("invalid_client");
    }

    private Answer ask(String assertion, String scope) {
        var form = "grant_type=client_credentials&scope=%s&client_assertion_type=%s&client_assertion=%s"
                .formatted(
                        Server.encoded(scope),
                        Server.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                        Server.encoded(assertion));
        return server.askAt(
                "/oauth2/token",
                "POST",
                BodyPublishers.ofString(form),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private JWTClaimsSet claims() {
        return builder().build();
    }

    private JWTClaimsSet.Builder builder() {
        return new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(server.fhirBase().replace("/fhir", "/oauth2/token"))
                .expirationTime(in(240))
                .jwtID(UUID.randomUUID().toString());
    }

    private String curved(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = builder();
        change.accept(claims);
        return signed(JWSAlgorithm.ES384, new ECDSASigner(curve), "curve", claims.build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, String key, JWTClaimsSet claims)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
