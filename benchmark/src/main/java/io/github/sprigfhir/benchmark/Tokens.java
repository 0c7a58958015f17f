package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Access tokens of the demo clients of a server on this machine, fetched when needed and again before they end; none
 * where the server asks for none. Shared by all clients of a load.
 */
final class Tokens {

    private static final String SECRET = "demo";
    private static final Set<String> READERS = Set.of("demo-researcher", "demo-commissioner");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http;
    private final URI server;
    private final Map<String, Kept> kept = new HashMap<>();
    private Optional<String> endpoint = Optional.empty();
    private boolean asked;

    private record Kept(String token, long until) {}

    Tokens(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /** What stands in the header Authorization, or nothing. */
    synchronized Optional<String> of(String client) throws IOException, InterruptedException {
        if (endpoint().isEmpty()) {
            return Optional.empty();
        }
        var known = kept.get(client);
        if (known == null || known.until() < System.nanoTime()) {
            known = fetch(endpoint().get(), client);
            kept.put(client, known);
        }
        return Optional.of("Bearer " + known.token());
    }

    private Kept fetch(String address, String client) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var secret = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope(client))));
        if (answer.statusCode() != 200) {
            throw new IOException("%s gets no token: %d %s; loads use the demo clients that a first run makes"
                    .formatted(client, answer.statusCode(), answer.body()));
        }
        var token = json.readTree(answer.body());
        var lifetime = Duration.ofSeconds(token.path("expires_in").asLong());
        return new Kept(
                token.path("access_token").asText(),
                begun + lifetime.minus(BEFORE_ITS_END).toNanos());
    }

    /** All that its role may ask for. */
    private static String scope(String client) {
        return READERS.contains(client) ? "system/*.rs" : "system/*.cruds";
    }

    private Optional<String> endpoint() throws IOException, InterruptedException {
        if (!asked) {
            var answer = send(HttpRequest.newBuilder(URI.create(server + "/fhir/.well-known/smart-configuration")));
            endpoint = answer.statusCode() == 200 ? address(json.readTree(answer.body())) : Optional.empty();
            asked = true;
        }
        return endpoint;
    }

    private static Optional<String> address(JsonNode page) {
        return Optional.of(page.path("token_endpoint").asText()).filter(address -> !address.isEmpty());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    }
}
