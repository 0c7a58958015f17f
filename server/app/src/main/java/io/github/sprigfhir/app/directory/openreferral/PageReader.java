package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reads a page or a file of a feed as a stream, one service at a time, within limits: a field, the depth, a number and
 * the whole may each be so large and no larger, so that what is in memory is bounded whatever is sent.
 */
final class PageReader {

    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_NAME = 1_000;

    private final ObjectMapper mapper;

    /** @param largest how many bytes a page or file may have */
    PageReader(OpenReferralSettings settings, long largest) {
        this.mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(settings.longestField())
                        .maxNestingDepth(settings.deepest())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxDocumentLength(largest)
                        .build());
    }

    /** What a page says of itself. */
    record Head(Optional<Boolean> lastPage, Optional<Long> totalPages) {}

    /** Takes one thing of a list after the other. */
    @FunctionalInterface
    interface Items {
        void take(JsonNode item) throws FeedTrouble;
    }

    /** Reads a list, or the envelope of a page with its list. */
    Head read(InputStream in, Items items) throws FeedTrouble {
        try (var parser = mapper.createParser(in)) {
            var first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                list(parser, items);
                return new Head(Optional.of(true), Optional.empty());
            }
            if (first != JsonToken.START_OBJECT) {
                throw new FeedTrouble("It is neither a page nor a list of services.");
            }
            return envelope(parser, items);
        } catch (JsonProcessingException unreadable) {
            throw new FeedTrouble("It is not JSON that can be read within the limits: " + where(unreadable));
        } catch (IOException broken) {
            throw trouble(broken);
        }
    }

    /** Reads one service. */
    JsonNode readOne(InputStream in) throws FeedTrouble {
        try {
            return mapper.readTree(in);
        } catch (JsonProcessingException unreadable) {
            throw new FeedTrouble("It is not JSON that can be read within the limits: " + where(unreadable));
        } catch (IOException broken) {
            throw trouble(broken);
        }
    }

    private static Head envelope(JsonParser parser, Items items) throws IOException, FeedTrouble {
        Optional<Boolean> last = Optional.empty();
        Optional<Long> total = Optional.empty();
        var isPage = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if ((name.equals("contents") || name.equals("services")) && value == JsonToken.START_ARRAY) {
                isPage = true;
                list(parser, items);
            } else if (name.equals("last_page") && value.isBoolean()) {
                last = Optional.of(parser.getBooleanValue());
            } else if (name.equals("total_pages") && value == JsonToken.VALUE_NUMBER_INT) {
                total = Optional.of(parser.readValueAs(BigInteger.class))
                        .map(number -> number.bitLength() > 62 ? Long.MAX_VALUE : number.longValue());
            } else {
                parser.skipChildren();
            }
        }
        if (!isPage) {
            throw new FeedTrouble("It has no list named contents.");
        }
        return new Head(last, total);
    }

    private static void list(JsonParser parser, Items items) throws IOException, FeedTrouble {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.take(parser.readValueAsTree());
        }
    }

    /** What the parser says of a broken document repeats it; where it is broken does not. */
    private static String where(JsonProcessingException unreadable) {
        var place = unreadable.getLocation();
        var kind = unreadable.getClass().getSimpleName();
        return place == null
                ? kind
                : "%s at line %d, column %d.".formatted(kind, place.getLineNr(), place.getColumnNr());
    }

    private static FeedTrouble trouble(IOException broken) {
        return broken instanceof Limits.TooLarge large
                ? new FeedTrouble(large.sentence())
                : new FeedTrouble("It broke off (" + broken.getClass().getSimpleName() + ").");
    }
}
