package io.github.sprigfhir.app.running;

import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A synthetic person of one test, unlike any other's. Everybody made here is remembered, so that the log can be searched
 * for them.
 *
 * @param number tells this person's identifiers from everybody else's
 * @param nhsNumber valid, of the range 999 that is never issued
 */
record Person(int number, String nhsNumber, String family, String birthDate, String ownWords) {

    private static final int RANGE = 999;
    private static final int MODULUS = 11;
    private static final LocalDate OLDEST = LocalDate.of(1931, 2, 3);
    private static final AtomicInteger LAST = new AtomicInteger(100);
    private static final Queue<Person> EVERYBODY = new ConcurrentLinkedQueue<>();

    static Person next() {
        int number = LAST.incrementAndGet();
        while (checkDigit(number) > 9) {
            number = LAST.incrementAndGet();
        }
        var family = "Quillfeather" + letters(number);
        var person = new Person(
                number,
                nineDigits(number) + checkDigit(number),
                family,
                OLDEST.plusDays(17L * number).toString(),
                "Nobody called %s has rung my bell since Michaelmas".formatted(family));
        EVERYBODY.add(person);
        return person;
    }

    static List<Person> everybody() {
        return List.copyOf(EVERYBODY);
    }

    /** The number with its check digit raised by one, so that modulus 11 fails. */
    String wrongNhsNumber() {
        return nineDigits(number) + (checkDigit(number) + 1) % 10;
    }

    String spacedNhsNumber() {
        return nhsNumber.substring(0, 3) + " " + nhsNumber.substring(3, 6) + " " + nhsNumber.substring(6);
    }

    /** What must stand nowhere but in the store. */
    List<String> secrets() {
        return List.of(nhsNumber, wrongNhsNumber(), spacedNhsNumber(), family, birthDate, "rung my bell");
    }

    /** A valid Patient with this number, name and birth date, of the example practice. */
    String patient() {
        return """
                {"resourceType": "Patient",
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}],
                 "name": [{"family": "%s", "given": ["Wilhelmina"]}],
                 "gender": "female",
                 "birthDate": "%s",
                 "generalPractitioner": [{
                   "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "A99001"},
                   "reference": "Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001"}]}
                """.formatted(nhsNumber, family, birthDate);
    }

    private static String nineDigits(int number) {
        return "%d%06d".formatted(RANGE, number);
    }

    /** Modulus 11; 10 where the nine digits can have no check digit. */
    private static int checkDigit(int number) {
        var digits = nineDigits(number);
        int sum = IntStream.range(0, digits.length())
                .map(i -> (10 - i) * (digits.charAt(i) - '0'))
                .sum();
        return (MODULUS - sum % MODULUS) % MODULUS;
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .chars()
                .map(c -> 'a' + Character.digit(c, 26))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
