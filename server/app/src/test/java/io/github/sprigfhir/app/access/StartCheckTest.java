package io.github.sprigfhir.app.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sprigfhir.app.platform.CannotStart;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

/** A server that would stand open does not start. Each case is a line of settings. */
class StartCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=127.0.0.1 server.port=8080",
                "server.address=::1 server.port=8080",
                "server.address=127.0.0.1 server.port=8080 sprig.access.enabled=false",
                "server.address=127.0.0.1 server.port=0 sprig.access.enabled=false",
                "server.address=0.0.0.0 sprig.access.address=https://sprig.example",
                "server.address=127.0.0.1 sprig.access.address=https://sprig.example",
                "server.address=0.0.0.0 sprig.access.address=http://127.0.0.1:8080",
                "server.address=127.0.0.1 server.port=8080 sprig.access.issuer=https://id.example",
                "server.address=127.0.0.1 server.port=8080 sprig.access.token-lifetime=1h",
            })
    void aServerStartsThatIsSafe(String settings) {
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.address=0.0.0.0 sprig.access.enabled=false",
                "server.address=10.0.0.1 sprig.access.enabled=false",
                "sprig.access.enabled=false",
                "server.address=127.0.0.1 sprig.access.enabled=false sprig.access.address=https://sprig.example",
                "server.address=0.0.0.0",
                "server.address=127.0.0.1 server.port=0",
                "server.address=0.0.0.0 sprig.access.address=http://sprig.example",
                "server.address=127.0.0.1 sprig.access.address=http://10.0.0.1",
                "server.address=127.0.0.1 sprig.access.address=sprig.example",
                "server.address=127.0.0.1 server.port=8080 sprig.access.issuer=http://id.example",
                "server.address=127.0.0.1 server.port=8080 sprig.access.token-lifetime=61m",
                "server.address=127.0.0.1 server.port=8080 sprig.access.token-lifetime=0s",
            })
    void aServerDoesNotStartThatIsOpen(String settings) {
        assertThatThrownBy(() -> check(settings)).isInstanceOf(CannotStart.class);
    }

    private static void check(String settings) {
        try (var context = new GenericApplicationContext()) {
            TestPropertyValues.of(List.of(settings.split(" ", -1))).applyTo(context);
            new StartCheck().initialize(context);
        }
    }
}
