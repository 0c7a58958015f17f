package io.github.sprigfhir.app.directory.openreferral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** A feed that does harm, by accident or on purpose, played by a real server. */
@Timeout(60)
class FetcherTest {

    private HttpServer feed;
    private final AtomicInteger asked = new AtomicInteger();
    private Answer answer = exchange -> {};

    /** What the feed does. */
    @FunctionalInterface
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void begin() throws IOException {
        feed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        feed.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        feed.createContext("/", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                answer.give(exchange);
            } catch (IOException goneAway) {
                Thread.onSpinWait();
            }
        });
        feed.start();
    }

    @AfterEach
    void end() {
        feed.stop(0);
    }

    @Test
    void aPageIsReadAsItComes() throws FeedTrouble {
        answer = exchange -> send(
                exchange, 200, "{\"total_pages\": 3, \"last_page\": false, \"contents\": [{\"id\": 1}, {\"id\": 2}]}");
        var items = new ArrayList<JsonNode>();
        try (var fetcher = new Fetcher(settings("127.0.0.1/32"))) {
            var head = fetcher.page(address("127.0.0.1"), items::add);
            assertThat(head).isEqualTo(new PageReader.Head(Optional.of(false), Optional.of(3L)));
        }
        assertThat(items).extracting(item -> item.path("id").asInt()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void aMachineInsideIsNotCalledUnlessItsNetworkIsListed(String host) {
        refuses(settings(), address(host), "not public");
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/latest", "http://10.0.0.1/", "http://192.168.1.1/", "http://0.0.0.0/"})
    void noPrivateAddressIsCalled(String address) {
        refuses(settings("127.0.0.1/32"), address, "not public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://1.1.1.1/"})
    void whatIsOutsideIsCalledEncryptedOnly(String address) {
        refuses(settings("127.0.0.1/32"), address, "not encrypted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://feed.example/",
                "https://a@feed.example/",
                "https://[::1]/",
                "jar:file:x!/"
            })
    void noOtherAddressIsCalled(String address) {
        refuses(settings("127.0.0.1/32"), address, "not a plain https address");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectionIsNotFollowed(int status) {
        answer = exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(status, -1);
        };
        refuses(settings("127.0.0.1/32"), address("127.0.0.1"), "redirections are not followed");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFieldWithoutEndIsLeft() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody()
                    .write("{\"contents\": [{\"id\": \"1\", \"description\": \"".getBytes(StandardCharsets.UTF_8));
            var piece = new byte[64 * 1024];
            Arrays.fill(piece, (byte) 'a');
            for (int i = 0; i < 16 * 1024; i++) {
                exchange.getResponseBody().write(piece);
            }
        };
        refuses(settings("127.0.0.1/32"), address("127.0.0.1"), "limits");
    }

    @Test
    void aPageWithoutEndIsLeft() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"contents\": [".getBytes(StandardCharsets.UTF_8));
            var item = "{\"id\": \"1\"},".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(item);
            }
        };
        assertThatThrownBy(() -> page(settings("127.0.0.1/32"), address("127.0.0.1")))
                .isInstanceOf(FeedTrouble.class);
    }

    @Test
    void aSmallAnswerThatInflatesWithoutEndIsLeft() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"x\": [".getBytes(StandardCharsets.UTF_8));
            var nothing = "\"\",".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 5_000; i++) {
                gzip.write(nothing);
            }
        }
        assertThat(packed.size()).isLessThan(500_000);
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        };
        assertThatThrownBy(() -> page(settings("127.0.0.1/32"), address("127.0.0.1")))
                .isInstanceOf(FeedTrouble.class);
    }

    @Test
    void anAnswerThatDripsForEverIsLeftInTime() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"contents\": [".getBytes(StandardCharsets.UTF_8));
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause();
            }
        };
        var began = System.nanoTime();
        assertThatThrownBy(() -> page(settings("127.0.0.1/32"), address("127.0.0.1")))
                .isInstanceOf(FeedTrouble.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "<html></html>",
                "{\"contents\": {}}",
                "{\"contents\": [{\"id\": ",
                "{\"contents\": [1e99999999999999999999999999999999999999999999999999999]}"
            })
    void whatIsNoPageIsNotRead(String body) {
        answer = exchange -> send(exchange, 200, body);
        assertThatThrownBy(() -> page(settings("127.0.0.1/32"), address("127.0.0.1")))
                .isInstanceOf(FeedTrouble.class);
    }

    @Test
    void whatNestsTooDeepIsNotRead() {
        answer = exchange -> send(exchange, 200, "{\"contents\": [" + "[".repeat(100_000));
        refuses(settings("127.0.0.1/32"), address("127.0.0.1"), "limits");
    }

    @Test
    void anotherEncodingIsNotTakenForUtf8() {
        answer = exchange -> {
            var body =
                    "{\"contents\": [{\"id\": \"1\", \"name\": \"Caf\u00e9\"}]}".getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
        assertThatThrownBy(() -> page(settings("127.0.0.1/32"), address("127.0.0.1")))
                .isInstanceOf(FeedTrouble.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 404, 429, 500})
    void onlyAnAnswerOf200IsRead(int status) {
        answer = exchange -> exchange.sendResponseHeaders(status, -1);
        refuses(settings("127.0.0.1/32"), address("127.0.0.1"), "answered " + status);
    }

    private void refuses(OpenReferralSettings settings, String address, String why) {
        assertThatThrownBy(() -> page(settings, address))
                .isInstanceOf(FeedTrouble.class)
                .hasMessageContaining(why);
    }

    private static void page(OpenReferralSettings settings, String address) throws FeedTrouble {
        try (var fetcher = new Fetcher(settings)) {
            fetcher.page(address, item -> {});
        }
    }

    private String address(String host) {
        return "http://%s:%d/services".formatted(host, feed.getAddress().getPort());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void pause() {
        LockSupport.parkNanos(10_000_000);
    }

    private static OpenReferralSettings settings(String... networks) {
        return new OpenReferralSettings(
                List.of(),
                List.of(),
                List.of(networks),
                Duration.ofSeconds(5),
                Duration.ofHours(1),
                DataSize.ofMegabytes(20),
                100_000,
                20,
                100,
                1_000,
                100,
                20,
                25,
                DataSize.ofMegabytes(5),
                true,
                "");
    }
}
