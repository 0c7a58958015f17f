package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.sprigfhir.app.access.register.Client;
import io.github.sprigfhir.app.access.register.Register;
import io.github.sprigfhir.app.access.register.User;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A link worker signs in to use an app (SMART App Launch, authorisation code with PKCE). */
@GuardedServer
class SignInIT {

    private static final String REDIRECT = "http://127.0.0.1:8765/callback";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-0123456789";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Server server;
    private final Register register;
    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    @Autowired
    SignInIT(@LocalServerPort int port, Register register) {
        this.server = new Server(port);
        this.register = register;
    }

    @Test
    void aLinkWorkerSignsInAndTheAppActsForThem() throws Exception {
        var login = get(authorise("openid fhirUser user/*.rs"));
        assertThat(login.statusCode()).isEqualTo(302);
        assertThat(location(login)).endsWith("/login");
        var back = signIn("demo-jo", "demo");
        assertThat(location(back)).startsWith(root() + "/oauth2/authorize");
        var code = location(get(location(back)));
        assertThat(code).startsWith(REDIRECT + "?code=").contains("state=s1");
        var tokens = exchange(code, VERIFIER);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        var json = json(tokens);
        var access = Tokens.claims(json.path("access_token").asText());
        assertThat(access.path("user").asText()).isEqualTo("demo-jo");
        assertThat(access.path("fhirUser").asText()).startsWith(server.fhirBase() + "/PractitionerRole/");
        var identity = Tokens.claims(json.path("id_token").asText());
        assertThat(identity.path("fhirUser").asText())
                .isEqualTo(access.path("fhirUser").asText());
        assertThat(identity.path("aud").asText()).isEqualTo("demo-link-worker-app");
        var asUser = server.bearing(json.path("access_token").asText());
        asUser.get("Organization?name=Dale").hasStatus(200);
        var person = access.path("fhirUser").asText().replaceAll(".*/fhir/", "");
        assertThat(server.as("demo-admin")
                        .get("AuditEvent?altid=demo-link-worker-app&subtype=search-type&agent=" + person)
                        .found())
                .as("who the person was is on record")
                .isNotEmpty()
                .allSatisfy(event -> assertThat(Json.of(event)).contains("\"code\":\"IRCP\"", person));
        asUser.post("Organization", "{\"resourceType\": \"Organization\"}").hasStatus(403);
        assertThat(server.bearing(json.path("id_token").asText())
                        .get("Organization")
                        .hasStatus(401)
                        .rules())
                .as("who somebody is opens nothing")
                .containsExactly("token-invalid");
        assertThat(exchange(code, VERIFIER).statusCode())
                .as("a code is used once")
                .isEqualTo(400);
    }

    @Test
    void anAppWithKeysGoesOnWithoutTheUserUntilSheIsGone() throws Exception {
        var key = new ECKeyGenerator(Curve.P_384).keyID("1").generate();
        var app = "app-" + UUID.randomUUID();
        var jo = register.user("demo-jo").orElseThrow();
        var name = "jo-" + UUID.randomUUID();
        register.add(new User(name, jo.password(), jo.role(), jo.organisation(), jo.fhirUser(), true, false));
        register.add(new Client(
                app,
                Client.Kind.APP,
                "An app with keys",
                Role.LINK_WORKER,
                "",
                List.of("user/Organization.rs"),
                new JWKSet(key.toPublicJWK()).toString(),
                "",
                List.of(REDIRECT),
                "",
                false,
                false));
        var authorise = authorise("openid online_access user/Organization.rs").replace("demo-link-worker-app", app);
        get(authorise);
        var code = location(get(location(signIn(name, "demo")))).replaceAll(".*[?&]code=([^&]+).*", "$1");
        var first = json(token(
                key,
                app,
                "grant_type=authorization_code&redirect_uri=%s&code=%s&code_verifier=%s"
                        .formatted(Server.encoded(REDIRECT), code, VERIFIER)));
        var old = first.path("refresh_token").asText();
        assertThat(old).isNotEmpty();
        var second = json(token(key, app, "grant_type=refresh_token&refresh_token=" + old));
        var access = second.path("access_token").asText();
        server.bearing(access).get("Organization?name=Dale").hasStatus(200);
        assertThat(token(key, app, "grant_type=refresh_token&refresh_token=" + old)
                        .statusCode())
                .as("a refresh token is used once")
                .isEqualTo(400);
        var left = second.path("refresh_token").asText();
        register.removeUser(name);
        assertThat(token(key, app, "grant_type=refresh_token&refresh_token=" + left)
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> token(ECKey key, String app, String form)
            throws IOException, InterruptedException, JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(app)
                        .subject(app)
                        .audience(root() + "/oauth2/token")
                        .expirationTime(Date.from(Instant.now().plusSeconds(200)))
                        .jwtID(UUID.randomUUID().toString())
                        .build());
        jwt.sign(new ECDSASigner(key));
        return post(
                root() + "/oauth2/token",
                form + "&client_assertion_type="
                        + Server.encoded("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        + "&client_assertion=" + jwt.serialize());
    }

    @Test
    void withoutProofOfWhoAskedACodeIsWorthless() throws Exception {
        get(authorise("user/*.rs"));
        var code = location(get(location(signIn("demo-jo", "demo"))));
        assertThat(exchange(code, "another-verifier-of-more-than-forty-three-characters-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(location(get(authorise("user/*.rs").replaceAll("&code_challenge=[^&]+", ""))))
                .contains("error=invalid_request");
        assertThat(location(get(authorise("user/*.rs").replace("S256", "plain"))))
                .contains("error=invalid_request");
    }

    @Test
    void anAppGetsNoMoreThanItIsRegisteredFor() throws Exception {
        get(authorise("user/*.rs"));
        signIn("demo-jo", "demo");
        assertThat(location(get(authorise("system/*.rs")))).contains("error=invalid_scope");
        assertThat(location(get(authorise("patient/*.rs")))).contains("error=invalid_scope");
        assertThat(get(authorise("user/*.rs").replace("callback", "elsewhere")).statusCode())
                .as("another place to send the user to")
                .isEqualTo(400);
    }

    @Test
    void anAppIsNotForUsersOfAnotherRole() throws Exception {
        var jo = register.user("demo-jo").orElseThrow();
        var name = "referrer-" + UUID.randomUUID();
        register.add(new User(name, jo.password(), Role.REFERRER, jo.organisation(), jo.fhirUser(), true, false));
        get(authorise("user/*.rs"));
        assertThat(location(get(location(signIn(name, "demo"))))).contains("error=access_denied");
    }

    @Test
    void thePageWithTheFormIsPlainAndGuarded() throws Exception {
        var page = get(root() + "/login");
        assertThat(page.body())
                .contains("<label for=\"username\">", "<label for=\"password\">", "lang=\"en-GB\"")
                .doesNotContain("<script", "https://", "${");
        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(header(page, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "Set-Cookie")).contains("sprig-login=", "HttpOnly", "SameSite=Lax");
        assertThat(post(root() + "/login", "username=demo-jo&password=demo").statusCode())
                .as("a form that another page has sent")
                .isEqualTo(403);
    }

    @Test
    void whoGuessesOnIsNotLetInByTheRightPasswordEither() throws Exception {
        var jo = register.user("demo-jo").orElseThrow();
        var name = "guessed-" + UUID.randomUUID();
        register.add(new User(name, jo.password(), jo.role(), jo.organisation(), jo.fhirUser(), true, false));
        for (int i = 0; i < 10; i++) {
            assertThat(location(signIn(name, "wrong"))).endsWith("/login?error");
        }
        assertThat(location(signIn(name, "demo"))).endsWith("/login?error");
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        var token = TOKEN.matcher(get(root() + "/login").body());
        assertThat(token.find()).isTrue();
        return post(
                root() + "/login",
                "username=%s&password=%s&_csrf=%s".formatted(name, password, Server.encoded(token.group(1))));
    }

    private HttpResponse<String> exchange(String redirect, String verifier) throws IOException, InterruptedException {
        var code = redirect.replaceAll(".*[?&]code=([^&]+).*", "$1");
        return post(
                root() + "/oauth2/token",
                "grant_type=authorization_code&client_id=demo-link-worker-app&redirect_uri=%s&code=%s&code_verifier=%s"
                        .formatted(Server.encoded(REDIRECT), code, verifier));
    }

    private String authorise(String scope) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return "%s/oauth2/authorize?response_type=code&client_id=demo-link-worker-app&redirect_uri=%s&scope=%s&state=s1&aud=%s&code_challenge=%s&code_challenge_method=S256"
                .formatted(
                        root(),
                        Server.encoded(REDIRECT),
                        Server.encoded(scope),
                        Server.encoded(server.fhirBase()),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private String root() {
        return server.fhirBase().replace("/fhir", "");
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> answer) {
        var location = header(answer, "Location");
        assertThat(location).as(answer.statusCode() + " " + answer.body()).isNotEmpty();
        return location;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.body());
    }
}
