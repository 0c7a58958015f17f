package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the web server lets in, whom it believes, and what its answers carry. */
class FrontDoorTest {

    private static final String ECHO = "GET /fhir/Patient HTTP/1.1\r\n";

    @Test
    void everyAnswerCarriesTheHeadersOnceAndNamesNoSoftware() throws IOException {
        try (var front = Front.open()) {
            for (var request : new String[] {
                ECHO,
                "GET /guide/index.html HTTP/1.1\r\n",
                "GET /nowhere HTTP/1.1\r\n",
                "GET /fhir/fail HTTP/1.1\r\n",
                "GET /fhir/%2F HTTP/1.1\r\n",
                "NONSENSE\r\n"
            }) {
                var answer = ask(front, request, "");

                assertThat(answer)
                        .as(request)
                        .containsOnlyOnce("X-Content-Type-Options: nosniff")
                        .containsOnlyOnce("X-Frame-Options: DENY")
                        .containsOnlyOnce("Referrer-Policy: no-referrer")
                        .containsOnlyOnce("Cross-Origin-Resource-Policy: same-origin")
                        .containsOnlyOnce("frame-ancestors 'none'")
                        .containsOnlyOnce("Cache-Control: ")
                        .doesNotContain("Strict-Transport-Security", "Server:", "X-Powered-By");
            }
            assertThat(ask(front, ECHO, "")).contains("Cache-Control: no-store", "default-src 'none'; frame");
            assertThat(ask(front, "GET /guide/index.html HTTP/1.1\r\n", ""))
                    .startsWith("HTTP/1.1 200")
                    .contains("Cache-Control: no-cache", "style-src 'self'")
                    .doesNotContain("script-src");
        }
    }

    @Test
    void anErrorPageRevealsNothing() throws IOException {
        try (var front = Front.open()) {
            assertThat(ask(front, "GET /fhir/fail HTTP/1.1\r\n", ""))
                    .startsWith("HTTP/1.1 500")
                    .contains("OperationOutcome")
                    .doesNotContain("select", "Quillfeather", "IllegalState", "java", "Tomcat", "html>");
            assertThat(ask(front, "GET /nowhere HTTP/1.1\r\n", ""))
                    .startsWith("HTTP/1.1 404")
                    .contains("OperationOutcome")
                    .doesNotContain("nowhere", "Tomcat", "html>");
        }
    }

    @Test
    void aHeadTooLargeIsRefusedWithTheLimit() throws IOException {
        try (var front = Front.open("sprig.http.largest-head=4KB")) {
            assertThat(ask(front, ECHO, "X-Long: " + "a".repeat(5_000) + "\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("longer than 4096 bytes");
        }
    }

    @Test
    void onLoopbackAnotherHostIsAnotherMachine() throws IOException {
        try (var front = Front.open()) {
            assertThat(raw(front, ECHO + "Host: rebound.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 421")
                    .contains("address-form");
            assertThat(raw(front, ECHO + "Host: localhost:8080\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void forwardedHeadersOfNobodyInParticularCountForNothing() throws IOException {
        try (var front = Front.open()) {
            assertThat(
                            ask(
                                    front,
                                    ECHO,
                                    "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n"))
                    .contains("127.0.0.1 asked http://127.0.0.1:" + front.port() + "/fhir/Patient,");
        }
    }

    @Test
    void aTrustedProxyIsBelievedAboutWhoAskedAndHow() throws IOException {
        try (var front = Front.open("sprig.http.behind-proxy=true", "sprig.http.trusted-proxies=127.0.0.0/8")) {
            var answer = ask(
                    front,
                    ECHO,
                    "X-Forwarded-For: 198.51.100.1, 203.0.113.9, 127.0.0.2\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: sprig.example\r\n");

            // The nearest that is no proxy of ours; what stands before it the sender may have invented.
            assertThat(answer)
                    .contains("203.0.113.9 asked https://sprig.example/fhir/Patient,")
                    .contains("Strict-Transport-Security: max-age=31536000");
            assertThat(ask(front, ECHO, "X-Forwarded-For: <script>\r\nX-Forwarded-Host: a b/c\r\n"))
                    .contains("127.0.0.1 asked http://127.0.0.1:");
        }
    }

    @Test
    void healthInDetailAnswersThisMachineAlone() throws IOException {
        try (var front = Front.open("sprig.http.behind-proxy=true", "sprig.http.trusted-proxies=127.0.0.1")) {
            assertThat(ask(front, "GET /actuator/health HTTP/1.1\r\n", "X-Forwarded-For: 203.0.113.9\r\n"))
                    .startsWith("HTTP/1.1 404")
                    .contains("not from where you ask");
        }
    }

    @Test
    void theRateIsCountedForWhomTheProxyNames() throws IOException {
        try (var front = Front.open(
                "sprig.http.behind-proxy=true",
                "sprig.http.trusted-proxies=127.0.0.1",
                "sprig.rate.unidentified-burst=2",
                "sprig.rate.unidentified-per-second=1")) {
            // More than any second lets through, however slow the machine.
            var answer = "";
            for (int i = 0; i < 200 && !answer.startsWith("HTTP/1.1 429"); i++) {
                answer = ask(front, ECHO, "X-Forwarded-For: 203.0.113.9\r\n");
            }

            assertThat(answer).startsWith("HTTP/1.1 429").contains("Retry-After: ", "X-Content-Type-Options: nosniff");
            assertThat(ask(front, ECHO, "X-Forwarded-For: 203.0.113.10\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void noOriginIsAllowedUnlessItIsListed() throws IOException {
        var preflight = "OPTIONS /fhir/Patient HTTP/1.1\r\n";
        var wish = "Access-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: authorization\r\n";
        try (var front = Front.open()) {
            assertThat(ask(front, preflight, wish + "Origin: https://app.example\r\n"))
                    .doesNotContain("Access-Control-Allow");
        }
        try (var front = Front.open("sprig.http.allowed-origins=https://app.example")) {
            assertThat(ask(front, preflight, wish + "Origin: https://app.example\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Access-Control-Allow-Origin: https://app.example")
                    .doesNotContain("Access-Control-Allow-Credentials");
            for (var origin : new String[] {"https://app.example.evil.example", "http://app.example", "null"}) {
                assertThat(ask(front, preflight, wish + "Origin: " + origin + "\r\n"))
                        .startsWith("HTTP/1.1 403")
                        .doesNotContain("Access-Control-Allow");
            }
        }
    }

    @Test
    void aSettingThatWouldOpenTheDoorIsRefused() {
        for (var setting : new String[] {
            "sprig.http.allowed-origins=*",
            "sprig.http.allowed-origins=http://app.example",
            "sprig.http.allowed-origins=https://*.example",
            "sprig.http.trusted-proxies=127.0.0.1",
            "sprig.http.largest-body=1GB",
            "sprig.http.deepest-body=100000",
            "sprig.http.most-entries=0",
            "sprig.rate.failures-per-minute=0"
        }) {
            assertThatThrownBy(() -> Front.open(setting).close()).as(setting).isInstanceOf(RuntimeException.class);
        }
        for (var network : new String[] {"0.0.0.0/0", "::/0", "proxy.example", "10.0.0.0/8/8"}) {
            assertThatThrownBy(() -> Networks.of(List.of(network)))
                    .as(network)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String ask(Front front, String line, String headers) throws IOException {
        return raw(front, line + "Host: 127.0.0.1:%d\r\nConnection: close\r\n%s\r\n".formatted(front.port(), headers));
    }

    private static String raw(Front front, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), front.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
