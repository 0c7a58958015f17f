package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fetches real access tokens for the demo clients, and uses each while it is good. */
final class Tokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration USED_FOR = Duration.ofMinutes(4);

    private record Key(int port, String client, String scope, String purpose) {}

    private record Kept(String token, Instant until) {}

    private static final Map<Key, Kept> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of a demo client that may do whatever its role may. */
    static String of(int port, String client) {
        var readsOnly = client.equals("demo-researcher") || client.equals("demo-commissioner");
        return of(port, client, readsOnly ? "system/*.rs" : "system/*.cruds");
    }

    static String of(int port, String client, String scope) {
        return of(port, client, scope, "");
    }

    /** A token for a purpose of use; for the role's own where it is empty. */
    static String of(int port, String client, String scope, String purpose) {
        var now = Instant.now();
        return KEPT.compute(
                        new Key(port, client, scope, purpose),
                        (key, kept) -> kept != null && kept.until().isAfter(now)
                                ? kept
                                : new Kept(fetched(port, client, scope, purpose), now.plus(USED_FOR)))
                .token();
    }

    private static String fetched(int port, String client, String scope, String purpose) {
        var form = "grant_type=client_credentials&scope=" + Server.encoded(scope);
        var answer = ask(port, client, purpose.isEmpty() ? form : form + "&purpose_of_use=" + purpose);
        return json(answer.hasStatus(200)).path("access_token").asText();
    }

    /** Asks the token endpoint as a demo client does, with a form. */
    static Answer ask(int port, String client, String form) {
        var secret = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        return new Server(port)
                .askAt(
                        "/oauth2/token",
                        "POST",
                        BodyPublishers.ofString(form),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic " + secret);
    }

    static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException none) {
            throw new AssertionError(answer.request() + " was not answered in JSON: " + answer.body(), none);
        }
    }

    /** What a token says, unchecked. */
    static JsonNode claims(String token) {
        var parts = token.split("\\.", -1);
        assertThat(parts).hasSize(3);
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (java.io.IOException none) {
            throw new AssertionError("No claims in the token", none);
        }
    }
}
