package io.github.sprigfhir.app.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Where the server may listen. */
class ListeningTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=127.0.0.1",
                "server.address=localhost",
                "server.address=::1",
                "server.address=0.0.0.0 server.ssl.bundle=sprig",
                "server.ssl.certificate=classpath:a.pem",
                "server.address=10.1.2.3 sprig.http.behind-proxy=true"
            })
    void whereNobodyListensIn(String settings) {
        assertThatCode(() -> Listening.check(environment(settings))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.port=8080",
                "server.address=",
                "server.address=0.0.0.0",
                "server.address=::",
                "server.address=10.1.2.3",
                "server.address=10.1.2.3 server.ssl.bundle=sprig server.ssl.enabled=false",
                "server.address=10.1.2.3 server.ssl.bundle=",
                "server.address=10.1.2.3 sprig.http.behind-proxy=false"
            })
    void andNowhereElse(String settings) {
        assertThatThrownBy(() -> Listening.check(environment(settings)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("without TLS");
    }

    private static MockEnvironment environment(String settings) {
        var environment = new MockEnvironment();
        for (var setting : settings.split(" ", -1)) {
            var equals = setting.indexOf('=');
            environment.setProperty(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return environment;
    }
}
