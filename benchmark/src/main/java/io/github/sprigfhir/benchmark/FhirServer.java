package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Talks HTTP to the server under load. */
final class FhirServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final URI address;
    private final Tokens tokens;
    private final String caller;

    /** As whoever has no access token: for what is open to all, and for a server whose access control is off. */
    FhirServer(URI address) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.address = address;
        this.tokens = new Tokens(client, address);
        this.caller = "";
    }

    private FhirServer(FhirServer other, String caller) {
        this.client = other.client;
        this.address = other.address;
        this.tokens = other.tokens;
        this.caller = caller;
    }

    /** The same server as one of its demo clients calls it. */
    FhirServer as(String demoClient) {
        return new FhirServer(this, demoClient);
    }

    /** An example file out of the guide that the server carries. */
    JsonNode example(String name) throws IOException, InterruptedException {
        return get("/guide/" + name);
    }

    JsonNode get(String pathAndQuery) throws IOException, InterruptedException {
        var response = send(request(pathAndQuery).GET());
        if (response.statusCode() != 200) {
            throw new IOException("GET %s: %d %s".formatted(pathAndQuery, response.statusCode(), response.body()));
        }
        return json.readTree(response.body());
    }

    /** Sends a transaction and returns the answer, whatever its status. */
    HttpResponse<String> post(String bundle) throws IOException, InterruptedException {
        var request = request("/fhir")
                .header("Content-Type", "application/fhir+json")
                .header("Prefer", "return=minimal")
                .POST(BodyPublishers.ofString(bundle));
        return send(request);
    }

    /** Sends any request and returns the answer, whatever its status. */
    HttpResponse<String> send(Call call) throws IOException, InterruptedException {
        var request = request(call.path());
        call.headers().forEach(request::header);
        return send(request.method(
                call.method(), call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body())));
    }

    /** Writes what is at an address to a file, however long it is. */
    void save(String pathAndQuery, Path file) throws IOException, InterruptedException {
        var answer = client.send(request(pathAndQuery).GET().build(), BodyHandlers.ofFile(file));
        if (answer.statusCode() != 200) {
            throw new IOException("GET %s: %d; %s says why".formatted(pathAndQuery, answer.statusCode(), file));
        }
    }

    JsonNode read(HttpResponse<String> answer) throws IOException {
        return json.readTree(answer.body());
    }

    /** All that a search or a history finds, page by page, as it is now and not as it was found lately. */
    List<JsonNode> all(String pathAndQuery) throws IOException, InterruptedException {
        var found = new ArrayList<JsonNode>();
        var next = Optional.of(pathAndQuery);
        while (next.isPresent()) {
            var answer = send(Call.of("GET", next.get()).with("Cache-Control", "no-cache"));
            if (answer.statusCode() != 200) {
                throw new IOException("GET %s: %d %s".formatted(next.get(), answer.statusCode(), answer.body()));
            }
            var page = read(answer);
            page.path("entry").forEach(entry -> found.add(entry.path("resource")));
            next = link(page, "next");
        }
        return found;
    }

    private Optional<String> link(JsonNode page, String relation) {
        return StreamSupport.stream(page.path("link").spliterator(), false)
                .filter(link -> link.path("relation").asText().equals(relation))
                .map(link -> link.path("url").asText().replace(address.toString(), ""))
                .findFirst();
    }

    /**
     * Makes a call that must succeed and returns the answer.
     *
     * @param who makes the call
     */
    JsonNode call(String method, String path, String contentType, Caller who, JsonNode body)
            throws IOException, InterruptedException {
        var request = as(who.client())
                .request(path)
                .header("Content-Type", contentType)
                .header("Prefer", "return=minimal")
                .header(
                        "X-Provenance",
                        "{\"resourceType\":\"Provenance\",\"agent\":[{\"who\":{\"reference\":\"%s\"}}]}"
                                .formatted(who.reference()))
                .method(method, BodyPublishers.ofString(body.toString()));
        var response = send(request);
        if (response.statusCode() >= 300) {
            throw new IOException("%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return response.body().isEmpty() ? MissingNode.getInstance() : json.readTree(response.body());
    }

    /** Fills the directory that every referral points into. */
    void publishDirectory() throws IOException, InterruptedException {
        var response = post(example("Bundle-example-directory.json").toString());
        if (response.statusCode() != 200) {
            throw new IOException("the directory was refused: " + response.body());
        }
    }

    private HttpRequest.Builder request(String pathAndQuery) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + pathAndQuery)).timeout(PATIENCE);
        if (!caller.isEmpty()) {
            tokens.of(caller).ifPresent(token -> request.header("Authorization", token));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
