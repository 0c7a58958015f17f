package io.github.sprigfhir.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journey that goes wrong must say where, what was expected and what came; it must never look like a success. */
class JourneyTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:30:00Z"), ZoneOffset.UTC);
    private static final String REFUSAL = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"value\",\"details\":{\"text\":\"The check digit is wrong.\"},"
            + "\"expression\":[\"Patient.identifier[0].value\"]}]}";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server = listening();

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(int status, String body) {
        server.createContext("/fhir", exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private boolean walk(String... arguments) throws InterruptedException {
        var screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        return Journey.walk(arguments, screen, CLOCK);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    @Test
    void aRefusalStopsTheJourneyWithTheServersOwnWords() throws InterruptedException {
        answer(422, REFUSAL);

        assertThat(walk(url(), "../profiles/generated")).isFalse();
        assertThat(text())
                .contains("expected status 200 from POST /fhir")
                .contains("came 422: The check digit is wrong. (Patient.identifier[0].value)")
                .contains("Stopped at step 1 of")
                .doesNotContain("as expected");
    }

    @Test
    void aRightStatusWithTheWrongContentIsNotASuccess() throws InterruptedException {
        answer(200, "{\"resourceType\":\"Bundle\",\"type\":\"transaction-response\"}");

        assertThat(walk(url(), "../profiles/generated")).isFalse();
        assertThat(text()).contains("expected 20 entries answered came 0 were");
    }

    @Test
    void aServerWithoutTheGuideIsToldApartFromAStoryThatFails() throws InterruptedException {
        assertThat(walk(url())).isFalse();
        assertThat(text())
                .contains("expected status 200 from GET /guide/Bundle-example-directory.json")
                .contains("came 404")
                .contains("Stopped before the first step.");
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws InterruptedException {
        var url = url();
        server.stop(0);

        assertThat(walk(url)).isFalse();
        assertThat(text()).contains("expected an answer from " + url).contains("the connection was refused");
    }
}
