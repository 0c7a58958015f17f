package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What somebody can be told by, in their records or in copies of them: traits, and what there is of each type on which
 * days.
 *
 * @param born the day of birth, in records
 * @param band the age band, in copies
 * @param days by type, in order, as each resource tells them
 * @param resources how many there are, by type
 */
record Look(
        String sex,
        String ethnicity,
        Optional<LocalDate> born,
        Optional<String> band,
        Map<String, List<String>> days,
        Map<String, Integer> resources) {

    static final Set<String> TYPES = Set.of("ServiceRequest", "Task", "Encounter", "Observation");

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String AGE_BAND = "https://sprig-fhir.github.io/ig/StructureDefinition/research-age-band";
    private static final String ETHNIC = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory";
    private static final List<String> WHERE_DAYS_STAND = List.of(
            "/authoredOn",
            "/lastModified",
            "/period/start",
            "/period/end",
            "/effectiveDateTime",
            "/effectivePeriod/start",
            "/effectivePeriod/end");

    private static final int A_DAY = 10;
    private static final int A_MONTH = 7;
    private static final int A_YEAR = 4;

    /** How a project sees days, as its researchers are told. */
    enum Form {
        WEEKS,
        SINCE_FIRST
    }

    /** Looks at a person and all there is about them. */
    static Look of(JsonNode person, Collection<JsonNode> records) {
        var days = new TreeMap<String, List<String>>();
        var resources = new TreeMap<String, Integer>();
        records.stream().collect(Collectors.groupingBy(Look::type)).forEach((type, all) -> {
            resources.put(type, all.size());
            days.put(type, all.stream().flatMap(Look::days).sorted().toList());
        });
        return new Look(
                person.path("gender").asText(),
                extension(person, ETHNIC)
                        .map(found ->
                                found.at("/valueCodeableConcept/coding/0/code").asText())
                        .orElse(""),
                Optional.of(person.path("birthDate").asText())
                        .filter(day -> day.length() == A_DAY)
                        .map(LocalDate::parse),
                extension(person, AGE_BAND).map(found -> found.path("valueCode").asText()),
                days,
                resources);
    }

    /** Whether a copy could be of the person of whom this is known. */
    boolean couldBe(Look copy, Form form) {
        return (copy.sex.isEmpty() || copy.sex.equals(sex))
                && (copy.ethnicity.isEmpty() || copy.ethnicity.equals(ethnicity))
                && copy.band.map(this::isOfAge).orElse(true)
                && TYPES.stream().allMatch(type -> isAlike(type, copy, form));
    }

    /** Contacts may have been left out; else there are as many of each type, on the days that are shown. */
    private boolean isAlike(String type, Look copy, Form form) {
        var there = copy.resources.getOrDefault(type, 0);
        if (type.equals("Encounter") && there == 0) {
            return true;
        }
        var told = copy.days.getOrDefault(type, List.of());
        return there.equals(resources.getOrDefault(type, 0))
                && (told.isEmpty()
                        || told.equals(days.getOrDefault(type, List.of()).stream()
                                .map(shown(copy, form))
                                .sorted()
                                .toList()));
    }

    private UnaryOperator<String> shown(Look copy, Form form) {
        var length = copy.days.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return told -> {
            var day = form == Form.WEEKS ? day(told) : sinceFirst(day(told));
            return switch (length) {
                case A_YEAR -> day.toString().substring(0, A_YEAR);
                case A_MONTH -> day.toString().substring(0, A_MONTH);
                default ->
                    (form == Form.WEEKS ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day)
                            .toString();
            };
        };
    }

    private LocalDate sinceFirst(LocalDate day) {
        var first = days.values().stream()
                .flatMap(List::stream)
                .map(Look::day)
                .min(LocalDate::compareTo)
                .orElse(day);
        return first.withDayOfYear(1).plusDays(ChronoUnit.DAYS.between(first, day));
    }

    /** {@code 35-44} or {@code 85 and over}, at the first referral. */
    private boolean isOfAge(String shown) {
        var referred = days.getOrDefault("ServiceRequest", List.of()).stream()
                .map(Look::day)
                .min(LocalDate::compareTo);
        if (born.isEmpty() || referred.isEmpty()) {
            return false;
        }
        var age = Period.between(born.get(), referred.get()).getYears();
        var ends = shown.replace(" and over", "-200").split("-", -1);
        return age >= Integer.parseInt(ends[0]) && age <= Integer.parseInt(ends[1]);
    }

    private static String type(JsonNode record) {
        return record.path("resourceType").asText();
    }

    private static Stream<String> days(JsonNode record) {
        return WHERE_DAYS_STAND.stream()
                .map(record::at)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static LocalDate day(String told) {
        return told.length() == A_DAY
                ? LocalDate.parse(told)
                : OffsetDateTime.parse(told).atZoneSameInstant(LONDON).toLocalDate();
    }

    private static Optional<JsonNode> extension(JsonNode person, String url) {
        return StreamSupport.stream(person.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(url))
                .findFirst();
    }
}
