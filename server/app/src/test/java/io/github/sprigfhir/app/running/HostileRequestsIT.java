package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No hostile request succeeds, none is answered with a failure of the server, and no answer tells what it runs on. */
@RunningServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsIT {

    private final Server server;
    private final int port;
    private final String task;
    private final Map<String, String> places;

    HostileRequestsIT(@LocalServerPort int port) {
        this.port = port;
        server = new Server(port);
        var referral = Story.about(Person.next(), server).refer();
        task = referral.task();
        places = Map.of(
                "port", String.valueOf(port),
                "task", task,
                "patient", referral.patient(),
                "referral", referral.serviceRequest());
    }

    static Stream<Hostile> requests() {
        return Hostile.ofEveryServer();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void doesNoHarm(Hostile hostile) {
        hostile.hasDone(server.raw(hostile.bytes(port, places)));
    }

    @Test
    void afterAllOfThemTheServerIsWell() {
        server.get("metadata").hasStatus(200);
        assertThat(server.get(task).hasStatus(200).body()).contains("requested");
    }

    @Test
    void thereAreManyAndEachHasANameOfItsOwn() {
        assertThat(requests().map(Hostile::toString))
                .hasSizeGreaterThanOrEqualTo(300)
                .doesNotHaveDuplicates();
        assertThat(requests()).noneMatch(hostile -> hostile.expected().isEmpty());
    }
}
