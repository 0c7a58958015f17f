package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.sprigfhir.app.access.command.RegisterCommand;
import io.github.sprigfhir.app.access.register.Register;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The register is kept by commands beside a running server, which follows at once. */
@GuardedServer
class RegisterCommandIT {

    private final Server server;
    private final Register register;
    private final String home;
    private final String id = "client-" + UUID.randomUUID();

    private record Said(boolean done, String out, String err) {}

    @Autowired
    RegisterCommandIT(@LocalServerPort int port, Register register, @Value("${sprig.home}") String home) {
        this.server = new Server(port);
        this.register = register;
        this.home = home;
    }

    @Test
    void aClientIsRegisteredWithAKeyThatIsShownOnce() throws JOSEException, ParseException {
        var said = run("client", "add", id, "--role", "referrer", "--organisation", "A99002", "--name", "A GP system");
        assertThat(said.done()).as(said.err()).isTrue();
        var key = ECKey.parse(said.out()
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow());
        assertThat(key.isPrivate()).isTrue();
        assertThat(register.client(id).orElseThrow().keySet()).doesNotContain("\"d\"");
        token(key).hasStatus(200);
        assertThat(run("client", "list").out()).contains(id, "demo-gp");
        assertThat(run("client", "show", id).out())
                .contains("referrer", "|A99002", "system/*.cruds")
                .doesNotContain("\"d\"");
        assertThat(run("client", "rotate", id).done()).isTrue();
        token(key).hasStatus(401);
        assertThat(run("client", "remove", id).done()).isTrue();
        assertThat(run("client", "show", id).err()).contains("there is no client");
    }

    @Test
    void publicKeysComeFromAFileAndPrivateOnesAreRefused(@TempDir Path folder) throws IOException {
        var made = run("client", "add", id, "--role", "referrer", "--organisation", "A99002");
        var secret = made.out()
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
        var file = folder.resolve("keys.json");
        Files.writeString(file, "{\"keys\": [%s]}".formatted(secret));
        assertThat(run("client", "rotate", id, "--jwks", file.toString()).err()).contains("private key");
        Files.writeString(file, register.client(id).orElseThrow().keySet());
        assertThat(run("client", "rotate", id, "--jwks", file.toString()).done())
                .isTrue();
        Files.writeString(file, "{\"keys\": []}");
        assertThat(run("client", "rotate", id, "--jwks", file.toString()).done())
                .isFalse();
        Files.writeString(file, "no keys");
        assertThat(run("client", "rotate", id, "--jwks", file.toString()).done())
                .isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefusedInOneSentence() {
        var add = List.of("client", "add", id, "--role", "referrer", "--organisation", "A99002");
        for (var wrong : List.of(
                List.of(),
                List.of("clients"),
                List.of("client"),
                List.of("client", "add"),
                List.of("client", "add", "a b", "--role", "referrer", "--organisation", "A99002"),
                List.of("client", "add", id, "--role", "doctor", "--organisation", "A99002"),
                List.of("client", "add", id, "--role", "referrer"),
                List.of("client", "add", id, "--role", "referrer", "--organisation", "?"),
                and(add, "--scopes", "system/Task"),
                and(add, "--scopes", "user/*.rs"),
                and(add, "--redirect", "https://app.example/callback"),
                and(add, "--jwks-url", "http://10.0.0.1/keys"),
                and(add, "--app"),
                and(add, "--app", "--redirect", "http://app.example/callback"),
                and(add, "--secret", "x"),
                List.of(
                        "client",
                        "add",
                        id,
                        "--role",
                        "researcher",
                        "--project",
                        "loneliness-study",
                        "--scopes",
                        "system/*.cruds"),
                List.of("client", "add", id, "--role", "researcher", "--organisation", "A99002"),
                List.of("client", "add", id, "--role", "researcher", "--project", "a b"),
                List.of("client", "add", id, "--role", "referrer", "--project", "loneliness-study"),
                List.of("client", "show", "nobody"),
                List.of("user", "add", "sam", "--role", "provider", "--organisation", "A99002"),
                List.of("user", "password", "nobody"))) {
            var said = run(wrong.toArray(String[]::new));
            assertThat(said.done()).as("%s", wrong).isFalse();
            assertThat(said.err().lines())
                    .as("%s", wrong)
                    .singleElement()
                    .asString()
                    .startsWith("sprig: ");
        }
        assertThat(register.client(id)).isEmpty();
    }

    @Test
    void appsAndUsersAreRegisteredToo() {
        var app = run(
                "client", "add", id, "--app", "--role", "link-worker", "--redirect", "https://app.example/callback");
        assertThat(app.done()).as(app.err()).isTrue();
        assertThat(app.out()).contains("user/*.cruds", "PKCE").doesNotContain("private key");
        var user = run(
                "user",
                "add",
                id,
                "--role",
                "link-worker",
                "--organisation",
                "U99001",
                "--fhir-user",
                "PractitionerRole/1");
        assertThat(user.done()).as(user.err()).isTrue();
        var password = user.out().lines().reduce("", (before, line) -> line);
        assertThat(password).hasSizeGreaterThan(20);
        assertThat(register.user(id).orElseThrow().password()).startsWith("$2").doesNotContain(password);
        assertThat(run("user", "password", id).out()).doesNotContain(password);
        assertThat(run("user", "remove", id).done()).isTrue();
        assertThat(register.user(id)).isEmpty();
    }

    @Test
    void theKeyOfTheIssuerIsRotatedAndOldTokensStayGood() {
        var before = Tokens.of(server.port(), "demo-gp", "system/Organization.s");
        assertThat(run("client", "rotate-signing-key").done()).isTrue();
        server.bearing(before).get("Organization?name=Fellside").hasStatus(200);
    }

    @Test
    void withoutAServerItSaysSo(@TempDir Path empty) {
        var err = new ByteArrayOutputStream();
        var done = RegisterCommand.run(
                Map.of("SPRIG_HOME", empty.toString()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "client",
                "list");
        assertThat(done).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no server is running", "./sprig up");
    }

    private Said run(String... texts) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var done = RegisterCommand.run(
                Map.of("SPRIG_HOME", home),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                texts);
        return new Said(done, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Answer token(ECKey key) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(id)
                        .subject(id)
                        .audience(server.fhirBase().replace("/fhir", "/oauth2/token"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(200)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        jwt.sign(new ECDSASigner(key));
        return server.askAt(
                "/oauth2/token",
                "POST",
                BodyPublishers.ofString(
                        "grant_type=client_credentials&scope=system/Patient.r&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion="
                                + jwt.serialize()),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private static List<String> and(List<String> texts, String... more) {
        return Stream.concat(texts.stream(), Stream.of(more)).toList();
    }
}
