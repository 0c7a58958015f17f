package io.github.sprigfhir.app.platform.http;

import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.writing.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Reads a request body whole, and refuses what no later layer handles well: too much of it, one that is sent too slowly,
 * bytes that are not UTF-8, characters that PostgreSQL cannot hold, and what {@link JsonCheck} and {@link XmlCheck} find.
 */
final class BodyReader {

    private static final int CHUNK = 16 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;

    private final HttpSettings settings;
    private final Clock clock;
    private final XmlCheck xml;
    private final JsonCheck json;

    BodyReader(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.xml = new XmlCheck(settings.deepestBody());
        this.json = new JsonCheck(settings.deepestBody());
    }

    byte[] read(InputStream body, boolean gzip, String contentType) throws IOException {
        var bytes = gzip ? inflate(body) : readAtMost(body);
        checkText(bytes);
        if (contentType.contains("json")) {
            json.check(bytes);
        } else if (contentType.contains("xml") && bytes.length > 0) {
            xml.check(bytes);
        }
        return bytes;
    }

    private byte[] inflate(InputStream body) throws IOException {
        try (var inflated = new GZIPInputStream(body)) {
            return readAtMost(inflated);
        } catch (ZipException | EOFException broken) {
            throw refused(
                    BAD_REQUEST, IssueType.STRUCTURE, ServerRule.BODY_GZIP, "The body says it is gzip but is not.", "");
        }
    }

    private byte[] readAtMost(InputStream body) throws IOException {
        var most = settings.largestBody().toBytes();
        var bytes = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        var until = clock.instant().plus(settings.bodyWithin());
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            if (clock.instant().isAfter(until)) {
                throw tooSlow();
            }
            if (bytes.size() + (long) n > most) {
                throw tooLarge();
            }
            bytes.write(chunk, 0, n);
        }
        return bytes.toByteArray();
    }

    RequestRefused tooLarge() {
        return refused(
                TOO_LARGE,
                IssueType.TOOLONG,
                ServerRule.BODY_TOO_LARGE,
                "The body is larger than %d bytes."
                        .formatted(settings.largestBody().toBytes()),
                "Send it in smaller parts.");
    }

    /** A thread waits for each body; whoever sends a byte now and then would hold it for ever. */
    private RequestRefused tooSlow() {
        return refused(
                TOO_SLOW,
                IssueType.TIMEOUT,
                ServerRule.TIME_LIMIT,
                "The body did not arrive within %d seconds, the limit."
                        .formatted(settings.bodyWithin().toSeconds()),
                "Send it in smaller parts.");
    }

    private static void checkText(byte[] bytes) throws RequestRefused {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            if (text.chars().anyMatch(c -> c == 0)) {
                throw control();
            }
        } catch (CharacterCodingException notUtf8) {
            throw refused(
                    BAD_REQUEST,
                    IssueType.STRUCTURE,
                    ServerRule.BODY_ENCODING,
                    "The body is not valid UTF-8.",
                    "Send it in UTF-8.");
        }
    }

    static RequestRefused control() {
        return refused(
                BAD_REQUEST,
                IssueType.STRUCTURE,
                ServerRule.BODY_ENCODING,
                "The body holds a control character other than tab, line feed and carriage return.",
                "Leave it out.");
    }

    static RequestRefused absurdNumber() {
        return refused(
                BAD_REQUEST,
                IssueType.VALUE,
                ServerRule.NUMBER_RANGE,
                Numbers.FAULT,
                "Send the number that was meant, written out.");
    }

    static RequestRefused refused(int status, IssueType type, ServerRule rule, String text, String remedy) {
        return new RequestRefused(status, new Problem(IssueSeverity.ERROR, type, rule, "", text, remedy));
    }
}
