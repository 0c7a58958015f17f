package io.github.sprigfhir.app.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What of a body is told before anything else reads it. */
class BodyReaderTest {

    private static final HttpSettings SETTINGS = new HttpSettings(
            DataSize.ofKilobytes(1), 20, DataSize.ofKilobytes(16), Duration.ofSeconds(10), 200, 40, 200, 20_000, 12, 5);

    @Test
    void aSenderThatIsTooSlowIsNotWaitedFor() {
        var slow = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = ' ';
                return 1;
            }
        };

        var refused = catchThrowableOfType(
                () -> new BodyReader(SETTINGS, new Running()).read(slow, false, "json"), RequestRefused.class);

        assertThat(refused.status()).isEqualTo(408);
        assertThat(refused.problem().text()).contains("10 seconds");
    }

    @Test
    void theLimitsAreNamedWithTheirValues() {
        assertThat(refusal(" ".repeat(1_025), "json")).isEqualTo("413 The body is larger than 1024 bytes.");
        assertThat(refusal("<a>".repeat(21) + "</a>".repeat(21), "xml"))
                .isEqualTo("400 The body nests deeper than 20 levels, the limit.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a b=\"&e;\"/>",
                "<a>&e;</a>",
                "<a><b></a>",
                "<a value=\"1E&#57;999\"/>"
            })
    void xmlThatIsMoreThanDataIsRefused(String xml) {
        assertThat(refusal(xml, "xml")).startsWith("400 ").doesNotContain("root:");
    }

    private static String refusal(String body, String type) {
        var refused = catchThrowableOfType(() -> read(body, type), RequestRefused.class);
        return refused.status() + " " + refused.problem().text();
    }

    private static void read(String body, String type) throws IOException {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        new BodyReader(SETTINGS, Clock.systemUTC()).read(bytes, false, type);
    }

    /** A second passes each time it is looked at. */
    private static final class Running extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }
}
