package io.github.sprigfhir.app.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/** Asks the running server over plain HTTP, without a library that would put right what a test sends wrong. */
final class Server {

    static final String JSON = "application/fhir+json";
    static final String XML = "application/fhir+xml";
    static final String JSON_PATCH = "application/json-patch+json";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final int port;
    private final Supplier<String> token;

    Server(int port) {
        this(port, () -> "");
    }

    private Server(int port, Supplier<String> token) {
        this.port = port;
        this.token = token;
    }

    /** The same server, asked by a demo client with a real token. */
    Server as(String client) {
        return new Server(port, () -> Tokens.of(port, client));
    }

    /** The same server, asked by a demo client with a token for no more than a scope. */
    Server as(String client, String scope) {
        return new Server(port, () -> Tokens.of(port, client, scope));
    }

    /** The same server, asked by a demo client with a token for a scope and a purpose of use. */
    Server as(String client, String scope, String purpose) {
        return new Server(port, () -> Tokens.of(port, client, scope, purpose));
    }

    /** The same server, asked with whatever is given as a token. */
    Server bearing(String text) {
        return new Server(port, () -> text);
    }

    int port() {
        return port;
    }

    String fhirBase() {
        return "http://127.0.0.1:%d/fhir".formatted(port);
    }

    Answer get(String path, String... headers) {
        return ask("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, JSON, json, headers);
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, JSON, json, headers);
    }

    Answer patch(String path, String type, String body, String... headers) {
        return send("PATCH", path, type, body, headers);
    }

    Answer delete(String path) {
        return ask("DELETE", path, BodyPublishers.noBody());
    }

    Answer transaction(String bundle, String... headers) {
        return post("", bundle, headers);
    }

    Answer send(String method, String path, String type, String body, String... headers) {
        return ask(method, path, BodyPublishers.ofString(body), with(headers, "Content-Type", type));
    }

    /** Any method on an address below the FHIR base; headers are given as name, value, name, value. */
    Answer ask(String method, String path, BodyPublisher body, String... headers) {
        return askAt("/fhir" + (path.isEmpty() || path.startsWith("?") ? path : "/" + path), method, body, headers);
    }

    /** A file of the published guide, such as an example. */
    String published(String name) {
        return askAt("/guide/" + name, "GET", BodyPublishers.noBody())
                .hasStatus(200)
                .body();
    }

    Answer askAt(String path, String method, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var bearer = token.get();
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends bytes that no HTTP library would send, and reads until the server closes. */
    String raw(String bytes) {
        return raw(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    String raw(byte[] bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
