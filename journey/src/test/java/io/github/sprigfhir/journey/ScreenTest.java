package io.github.sprigfhir.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is printed must be readable in a terminal of a hundred columns. */
class ScreenTest {

    private static final String LONG_CALL = "GET /fhir/Observation?code=https://sprig-fhir.github.io/ig/CodeSystem/"
            + "outcome-measure|ons4-life-satisfaction&date=ge2026-09-14&date=le2026-11-09&_sort=-date,-_lastUpdated";

    private static String printed(boolean colour, String call, String line) {
        var bytes = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), colour);
        screen.step(3, new Step(Who.LINK_WORKER, "Does something. ".repeat(12), () -> {
            throw new AssertionError("printing a step does not play it");
        }));
        screen.answer(new Step.Answer(new Reply(call, 200, Duration.ofMillis(41), MissingNode.getInstance()), line));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        assertThat(printed(false, LONG_CALL, "Many words. ".repeat(30)).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void aLongSearchIsBrokenBetweenItsParametersAndLosesNothing() {
        var joined = printed(false, LONG_CALL, "ok").lines().map(String::strip).reduce("", String::concat);

        assertThat(joined).contains(LONG_CALL.substring(LONG_CALL.indexOf("?code")));
    }

    @Test
    void theStatusAndTheTimeStandBeforeTheCall() {
        assertThat(printed(false, "POST /fhir", "ok")).containsPattern("200 +41 ms +POST /fhir");
    }

    @Test
    void thereIsNoColourUnlessItIsWanted() {
        assertThat(printed(false, "POST /fhir", "ok")).doesNotContain("\u001b");
        assertThat(printed(true, "POST /fhir", "ok")).contains("\u001b[32m");
    }
}
