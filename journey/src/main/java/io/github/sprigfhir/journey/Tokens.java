package io.github.sprigfhir.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
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

/**
 * Access tokens of the demo clients, each fetched when it is first needed and again shortly before it ends; none where
 * the server asks for none.
 */
final class Tokens {

    /** The secret of every demo client; they work on the server's own machine alone. */
    private static final String SECRET = "demo";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final String server;
    private final Map<String, Kept> kept = new HashMap<>();
    private Optional<String> endpoint = Optional.empty();
    private boolean asked;

    private record Kept(String token, long until) {}

    Tokens(HttpClient client, String server) {
        this.client = client;
        this.server = server;
    }

    /** What stands in the header Authorization, or nothing. */
    Optional<String> of(Who who) throws Unexpected, InterruptedException {
        if (endpoint().isEmpty()) {
            return Optional.empty();
        }
        var known = kept.get(who.client());
        if (known == null || known.until() < System.nanoTime()) {
            fetch(who);
            known = kept.get(who.client());
        }
        return known == null ? Optional.empty() : Optional.of("Bearer " + known.token());
    }

    /** Fetches a token anew; the answer is without it, because answers are shown. */
    Reply fetch(Who who) throws Unexpected, InterruptedException {
        if (endpoint().isEmpty()) {
            return new Reply("GET /fhir/.well-known/smart-configuration", 404, Duration.ZERO, json.createObjectNode());
        }
        var secret = Base64.getEncoder().encodeToString((who.client() + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var begun = System.nanoTime();
        var request = HttpRequest.newBuilder(URI.create(endpoint().orElseThrow()))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + who.scope()));
        var call = "POST /oauth2/token, grant_type=client_credentials, scope=%s, as %s"
                .formatted(who.scope(), who.client());
        var response = send(request);
        var reply = new Reply(
                call, response.statusCode(), Duration.ofNanos(System.nanoTime() - begun), read(response.body()));
        reply.expect(200);
        var seconds = reply.body().path("expires_in").asLong();
        kept.put(
                who.client(),
                new Kept(
                        reply.body().path("access_token").asText(),
                        begun
                                + Duration.ofSeconds(seconds)
                                        .minus(BEFORE_ITS_END)
                                        .toNanos()));
        return reply;
    }

    /** Where tokens are to be had, as the server itself says; looked up once. */
    private Optional<String> endpoint() throws Unexpected, InterruptedException {
        if (!asked) {
            var response = send(HttpRequest.newBuilder(URI.create(server + "/fhir/.well-known/smart-configuration"))
                    .timeout(PATIENCE));
            endpoint = response.statusCode() == 200
                    ? Optional.of(read(response.body()).path("token_endpoint").asText())
                            .filter(address -> !address.isEmpty())
                    : Optional.empty();
            asked = true;
        }
        return endpoint;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Unexpected, InterruptedException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (ConnectException problem) {
            throw new Unexpected("an answer from " + server, "the connection was refused; is the server running?");
        } catch (IOException problem) {
            throw new Unexpected("an answer from " + server, "none came: " + problem);
        }
    }

    private JsonNode read(String body) throws Unexpected {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new Unexpected("an answer in JSON", body.substring(0, Math.min(200, body.length())));
        }
    }
}
