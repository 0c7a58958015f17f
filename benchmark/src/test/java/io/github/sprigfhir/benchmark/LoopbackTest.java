package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load must never fall on a machine that serves people. */
class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1:8080",
                "http://0.0.0.0:8080",
                "https://127.0.0.1",
                "http://127.0.0.1@192.0.2.1:8080",
                "ftp://127.0.0.1",
                "/fhir"
            })
    void anythingButPlainHttpToThisMachineIsRefused(String server) {
        assertThatThrownBy(() -> Loopback.only(server)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thisMachineIsAccepted() {
        assertThat(Loopback.only("http://127.0.0.1:8080/")).hasToString("http://127.0.0.1:8080");
        assertThat(Loopback.only("http://[::1]:8080")).hasToString("http://[::1]:8080");
    }
}
