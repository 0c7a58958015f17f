package io.github.sprigfhir.benchmark.circle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One resource as the database keeps it.
 *
 * @param address type and id
 * @param now its newest content, also when it was deleted since
 * @param texts all its versions as they are kept
 * @param security codes of confidentiality that are on it
 * @param recorder whoever created it; none of what the server wrote by itself
 */
public record Kept(
        String address,
        JsonNode now,
        List<Version> texts,
        boolean deleted,
        Set<String> security,
        Optional<Badge> recorder) {

    /**
     * A version as it is kept.
     *
     * @param moment when it was stored, in milliseconds
     */
    public record Version(String text, long moment) {}

    private static final Set<String> PERSON = Set.of("subject", "for", "patient");

    /** Such as {@code Patient}. */
    public String type() {
        return address.substring(0, address.indexOf('/'));
    }

    public String id() {
        return address.substring(address.indexOf('/') + 1);
    }

    /** The words at a place such as {@code /focus/reference}; empty where there is nothing. */
    public String at(String place) {
        return now.at(place).asText();
    }

    /** What the references of an element lead to, whether it repeats or not. */
    List<String> references(String element) {
        return each(now.path(element))
                .map(one -> one.path("reference").asText())
                .filter(reference -> !reference.isEmpty())
                .toList();
    }

    /** Whether one of the codings of a concept is this one. */
    boolean has(String element, String system, String code) {
        return each(now.path(element))
                .flatMap(concept -> each(concept.path("coding")))
                .anyMatch(coding -> coding.path("system").asText().equals(system)
                        && coding.path("code").asText().equals(code));
    }

    /** When it was first stored, or first had an owner. */
    long since(boolean owned) {
        return texts.stream()
                .filter(version -> !owned || version.text().contains("\"owner\""))
                .mapToLong(Version::moment)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** The address of the person whom it is about; empty where it is about nobody. */
    public String person() {
        return type().equals("Patient")
                ? address
                : PERSON.stream()
                        .map(element -> at("/" + element + "/reference"))
                        .filter(reference -> reference.startsWith("Patient/"))
                        .findFirst()
                        .orElse("");
    }

    static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }
}
