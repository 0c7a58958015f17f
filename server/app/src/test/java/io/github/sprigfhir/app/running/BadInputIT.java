package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is wrong with the form of a request, the answer is a 4xx of ours that says so, and gives nothing away. */
@RunningServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private final Server server;
    private final String task;

    BadInputIT(@LocalServerPort int port) {
        server = new Server(port);
        task = Story.about(Person.next(), server).refer().task();
    }

    List<Bad> bodies() {
        return BadBodies.bodies();
    }

    List<Bad> envelopes() {
        return BadBodies.envelopes();
    }

    List<Bad> searches() {
        return BadRequests.searches();
    }

    List<Bad> interactions() {
        return BadRequests.interactions(task);
    }

    List<Bad> patches() {
        return BadRequests.patches(task);
    }

    List<Bad> bundles() {
        return BadRequests.bundles();
    }

    @ParameterizedTest
    @MethodSource({"bodies", "envelopes", "searches", "interactions", "patches", "bundles"})
    void isRefusedWithAReasonAndNothingElse(Bad bad) {
        var answer = server.ask(
                        bad.method(), bad.path(), bad.body(), bad.headers().toArray(String[]::new))
                .hasStatus(bad.status());

        assertThat(answer.header("Content-Type")).startsWith("application/fhir+");
        assertThat(answer.rules())
                .as(answer.body())
                .hasSameSizeAs(answer.issues())
                .containsAnyElementsOf(bad.rules());
        assertThat(answer.issues()).allSatisfy(issue -> {
            assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.ERROR);
            assertThat(issue.getDetails().getText()).isNotBlank();
        });
        assertThat(answer.body())
                .doesNotContain("HAPI-", "\tat ", "Exception", "<html")
                .doesNotContainPattern("999\\d{7}");
    }

    @Test
    void aDefinitionOutlivesAllThis() {
        server.get("StructureDefinition/sprig-patient").hasStatus(200);
    }

    @Test
    void aHugeCountGetsTheLargestPageAndNoMore() {
        var page = server.get("SearchParameter?_count=2147483647").found();

        assertThat(page).isNotEmpty().hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void whatIsNoHttpIsRefusedWithoutAPage() {
        for (var bytes : List.of(
                "GET\r\n\r\n",
                "GET /fhir/Patient?family=a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /fhir/Patient?family=\u00c3\u00a9 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /fhir/Patient HTTP/1.1\r\n\r\n",
                "POST /fhir/Patient HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab")) {
            assertThat(server.raw(bytes))
                    .as(bytes)
                    .startsWith("HTTP/1.1 400")
                    .contains("OperationOutcome")
                    .doesNotContain("<html", "Tomcat");
        }
    }
}
