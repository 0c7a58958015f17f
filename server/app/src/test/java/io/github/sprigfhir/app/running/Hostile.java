package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * One row of a table in {@code src/test/resources/hostile}: a request that means harm, and how it may be answered. The
 * tables are no part of Java, so that others can try them on their servers; {@code hostile.schema.json} says what a row
 * may hold.
 */
record Hostile(String table, JsonNode row) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    /** What would tell of the software, its tables or the machine. */
    private static final Pattern TELLTALE = Pattern.compile(
            "HAPI-\\d|\\bat (java|org|ca|io)\\.|Exception|org\\.hl7|ca\\.uhn|springframework|[Tt]omcat|PostgreSQL|hfj_|HFJ_|SELECT |root:x");

    static List<Hostile> table(String name) {
        var rows = new ArrayList<Hostile>();
        try (var file = Hostile.class.getResourceAsStream("/hostile/" + name + ".json")) {
            JSON.readTree(file).forEach(row -> rows.add(new Hostile(name, row)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(name, unreadable);
        }
        return rows;
    }

    /** The tables that any server may be asked. */
    static Stream<Hostile> ofEveryServer() {
        return Stream.of("addresses", "heads", "bodies", "searches", "interactions", "bundles")
                .flatMap(name -> table(name).stream());
    }

    /** Whose token is sent; none where the row names nobody. */
    Optional<String> identity() {
        return Optional.ofNullable(row.path("identity").textValue());
    }

    /** That an answer is one of those expected, tells nothing of the server, and carries what protects a browser. */
    void hasDone(String answer, Integer... alsoFine) {
        var status = STATUS.matcher(answer);
        assertThat(status.lookingAt()).as("%s%n%s", this, answer).isTrue();
        var fine = new TreeSet<>(expected());
        fine.addAll(List.of(alsoFine));
        assertThat(Integer.parseInt(status.group(1)))
                .as("%s%n%s", this, answer)
                .isIn(fine)
                .isLessThan(500);
        assertThat(answer)
                .as(toString())
                .doesNotContainPattern(TELLTALE)
                .doesNotContain("X-Injected", "X-Powered-By", "\r\nServer:")
                .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
    }

    Set<Integer> expected() {
        var statuses = new TreeSet<Integer>();
        row.path("expect").forEach(status -> statuses.add(status.asInt()));
        return statuses;
    }

    /** The request as it goes over the wire; places such as {@code {task}} are filled in. */
    byte[] bytes(int port, Map<String, String> places, String... moreHeaders) {
        if (row.has("raw")) {
            var head = text(row.path("raw"), places);
            var more = Stream.of(moreHeaders).map(header -> "\r\n" + header).collect(Collectors.joining());
            return latin1(head.replaceFirst("(?=\r\n)", Matcher.quoteReplacement(more)));
        }
        var body = body(places);
        var head = new StringBuilder()
                .append(row.path("method").asText("GET"))
                .append(' ')
                .append(text(row.path("path"), places))
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n".formatted(port));
        for (var header : row.path("headers")) {
            head.append(header.path(0).asText())
                    .append(": ")
                    .append(text(header.path(1), places))
                    .append("\r\n");
        }
        for (var header : moreHeaders) {
            head.append(header).append("\r\n");
        }
        if (row.has("body")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(latin1(head.append("\r\n").toString()));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private byte[] body(Map<String, String> places) {
        var text = text(row.path("body"), places);
        return switch (row.path("encode").asText("utf-8")) {
            case "gzip" -> gzip(text.getBytes(StandardCharsets.UTF_8));
            case "utf-8" -> text.getBytes(StandardCharsets.UTF_8);
            default -> text.getBytes(Charset.forName(row.path("encode").asText()));
        };
    }

    /** Plain text, or a list of texts and repetitions of one. */
    private static String text(JsonNode recipe, Map<String, String> places) {
        var text = new StringBuilder();
        for (var part : recipe.isArray() ? recipe : JSON.createArrayNode().add(recipe)) {
            text.append(
                    part.isObject()
                            ? part.path("repeat")
                                    .asText()
                                    .repeat(part.path("times").asInt())
                            : part.asText());
        }
        var filled = text.toString();
        for (var place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    @Override
    public String toString() {
        return table + ": " + row.path("name").asText();
    }
}
