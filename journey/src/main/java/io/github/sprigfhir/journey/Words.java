package io.github.sprigfhir.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Puts the parts of a resource into words for a reader. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    /** The display of the first coding of each concept, in lower case. */
    static String concepts(JsonNode concepts) {
        return StreamSupport.stream(concepts.spliterator(), false)
                .map(Words::concept)
                .collect(Collectors.joining(", "));
    }

    /** The display of the first coding, in lower case. */
    static String concept(JsonNode concept) {
        return concept.path("coding").path(0).path("display").asText().toLowerCase(Locale.UK);
    }

    /** The day of a date or a date with time. */
    static String day(JsonNode date) {
        return day(LocalDate.parse(date.asText().substring(0, 10)));
    }

    static String day(LocalDate date) {
        return date.format(DAY);
    }

    /** One field of each, joined. */
    static String list(List<JsonNode> elements, String field) {
        return elements.stream().map(element -> element.path(field).asText()).collect(Collectors.joining(", "));
    }

    static String name(JsonNode patient) {
        var name = patient.path("name").path(0);
        return name.path("given").path(0).asText() + " " + name.path("family").asText();
    }

    static String count(int number, String singular) {
        return "%d %s%s".formatted(number, singular, number == 1 ? "" : "s");
    }
}
