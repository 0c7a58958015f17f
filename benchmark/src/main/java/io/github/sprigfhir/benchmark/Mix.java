package io.github.sprigfhir.benchmark;

import static io.github.sprigfhir.benchmark.Weighted.share;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What synthetic episodes are made of, and how much of each; README.md publishes it, and a test compares the two. */
final class Mix {

    static final Weighted<Course> COURSES = new Weighted<>(Arrays.stream(Course.values())
            .map(course -> share(course.perThousand(), course))
            .toList());

    static final Weighted<Coded> NEEDS = new Weighted<>(List.of(
            share(24, Coded.need("loneliness-isolation", "Loneliness and isolation")),
            share(20, Coded.need("mental-wellbeing", "Mental wellbeing")),
            share(12, Coded.need("money-debt-benefits", "Money, debt and benefits")),
            share(9, Coded.need("physical-activity", "Physical activity")),
            share(8, Coded.need("housing-homelessness", "Housing and homelessness")),
            share(7, Coded.need("long-term-condition", "Living with a long-term condition")),
            share(6, Coded.need("caring-responsibilities", "Caring responsibilities")),
            share(5, Coded.need("bereavement", "Bereavement")),
            share(5, Coded.need("food-fuel-poverty", "Food and fuel poverty")),
            share(4, Coded.need("employment-volunteering", "Employment and volunteering"))));

    static final Weighted<Ages> AGES = new Weighted<>(List.of(
            share(26, new Ages(18, 39)),
            share(34, new Ages(40, 64)),
            share(25, new Ages(65, 79)),
            share(15, new Ages(80, 95))));

    static final Weighted<String> GENDERS =
            new Weighted<>(List.of(share(60, "female"), share(38, "male"), share(2, "other")));

    static final Weighted<Coded> MODES = new Weighted<>(List.of(
            share(45, Coded.mode("telephone", "Telephone")),
            share(35, Coded.mode("in-person", "In person")),
            share(12, Coded.mode("home-visit", "Home visit")),
            share(8, Coded.mode("video", "Video"))));

    static final Weighted<Coded> REFUSALS = new Weighted<>(List.of(
            share(26, Coded.bars("27", "Not contactable")),
            share(20, Coded.bars("22", "Capacity")),
            share(18, Coded.bars("40", "Not eligible")),
            share(16, Coded.bars("26", "Patient choice")),
            share(10, Coded.bars("23", "Not clinically appropriate")),
            share(5, Coded.bars("42", "Distance")),
            share(5, Coded.reason("no-suitable-service", "No suitable service"))));

    static final Weighted<Coded> WITHDRAWALS = new Weighted<>(List.of(
            share(40, Coded.reason("consent-withdrawn", "Consent withdrawn")),
            share(25, Coded.reason("duplicate", "Duplicate")),
            share(20, Coded.reason("moved-away", "Moved away")),
            share(15, Coded.reason("deceased", "Deceased"))));

    static final Weighted<Coded> NO_ROOM = new Weighted<>(List.of(
            share(60, Coded.bars("22", "Capacity")),
            share(20, Coded.bars("40", "Not eligible")),
            share(10, Coded.bars("32", "Appointments unsuitable")),
            share(10, Coded.reason("insufficient-assurance", "Insufficient assurance"))));

    /** Of those whose support is completed; the others were not asked again. */
    static final Weighted<Boolean> ASKED_AGAIN = new Weighted<>(List.of(share(70, true), share(30, false)));

    /** Whole years, both ends included. */
    record Ages(int youngest, int oldest) {}

    private Mix() {}

    /** Everything above, as the page shows it. */
    static String page() {
        return Stream.of(
                        courses(),
                        table("need, of 100 (more than a quarter have two)", NEEDS, Coded::display),
                        table("age, of 100", AGES, ages -> ages.youngest() + " to " + ages.oldest()),
                        table("gender, of 100", GENDERS, Function.identity()),
                        table("mode of contacts, of 100", MODES, Coded::display),
                        table("why a link-worker service refuses, of 100", REFUSALS, Mix::reason),
                        table("why a referrer withdraws, of 100", WITHDRAWALS, Mix::reason),
                        table("why a community service refuses, of 100", NO_ROOM, Mix::reason),
                        table(
                                "ONS4 at the end of completed support, of 100",
                                ASKED_AGAIN,
                                again -> again ? "asked again" : "not asked again"))
                .collect(Collectors.joining("\n"));
    }

    private static String courses() {
        return "| how far the episode comes | of 1000 | calls |\n|---|---|---|\n"
                + COURSES.shares().stream()
                        .map(share -> "| %s | %d | %d |\n"
                                .formatted(
                                        share.what().words(),
                                        share.share(),
                                        share.what().calls()))
                        .collect(Collectors.joining());
    }

    private static String reason(Coded coded) {
        return "%s (%s)".formatted(coded.display(), coded.code());
    }

    private static <T> String table(String head, Weighted<T> weighted, Function<T, String> words) {
        return "| %s | |\n|---|---|\n".formatted(head)
                + weighted.shares().stream()
                        .map(share -> "| %s | %d |\n".formatted(words.apply(share.what()), share.share()))
                        .collect(Collectors.joining());
    }
}
