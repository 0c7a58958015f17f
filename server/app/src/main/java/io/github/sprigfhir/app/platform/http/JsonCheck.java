package io.github.sprigfhir.app.platform.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.writing.Numbers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Reads a JSON body once before HAPI does, and refuses a key that stands twice, characters that PostgreSQL cannot hold,
 * JSON that nests without end, and numbers of absurd size.
 */
final class JsonCheck {

    private final int deepest;
    private final JsonFactory readers;

    JsonCheck(int deepest) {
        this.deepest = deepest;
        readers = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(deepest).build())
                .build();
    }

    void check(byte[] bytes) throws IOException {
        try (var parser = readers.createParser(bytes)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                check(parser, token);
            }
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw BodyReader.refused(
                    HttpServletResponse.SC_BAD_REQUEST,
                    IssueType.STRUCTURE,
                    ServerRule.BODY_JSON,
                    "The body is not JSON that this server reads: %s (line %d, column %d)."
                            .formatted(
                                    reason(malformed),
                                    at == null ? 0 : at.getLineNr(),
                                    at == null ? 0 : at.getColumnNr()),
                    "Correct the JSON: every key once, at most %d levels deep.".formatted(deepest));
        }
    }

    private static void check(JsonParser parser, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
            var chars = parser.getTextCharacters();
            checkCharacters(chars, parser.getTextOffset(), parser.getTextLength());
        } else if (token.isNumeric() && Numbers.isAbsurd(parser.getText())) {
            throw BodyReader.absurdNumber();
        }
    }

    private static void checkCharacters(char[] chars, int from, int length) throws RequestRefused {
        for (int i = from; i < from + length; i++) {
            if (isControl(chars[i])) {
                throw BodyReader.control();
            }
            if (Character.isSurrogate(chars[i])) {
                var paired = Character.isHighSurrogate(chars[i])
                        && i + 1 < from + length
                        && Character.isLowSurrogate(chars[i + 1]);
                if (!paired) {
                    throw BodyReader.refused(
                            HttpServletResponse.SC_BAD_REQUEST,
                            IssueType.STRUCTURE,
                            ServerRule.BODY_ENCODING,
                            "The body holds half a character (a lone surrogate).",
                            "");
                }
                i++;
            }
        }
    }

    /** FHIR's strings hold none but tab, line feed and carriage return, and XML could not carry them back. */
    private static boolean isControl(char character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r';
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
}
