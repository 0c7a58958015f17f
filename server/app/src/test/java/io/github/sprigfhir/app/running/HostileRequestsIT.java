package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final List<String> TABLES =
            List.of("addresses", "heads", "bodies", "searches", "interactions", "bundles");

    private static final Pattern TELLTALE = Pattern.compile(
            "HAPI-\\d|\\bat (java|org|ca|io)\\.|Exception|org\\.hl7|ca\\.uhn|springframework|[Tt]omcat|PostgreSQL|hfj_|HFJ_|SELECT |root:x|<html");

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

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
        return TABLES.stream().flatMap(table -> Hostile.table(table).stream());
    }

    @ParameterizedTest
    @MethodSource("requests")
    void doesNoHarm(Hostile hostile) {
        var answer = server.raw(hostile.bytes(port, places));

        var status = STATUS.matcher(answer);
        assertThat(status.lookingAt()).as("%s%n%s", hostile, answer).isTrue();
        assertThat(Integer.parseInt(status.group(1)))
                .as("%s%n%s", hostile, answer)
                .isIn(hostile.expected())
                .isLessThan(500);
        assertThat(answer).doesNotContainPattern(TELLTALE).doesNotContain("X-Injected", "X-Powered-By", "\r\nServer:");
        assertThat(answer)
                .as(hostile.toString())
                .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
    }

    @Test
    void afterAllOfThemTheServerIsWell() {
        server.get("metadata").hasStatus(200);
        assertThat(server.get(task).hasStatus(200).body()).contains("requested");
    }

    @Test
    void thereAreManyAndEachHasANameOfItsOwn() {
        var names = new ArrayList<String>();
        requests().forEach(hostile -> names.add(hostile.toString()));

        assertThat(names).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
        assertThat(requests()).allMatch(hostile -> !hostile.expected().isEmpty());
    }
}
