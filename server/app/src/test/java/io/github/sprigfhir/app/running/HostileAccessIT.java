package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same of a server with access control: with forged tokens, with none, and with a good one. */
@GuardedServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAccessIT {

    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    private final Server server;
    private final int port;
    private final Map<String, String> places;

    HostileAccessIT(@LocalServerPort int port) {
        this.port = port;
        server = new Server(port);
        places = Map.of(
                "port", String.valueOf(port),
                "task", "Task/" + NOBODYS,
                "patient", "Patient/" + NOBODYS,
                "referral", "ServiceRequest/" + NOBODYS);
    }

    static Stream<Hostile> forgeries() {
        return Hostile.table("tokens").stream();
    }

    static Stream<Hostile> requests() {
        return Hostile.ofEveryServer();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void isNotLetIn(Hostile hostile) {
        var token = hostile.identity().map(client -> "Authorization: Bearer " + Tokens.of(port, client));

        hostile.hasDone(server.raw(hostile.bytes(port, places, token.stream().toArray(String[]::new))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void doesNoHarmWithAGoodToken(Hostile hostile) {
        var token = "Authorization: Bearer " + Tokens.of(port, "demo-link-worker");

        hostile.hasDone(server.raw(hostile.bytes(port, places, token)), 403, 404);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void doesNoHarmWithoutAToken(Hostile hostile) {
        hostile.hasDone(server.raw(hostile.bytes(port, places)), 401, 404);
    }

    @Test
    void thereAreManyAndEachHasANameOfItsOwn() {
        assertThat(forgeries().map(Hostile::toString))
                .hasSizeGreaterThanOrEqualTo(80)
                .doesNotHaveDuplicates();
    }
}
