package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.github.sprigfhir.app.access.issuer.SigningKeys;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who comes without a token, or with one that is not good, is turned away before anything is read. */
@GuardedServer
class TokenIT {

    private static final String CHALLENGE = "Bearer realm=\"sprig\", error=\"invalid_token\"";

    private final Server server;
    private final RSAKey ours;

    @Autowired
    TokenIT(@LocalServerPort int port, SigningKeys keys) {
        this.server = new Server(port);
        this.ours = keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                .get(0)
                .toRSAKey();
    }

    @Test
    void withoutATokenNothingIsRead() {
        for (var path : List.of("Patient", "Patient/1", "", "Task/_history", "Organization?name=x", "$everything")) {
            var answer = server.get(path).hasStatus(401);
            assertThat(answer.rules()).containsExactly("token-missing");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sprig\"");
        }
        assertThat(server.post("Patient", "no JSON at all").hasStatus(401).rules())
                .containsExactly("token-missing");
        assertThat(server.transaction("{\"resourceType\": \"Bundle\"}")
                        .hasStatus(401)
                        .rules())
                .containsExactly("token-missing");
    }

    @Test
    void aRefusalComesInTheFormThatWasAskedFor() {
        assertThat(server.get("Patient", "Accept", Server.XML).body()).startsWith("<OperationOutcome");
        assertThat(server.get("Patient?_format=xml").body()).startsWith("<OperationOutcome");
        assertThat(server.get("Patient?_format=json", "Accept", Server.XML).body())
                .startsWith("{");
    }

    @Test
    void someAddressesAreOpenAndTheRestLeadNowhere() {
        var statuses = new TreeMap<String, Integer>();
        for (var path : List.of(
                "/fhir/metadata",
                "/fhir/.well-known/smart-configuration",
                "/.well-known/openid-configuration",
                "/oauth2/jwks",
                "/guide/index.html",
                "/actuator/health",
                "/actuator/health/readiness",
                "/login",
                "/actuator",
                "/actuator/env",
                "/oauth2/introspect",
                "/oauth2/device_authorization",
                "/connect/register",
                "/userinfo",
                "/anything")) {
            statuses.put(path, server.bearing("").askAt(path, "GET", none()).status());
        }
        assertThat(statuses)
                .containsAllEntriesOf(Map.of(
                        "/fhir/metadata", 200,
                        "/fhir/.well-known/smart-configuration", 200,
                        "/.well-known/openid-configuration", 200,
                        "/oauth2/jwks", 200,
                        "/guide/index.html", 200,
                        "/actuator/health", 200,
                        "/actuator/health/readiness", 200,
                        "/login", 200))
                .containsAllEntriesOf(Map.of(
                        "/actuator", 404,
                        "/actuator/env", 404,
                        "/oauth2/introspect", 404,
                        "/oauth2/device_authorization", 404,
                        "/connect/register", 404,
                        "/userinfo", 404,
                        "/anything", 404));
    }

    @Test
    void theKeysThatAreShownAreNotTheSecretOnes() {
        var shown = server.askAt("/oauth2/jwks", "GET", none()).hasStatus(200).body();
        assertThat(shown).contains(ours.getKeyID()).doesNotContain("\"d\":", "\"p\":", "\"q\":");
    }

    @Test
    void aTokenThatTheServerCouldHaveSignedLetsIn() throws JOSEException {
        assertThat(read(token(claims -> {})).status()).isEqualTo(200);
    }

    @Test
    void aTokenMustBeSignedByTheIssuer() throws JOSEException {
        var stranger = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
        turnedAway(signed(JWSAlgorithm.RS256, new RSASSASigner(stranger), good().build()));
        turnedAway(signed(JWSAlgorithm.RS384, new RSASSASigner(ours), good().build()));
        // The public key as a shared secret, which a careless server takes for one.
        turnedAway(
                signed(JWSAlgorithm.HS256, new MACSigner(ours.toRSAPublicKey().getEncoded()), good().build()));
        turnedAway(new PlainJWT(good().build()).serialize());
        turnedAway(good(token(claims -> {}), "\"alg\":\"none\""));
        turnedAway(tampered(token(claims -> {})));
        turnedAway("x.y.z");
        turnedAway("garbage");
    }

    @Test
    void aTokenMustBeForThisServerAndForNow() throws JOSEException {
        turnedAway(token(claims -> claims.issuer("https://elsewhere.example")));
        turnedAway(token(claims -> claims.issuer(null)));
        turnedAway(token(claims -> claims.audience("https://elsewhere.example/fhir")));
        turnedAway(token(claims -> claims.audience((String) null)));
        turnedAway(token(claims -> claims.expirationTime(in(-60))));
        turnedAway(token(claims -> claims.expirationTime(null)));
        turnedAway(token(claims -> claims.notBeforeTime(in(600))));
    }

    @Test
    void aTokenOfNobodyWhoIsRegisteredLetsNobodyIn() throws JOSEException {
        assertThat(read(token(claims -> claims.claim("client_id", "nobody")))
                        .hasStatus(401)
                        .rules())
                .containsExactly("client-unknown");
        assertThat(read(token(claims -> claims.claim("client_id", null)))
                        .hasStatus(401)
                        .rules())
                .containsExactly("client-unknown");
        assertThat(read(token(claims -> claims.claim("client_id", "demo-link-worker-app")))
                        .hasStatus(401)
                        .rules())
                .as("an app without a user")
                .containsExactly("client-unknown");
    }

    @Test
    void roleAndOrganisationInATokenAreNotBelieved() throws JOSEException {
        var token =
                token(claims -> claims.claim("role", "administrator").claim("scope", "user/*.cruds patient/*.cruds"));
        assertThat(read(token).hasStatus(403).rules()).containsExactly("scope-missing");
    }

    @Test
    void aTokenIsSentInTheHeaderOnly() throws JOSEException {
        assertThat(server.get("Organization?access_token=" + token(claims -> {}))
                        .status())
                .isEqualTo(401);
        assertThat(server.get("Organization", "Authorization", "Basic ZGVtby1ncDpkZW1v")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whileThereAreDemoClientsNoProxyAndNoOtherNameGetsAToken() {
        var form = "grant_type=client_credentials&scope=system/*.rs";
        for (var header : List.of("X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via", "X-Real-IP")) {
            assertThat(server.askAt(
                                    "/oauth2/token",
                                    "POST",
                                    BodyPublishers.ofString(form),
                                    "Content-Type",
                                    "application/x-www-form-urlencoded",
                                    header,
                                    "10.0.0.1")
                            .status())
                    .as(header)
                    .isEqualTo(403);
        }
        assertThat(server.raw("GET /login HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void noTokenAndNoSecretIsInTheLog() throws IOException, JOSEException {
        read(token(claims -> {}));
        turnedAway(tampered(token(claims -> {})));
        Tokens.ask(server.port(), "demo-gp", "grant_type=client_credentials&scope=nonsense");
        assertThat(ServerLog.lines())
                .anyMatch(line -> line.contains("Tomcat started"))
                .noneMatch(line ->
                        Stream.of("eyJ", "client_secret", "client_assertion").anyMatch(line::contains));
    }

    private void turnedAway(String token) {
        var answer = read(token).hasStatus(401);
        assertThat(answer.rules()).containsExactly("token-invalid");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo(CHALLENGE);
    }

    private Answer read(String token) {
        return server.bearing(token).get("Organization");
    }

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(server.fhirBase().replace("/fhir", ""))
                .audience(server.fhirBase())
                .subject("demo-gp")
                .claim("client_id", "demo-gp")
                .claim("scope", "system/*.cruds")
                .claim("purpose_of_use", "TREAT")
                .issueTime(in(-10))
                .notBeforeTime(in(-10))
                .expirationTime(in(200));
    }

    private String token(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        var claims = good();
        change.accept(claims);
        return signed(JWSAlgorithm.RS256, new RSASSASigner(ours), claims.build());
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(ours.getKeyID()).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** The signature stays, and the header says that there is none. */
    private static String good(String token, String algorithm) {
        var header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{" + algorithm + "}").getBytes(StandardCharsets.UTF_8));
        return header + token.substring(token.indexOf('.'));
    }

    private static String tampered(String token) {
        var parts = token.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("demo-gp", "demo-admin");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static BodyPublisher none() {
        return BodyPublishers.noBody();
    }
}
