package io.github.sprigfhir.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * All that chance decides about one episode: the same for the same seed and number, whoever writes it and when.
 *
 * @param key tells this episode's identifiers from those of every other
 * @param begun the day of the offer or the referral
 * @param place which of the places, and {@code service} which of the place's community services
 * @param change by how much the exit scores differ from those at the beginning
 */
record Plan(
        String key,
        Course course,
        Person person,
        LocalDate begun,
        int place,
        int service,
        List<Coded> needs,
        Coded reason,
        List<Contact> contacts,
        List<Integer> before,
        int change,
        boolean askedAgain) {

    /** Somebody who does not exist. */
    record Person(String nhsNumber, String family, String given, String gender, LocalDate born) {}

    /**
     * @param day after how many days of the episode
     * @param minutes how long it took; none if the person did not come
     */
    record Contact(int day, Coded mode, int minutes) {}

    private static final int PLACES = 3;
    private static final int DAYS = 360;
    /** People of one seed; those of the next begin after them. */
    private static final int BLOCK = 20_000;

    private static final List<String> BEGINNINGS =
            List.of("Alder", "Birch", "Cedar", "Elm", "Hazel", "Maple", "Oak", "Rowan");
    private static final List<String> ENDINGS =
            List.of("bank", "croft", "field", "ford", "ley", "stead", "ton", "wick");
    private static final List<String> GIVEN =
            List.of("Ade", "Bryn", "Chris", "Devi", "Ewa", "Fran", "Imran", "Jo", "Kit", "Noor", "Pat", "Sam");

    /** @param until the last day on which an episode begins */
    static Plan of(long seed, int number, LocalDate until) {
        // Two draws apart: numbers next to each other must not give series next to each other.
        var random =
                new SplittableRandom(new SplittableRandom(seed).nextLong() + new SplittableRandom(number).nextLong());
        var course = Mix.COURSES.draw(random);
        var begun = until.minusDays(isOpenSoon(course) ? random.nextInt(45) : random.nextInt(60, DAYS));
        return new Plan(
                "LOAD-%d-%d".formatted(seed, number),
                course,
                person(seed, number, begun, random),
                begun,
                random.nextInt(PLACES),
                random.nextInt(2),
                needs(random),
                reason(course, random),
                contacts(course, random),
                List.of(random.nextInt(1, 8), random.nextInt(1, 8), random.nextInt(1, 8), random.nextInt(2, 10)),
                random.nextInt(-1, 4),
                Mix.ASKED_AGAIN.draw(random));
    }

    /** What waits has not waited for a year. */
    private static boolean isOpenSoon(Course course) {
        return switch (course) {
            case OFFERED, WAITING, ACKNOWLEDGED, ACCEPTED -> true;
            case DECLINED,
                    WITHDRAWN,
                    REFUSED,
                    WORKING,
                    STAYING_AWAY,
                    LOST,
                    ESCALATED,
                    SUPPORTED,
                    HANDED_OVER,
                    TURNED_AWAY,
                    COMPLETED -> false;
        };
    }

    private static Person person(long seed, int number, LocalDate day, RandomGenerator random) {
        var ages = Mix.AGES.draw(random);
        var age = random.nextInt(ages.youngest(), ages.oldest() + 1);
        return new Person(
                NhsNumbers.at(seed * BLOCK + number),
                one(BEGINNINGS, random) + one(ENDINGS, random),
                one(GIVEN, random),
                Mix.GENDERS.draw(random),
                day.minusYears(age).minusDays(random.nextInt(365)));
    }

    private static List<Coded> needs(RandomGenerator random) {
        var first = Mix.NEEDS.draw(random);
        var second = Mix.NEEDS.draw(random);
        return random.nextInt(3) == 0 && !second.equals(first) ? List.of(first, second) : List.of(first);
    }

    private static Coded reason(Course course, RandomGenerator random) {
        return switch (course) {
            case WITHDRAWN -> Mix.WITHDRAWALS.draw(random);
            case TURNED_AWAY -> Mix.NO_ROOM.draw(random);
            case DECLINED -> Coded.bars("26", "Patient choice");
            case LOST -> Coded.reason("did-not-attend", "Did not attend");
            case REFUSED -> Mix.REFUSALS.draw(random);
            case OFFERED,
                    WAITING,
                    ACKNOWLEDGED,
                    ACCEPTED,
                    WORKING,
                    STAYING_AWAY,
                    ESCALATED,
                    SUPPORTED,
                    HANDED_OVER,
                    COMPLETED -> Coded.bars("99", "Other");
        };
    }

    private static List<Contact> contacts(Course course, RandomGenerator random) {
        return switch (course) {
            case STAYING_AWAY, LOST -> List.of(missed(7, random), missed(14, random));
            case WORKING, ESCALATED, SUPPORTED, HANDED_OVER, TURNED_AWAY, COMPLETED -> attended(random);
            case OFFERED, DECLINED, WAITING, ACKNOWLEDGED, WITHDRAWN, REFUSED, ACCEPTED -> List.of();
        };
    }

    private static List<Contact> attended(RandomGenerator random) {
        var contacts = new ArrayList<Contact>();
        var count = random.nextInt(1, 5);
        for (var index = 0; index < count; index++) {
            contacts.add(new Contact(7 * (index + 1), Mix.MODES.draw(random), random.nextInt(3, 13) * 5));
        }
        return List.copyOf(contacts);
    }

    private static Contact missed(int day, RandomGenerator random) {
        return new Contact(day, Mix.MODES.draw(random), 0);
    }

    private static String one(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
