package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whoever waits for a long load must see how far it is. */
class ProgressTest {

    @Test
    void oneLineSaysHowFarItIsAndHowLongItTakes() {
        var printed = new ByteArrayOutputStream();
        var clock = new AtomicLong();
        var progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), clock::get, 200);

        for (var done = 0; done < 50; done++) {
            clock.addAndGet(100_000_000);
            progress.step();
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .endsWith("\r50 of 200 episodes, 10.0 per second, 0:15 left   ")
                .doesNotContain("\n");
    }
}
