package io.github.sprigfhir.app.running;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies that cannot be read, by what they say and by how they are sent. */
final class BadBodies {

    private static final int TWENTY_MEGABYTES = 20 * 1024 * 1024;
    private static final int DEEP = 10_000;

    private BadBodies() {}

    static List<Bad> bodies() {
        var xml = "<Patient xmlns=\"http://hl7.org/fhir\">%s</Patient>";
        return List.of(
                Bad.json("JSON that ends too soon", "Patient", "{\"resourceType\":\"Patient\",", 400, "body-json"),
                Bad.json("an empty body", "Patient", "", 400, "bad-request"),
                Bad.json("an empty body to the base", "", "", 400, "bad-request"),
                Bad.json("an array", "Patient", "[]", 400, "bad-request"),
                Bad.json("null", "Patient", "null", 400, "bad-request"),
                Bad.json("no resourceType", "Patient", "{}", 400, "bad-request"),
                Bad.json("another type's resource", "Patient", "{\"resourceType\":\"Task\"}", 400, "bad-request"),
                Bad.json("a type FHIR does not have", "Patient", "{\"resourceType\":\"Zebra\"}", 400, "bad-request"),
                Bad.json("a key twice", "Patient", patient("\"active\":true,\"active\":false"), 400, "body-json"),
                Bad.json("an escaped NUL", "Patient", patient("\"language\":\"a\\u0000b\""), 400, "body-encoding"),
                Bad.json(
                        "an escaped control character",
                        "Patient",
                        patient("\"language\":\"a\\u0001b\""),
                        400,
                        "body-encoding"),
                Bad.json("a raw NUL", "Patient", patient("\"language\":\"a\0b\""), 400, "body-encoding"),
                Bad.json("a NUL in a key", "Patient", patient("\"a\\u0000b\":true"), 400, "body-encoding"),
                Bad.json("half a character", "Patient", patient("\"language\":\"\\ud800\""), 400, "body-encoding"),
                Bad.json("an absurd number", "Observation", observation("1E999999999"), 400, "number-range"),
                Bad.json("deep objects", "Patient", patient(deepJson()), 400, "body-json"),
                Bad.json("deep arrays", "Patient", "[".repeat(DEEP) + "]".repeat(DEEP), 400, "body-json"),
                Bad.json("an unknown element", "Patient", patient("\"shoes\":9"), 422, "unknown-element"),
                Bad.json("text for an object", "Patient", patient("\"contact\":\"x\""), 422, "unknown-element"),
                Bad.json("a wrong date", "Patient", patient("\"birthDate\":\"soon\""), 422, "invalid-value"),
                Bad.json("a wrong code", "Patient", patient("\"gender\":\"x\""), 422, "invalid-value"),
                Bad.xml("XML that ends too soon", "<Patient xmlns=\"http://hl7.org/fhir\"><active", 400, "bad-request"),
                Bad.xml("an XML NUL", xml.formatted("<language value=\"a&#0;b\"/>"), 400, "bad-request"),
                Bad.xml("half an XML character", xml.formatted("<language value=\"&#xd800;\"/>"), 400, "bad-request"),
                Bad.xml("an absurd XML number", xml.formatted("<x value=\"1E999999999\"/>"), 400, "number-range"),
                Bad.xml("deep XML", xml.formatted(deepXml()), 400, "limit"),
                Bad.xml(
                        "an external entity",
                        entity() + xml.formatted("<language value=\"&e;\"/>"),
                        400,
                        "bad-request"),
                Bad.xml("an unknown XML element", xml.formatted("<shoes value=\"9\"/>"), 422, "unknown-element"));
    }

    static List<Bad> envelopes() {
        var large =
                patient("\"language\":\"" + "a".repeat(TWENTY_MEGABYTES) + "\"").getBytes(StandardCharsets.UTF_8);
        var invalid =
                "{\"resourceType\":\"Patient\",\"language\":\"\u00ff\u00fe\"}".getBytes(StandardCharsets.ISO_8859_1);
        var valid = patient("\"active\":true").getBytes(StandardCharsets.UTF_8);
        return List.of(
                Bad.sent("plain text", "POST", "Patient", "text/plain", "hello", 415, "media-type"),
                Bad.sent(
                        "another charset",
                        "POST",
                        "Patient",
                        "application/json; charset=utf-16",
                        "x",
                        415,
                        "media-type"),
                packed("20 MB with its length", BodyPublishers.ofByteArray(large), 413, "body-too-large"),
                packed(
                        "20 MB in chunks",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
                        413,
                        "body-too-large"),
                packed(
                        "gzip that inflates to 20 MB",
                        BodyPublishers.ofByteArray(gzip(large)),
                        413,
                        "body-too-large",
                        "Content-Encoding",
                        "gzip"),
                packed(
                        "gzip that is none",
                        BodyPublishers.ofByteArray(valid),
                        400,
                        "body-gzip",
                        "Content-Encoding",
                        "gzip"),
                packed(
                        "half a gzip",
                        BodyPublishers.ofByteArray(gzip(valid), 0, 20),
                        400,
                        "body-gzip",
                        "Content-Encoding",
                        "gzip"),
                packed(
                        "an unknown compression",
                        BodyPublishers.ofByteArray(valid),
                        415,
                        "media-type",
                        "Content-Encoding",
                        "br"),
                packed("bytes that are not UTF-8", BodyPublishers.ofByteArray(invalid), 400, "body-encoding"),
                form("a form with a NUL", "family=a%00b", 400, "query-encoding"),
                form("a form with an unknown parameter", "shoes=9", 400, "bad-request"),
                form("a form too large to read", "family=" + "a".repeat(3_000_000), 413, "body-too-large"),
                asking("a format nobody knows", "Patient", 406, "format", "Accept", "text/turtle"),
                asking("a format parameter nobody knows", "Patient?_format=ndjson", 406, "format"));
    }

    private static Bad packed(String name, BodyPublisher body, int status, String rule, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type", Server.JSON), Stream.of(headers))
                .toArray(String[]::new);
        return Bad.bytes(name, "POST", "Patient", body, status, Set.of(rule), all);
    }

    private static Bad form(String name, String form, int status, String rule) {
        return Bad.sent(name, "POST", "Patient/_search", "application/x-www-form-urlencoded", form, status, rule);
    }

    private static Bad asking(String name, String path, int status, String rule, String... headers) {
        return Bad.bytes(name, "GET", path, BodyPublishers.noBody(), status, Set.of(rule), headers);
    }

    private static String patient(String element) {
        return "{\"resourceType\":\"Patient\"," + element + "}";
    }

    private static String observation(String number) {
        return "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":" + number + "}}";
    }

    private static String deepJson() {
        return "\"extension\":" + "[{\"extension\":".repeat(DEEP) + "[]" + "}]".repeat(DEEP);
    }

    private static String deepXml() {
        return "<extension url=\"a\">".repeat(DEEP) + "</extension>".repeat(DEEP);
    }

    private static String entity() {
        return "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
