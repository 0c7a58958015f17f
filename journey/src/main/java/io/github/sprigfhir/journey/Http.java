package io.github.sprigfhir.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Speaks FHIR's JSON over plain HTTP with one server; paths begin at its root. */
final class Http {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String JSON_PATCH = "application/json-patch+json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final String server;
    private final Tokens tokens;
    private final Optional<Who> who;
    private final String agent;

    Http(String server) {
        this.client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        this.server = server.replaceAll("/+$", "");
        this.tokens = new Tokens(client, this.server);
        this.who = Optional.empty();
        this.agent = "";
    }

    private Http(Http other, Who who, String agent) {
        this.client = other.client;
        this.server = other.server;
        this.tokens = other.tokens;
        this.who = Optional.of(who);
        this.agent = agent;
    }

    /** The same server as one party calls it, with that party's access token. */
    Http by(Who caller) {
        return new Http(this, caller, "");
    }

    /** As {@link #by}; with each write the header X-Provenance of FHIR R4 says who in that organisation it is. */
    Http by(Who caller, String reference) {
        var provenance = json.createObjectNode().put("resourceType", "Provenance");
        provenance.putArray("agent").addObject().putObject("who").put("reference", reference);
        return new Http(this, caller, provenance.toString());
    }

    /** Fetches a token for a party, to show how that is done. */
    Reply token(Who caller) throws Unexpected, InterruptedException {
        return tokens.fetch(caller);
    }

    String server() {
        return server;
    }

    /** Each parameter is one {@code name=value}, not yet encoded. */
    Reply get(String path, String... parameters) throws Unexpected, InterruptedException {
        var query = Arrays.stream(parameters).map(Http::encoded).collect(Collectors.joining("&"));
        var shown = parameters.length == 0 ? path : path + "?" + String.join("&", parameters);
        var request = request(query.isEmpty() ? path : path + "?" + query).GET();
        return send("GET " + shown, request);
    }

    Reply post(String path, JsonNode body) throws Unexpected, InterruptedException {
        var request = write(path, FHIR_JSON).POST(BodyPublishers.ofString(body.toString()));
        return send("POST " + path, request);
    }

    Reply put(String path, String etag, JsonNode body) throws Unexpected, InterruptedException {
        var request = write(path, FHIR_JSON).header("If-Match", etag).PUT(BodyPublishers.ofString(body.toString()));
        return send("PUT %s, If-Match %s".formatted(path, etag), request);
    }

    Reply patch(String path, String etag, JsonNode operations) throws Unexpected, InterruptedException {
        var request = write(path, JSON_PATCH)
                .header("If-Match", etag)
                .method("PATCH", BodyPublishers.ofString(operations.toString()));
        return send("PATCH %s, If-Match %s".formatted(path, etag), request);
    }

    /** A FHIRPath Patch of the one resource that meets the criterion, {@code name=value}, not yet encoded. */
    Reply patchWhere(String path, String criterion, JsonNode parameters) throws Unexpected, InterruptedException {
        var request = write(path + "?" + encoded(criterion), FHIR_JSON)
                .method("PATCH", BodyPublishers.ofString(parameters.toString()));
        return send("PATCH %s?%s".formatted(path, criterion), request);
    }

    private HttpRequest.Builder write(String path, String contentType) throws Unexpected, InterruptedException {
        var request = request(path).header("Content-Type", contentType);
        return agent.isEmpty() ? request : request.header("X-Provenance", agent);
    }

    private HttpRequest.Builder request(String pathAndQuery) throws Unexpected, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + pathAndQuery))
                .timeout(PATIENCE)
                .header("Accept", FHIR_JSON)
                .header("Prefer", "return=representation");
        if (who.isPresent()) {
            tokens.of(who.get()).ifPresent(token -> request.header("Authorization", token));
        }
        return request;
    }

    private Reply send(String call, HttpRequest.Builder request) throws Unexpected, InterruptedException {
        var begun = System.nanoTime();
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new Reply(call, response.statusCode(), took, parsed(response.body()));
        } catch (ConnectException problem) {
            throw new Unexpected("an answer from " + server, "the connection was refused; is the server running?");
        } catch (IOException problem) {
            throw new Unexpected("an answer from " + server, "none came: " + problem);
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(body);
        }
    }

    private static String encoded(String parameter) {
        var equals = parameter.indexOf('=');
        return encode(parameter.substring(0, equals)) + "=" + encode(parameter.substring(equals + 1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
