package io.github.sprigfhir.app.platform.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Reads a request body whole, and refuses what no later layer handles well: too much of it, bytes that are not UTF-8,
 * characters that PostgreSQL cannot hold, JSON that repeats a key or nests without end, numbers of absurd size.
 */
final class BodyReader {

    private static final int CHUNK = 16 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private static final Pattern ABSURD_NUMBER = Pattern.compile("[-+]?[\\d.]+[eE][-+]?\\d{4,}");
    private static final Pattern ABSURD_XML_NUMBER = Pattern.compile("value\\s*=\\s*[\"']" + ABSURD_NUMBER + "[\"']");

    private final HttpSettings settings;
    private final JsonFactory json;

    BodyReader(HttpSettings settings) {
        this.settings = settings;
        this.json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(settings.deepestBody())
                        .build())
                .build();
    }

    byte[] read(InputStream body, boolean gzip, String contentType) throws IOException {
        var bytes = gzip ? inflate(body) : readAtMost(body);
        var text = decode(bytes);
        if (contentType.contains("json")) {
            checkJson(bytes);
        } else if (contentType.contains("xml")
                && ABSURD_XML_NUMBER.matcher(text).find()) {
            throw absurdNumber();
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
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
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

    private static CharBuffer decode(byte[] bytes) throws RequestRefused {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            if (text.chars().anyMatch(c -> c == 0)) {
                throw nul();
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw refused(
                    BAD_REQUEST,
                    IssueType.STRUCTURE,
                    ServerRule.BODY_ENCODING,
                    "The body is not valid UTF-8.",
                    "Send it in UTF-8.");
        }
    }

    private void checkJson(byte[] bytes) throws IOException {
        try (var parser = json.createParser(bytes)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                check(parser, token);
            }
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw refused(
                    BAD_REQUEST,
                    IssueType.STRUCTURE,
                    ServerRule.BODY_JSON,
                    "The body is not JSON that this server reads: %s (line %d, column %d)."
                            .formatted(
                                    reason(malformed),
                                    at == null ? 0 : at.getLineNr(),
                                    at == null ? 0 : at.getColumnNr()),
                    "Correct the JSON: every key once, at most %d levels deep.".formatted(settings.deepestBody()));
        }
    }

    private static void check(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            var chars = parser.getTextCharacters();
            checkCharacters(chars, parser.getTextOffset(), parser.getTextLength());
        } else if (token.isNumeric() && ABSURD_NUMBER.matcher(parser.getText()).matches()) {
            throw absurdNumber();
        }
    }

    private static void checkCharacters(char[] chars, int from, int length) throws RequestRefused {
        for (int i = from; i < from + length; i++) {
            if (chars[i] == 0) {
                throw nul();
            }
            if (Character.isSurrogate(chars[i])) {
                var paired = Character.isHighSurrogate(chars[i])
                        && i + 1 < from + length
                        && Character.isLowSurrogate(chars[i + 1]);
                if (!paired) {
                    throw refused(
                            BAD_REQUEST,
                            IssueType.STRUCTURE,
                            ServerRule.BODY_ENCODING,
                            "The body holds half a character (a lone surrogate).",
                            "");
                }
                i++;
            }
        }
    }

    private static String reason(JsonProcessingException malformed) {
        var message = malformed.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "a key stands twice in one object";
        }
        if (message.contains("nesting depth")) {
            return "it nests too deep";
        }
        return "the syntax is broken";
    }

    private static RequestRefused nul() {
        return refused(
                BAD_REQUEST,
                IssueType.STRUCTURE,
                ServerRule.BODY_ENCODING,
                "The body holds a NUL character.",
                "Leave it out.");
    }

    private static RequestRefused absurdNumber() {
        return refused(
                BAD_REQUEST,
                IssueType.VALUE,
                ServerRule.NUMBER_RANGE,
                "The body holds a number with an exponent of four digits or more.",
                "");
    }

    private static RequestRefused refused(int status, IssueType type, ServerRule rule, String text, String remedy) {
        return new RequestRefused(status, new Problem(IssueSeverity.ERROR, type, rule, "", text, remedy));
    }
}
