package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The server speaks TLS with a bundle of Spring Boot, as docs/operating.md says, and no TLS that is out of date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

    private static final String PASSWORD = "only-for-this-test";

    private SSLContext client;
    private Front front;

    @BeforeAll
    void makeAKeyAndOpen(@TempDir Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var keys = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sprig",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        client = trusting(keys);
        front = Front.open(
                "spring.ssl.bundle.jks.sprig.keystore.location=file:" + keys,
                "spring.ssl.bundle.jks.sprig.keystore.password=" + PASSWORD,
                "spring.ssl.bundle.jks.sprig.keystore.type=PKCS12",
                "server.ssl.bundle=sprig");
    }

    @AfterAll
    void close() {
        front.close();
    }

    @Test
    void anAnswerOverTlsTellsTheBrowserToStayThere() throws IOException, InterruptedException {
        var http = HttpClient.newBuilder().sslContext(client).build();

        var answer = http.send(
                HttpRequest.newBuilder(URI.create("https://localhost:%d/fhir/Patient".formatted(front.port())))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(answer.body()).contains("https://localhost:");
        assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void tls12IsSpokenWithForwardSecretCiphersAlone() throws IOException {
        assertThat(handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"))
                .isEqualTo("TLSv1.2");
        assertThatThrownBy(() -> handshake("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"))
                .isInstanceOf(SSLException.class);
    }

    private String handshake(String protocol, String cipher) throws IOException {
        try (var socket = (SSLSocket) client.getSocketFactory().createSocket("127.0.0.1", front.port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static SSLContext trusting(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("sprig", store.getCertificate("sprig"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
