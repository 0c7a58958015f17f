package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is published about the mix must be what is written, and the same seed must always write the same. */
class MixTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 20);

    private final List<Plan> plans = IntStream.range(0, 20_000)
            .mapToObj(number -> Plan.of(1, number, UNTIL))
            .toList();

    @Test
    void thePageShowsTheMix() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(Mix.page());
    }

    @Test
    void theSharesAddUp() {
        assertThat(Mix.COURSES.whole()).isEqualTo(1000);
        assertThat(List.of(Mix.NEEDS, Mix.AGES, Mix.GENDERS, Mix.MODES, Mix.REFUSALS, Mix.WITHDRAWALS, Mix.NO_ROOM))
                .allSatisfy(shares -> assertThat(shares.whole()).isEqualTo(100));
    }

    @Test
    void everyCourseComesAboutAsOftenAsItSays() {
        var counts = plans.stream().collect(Collectors.groupingBy(Plan::course, Collectors.counting()));

        assertThat(Course.values()).allSatisfy(course -> assertThat(counts.getOrDefault(course, 0L) / 20.0)
                .isBetween(course.perThousand() * 0.8, course.perThousand() * 1.2));
    }

    @Test
    void theSameSeedPlansTheSame() {
        assertThat(Plan.of(1, 4711, UNTIL)).isEqualTo(plans.get(4711));
        assertThat(Plan.of(2, 4711, UNTIL)).isNotEqualTo(plans.get(4711));
    }

    @Test
    void noTwoOfOneSeedShareAPersonOrAKey() {
        assertThat(distinct(plan -> plan.person().nhsNumber())).isEqualTo(plans.size());
        assertThat(distinct(Plan::key)).isEqualTo(plans.size());
        assertThat(plans).allSatisfy(plan -> assertThat(plan.key()).startsWith("LOAD-1-"));
    }

    @Test
    void theNextSeedHasOtherPeople() {
        var people = plans.stream().map(plan -> plan.person().nhsNumber()).collect(Collectors.toSet());

        assertThat(IntStream.range(0, 20_000).mapToObj(NhsNumbers::at))
                .as("seed 0")
                .noneMatch(people::contains);
    }

    @Test
    void everyNumberIsValidAndEveryoneIsAnAdult() {
        assertThat(plans).allSatisfy(plan -> {
            var number = plan.person().nhsNumber();
            assertThat(number).matches("999\\d{7}");
            assertThat(NhsNumbers.checkDigit(number.substring(0, 9))).isEqualTo(number.charAt(9) - '0');
            assertThat(Period.between(plan.person().born(), plan.begun()).getYears())
                    .isBetween(18, 95);
        });
    }

    private int distinct(Function<Plan, String> field) {
        return new HashSet<>(plans.stream().map(field).toList()).size();
    }
}
