package io.github.sprigfhir.app.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.app.running.ChangeAttack.Found;
import io.github.sprigfhir.app.running.ChangeAttack.Scored;
import io.github.sprigfhir.app.running.ChangeAttack.What;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Nobody is found by what the report on change tells, whoever asks for all of it and takes it apart. */
@GuardedServer
class OutcomesAttackIT {

    private static final int WORLDS = 30;
    private static final int MOST = 10;
    private static final String MEASURE = "https://sprig-fhir.github.io/ig/CodeSystem/outcome-measure|ons4-happiness";
    private static final List<String> SEXES = List.of("Male", "Female", "Other");
    private static final List<String> BANDS = List.of("18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84");

    private final Reports reports;

    OutcomesAttackIT(@LocalServerPort int port, @Autowired ApplicationContext beans) {
        reports = new Reports(beans, new Server(port));
    }

    @AfterEach
    void forgetPeople() {
        reports.forgetOthers();
    }

    /**
     * Of few, as many numbers stay possible as there are few; of the sum of their scores, more than one person can move
     * it.
     */
    @Test
    void nobodyIsFoundByTakingPartsFromTheWhole() {
        var found = new ArrayList<Found>();
        for (int seed = 0; seed < WORLDS; seed++) {
            reports.forgetOthers();
            var people = people(new Random(seed));
            record(people);
            var group = Reports.group(reports.ask("outcomes", "2017-07-01", "2017-09-30"), "ons4-happiness");
            found.addAll(new ChangeAttack(group, people, MOST).found());
        }

        assertThat(found).as("an attack that misses the truth finds nothing").allMatch(Found::mayBeTrue);
        var closed = found.stream().filter(one -> one.room() < least(one)).toList();
        assertThat(closed).as("of %s found %s", byWhat(found), byWhat(closed)).isEmpty();
        assertThat(found.stream().filter(one -> one.what().isCount())).hasSizeGreaterThan(1000);
        assertThat(found.stream().filter(one -> !one.what().isCount())).hasSizeGreaterThan(500);
    }

    private static Map<What, Long> byWhat(List<Found> found) {
        return found.stream()
                .collect(Collectors.groupingBy(Found::what, () -> new EnumMap<>(What.class), Collectors.counting()));
    }

    /** A change goes down as far as up. */
    private static double least(Found one) {
        return switch (one.what()) {
            case MEASURED, PAIRED, ALONE, BETTER, SAME, WORSE -> 4;
            case BEFORE, AFTER -> MOST;
            case CHANGE -> 2 * MOST;
        };
    }

    private static List<Scored> people(Random random) {
        var alone = 1 + random.nextInt(8);
        var worse = random.nextInt(3);
        return IntStream.range(0, 6 + skewed(random, 80))
                .mapToObj(number -> {
                    var first = 2 + random.nextInt(5);
                    var last = Math.min(MOST, first - worse + random.nextInt(5));
                    return new Scored(parts(random), random.nextInt(alone) > 0 || number < 6, first, last);
                })
                .toList();
    }

    private static Map<String, String> parts(Random random) {
        return Map.of(
                "sex",
                SEXES.get(skewed(random, SEXES.size())),
                "age-band",
                BANDS.get(skewed(random, BANDS.size())),
                "deprivation",
                String.valueOf(1 + skewed(random, 10)),
                "provider",
                "HealthcareService/S" + skewed(random, 4),
                "referrer",
                "Organization/R" + skewed(random, 8),
                "ethnicity",
                "Unknown",
                "need",
                "Unknown");
    }

    private static int skewed(Random random, int most) {
        return random.nextInt(1 + random.nextInt(most));
    }

    private void record(List<Scored> people) {
        IntStream.range(0, people.size()).forEach(number -> {
            var one = people.get(number);
            var id = Reports.INVENTED + number;
            reports.database()
                    .sql("""
                            insert into sprig_episode (id, begun, ended, needs, sex, age, deprivation, provider, referrer)
                            values (?, '2017-07-01', '2017-08-30', '{}', lower(?), ?, cast(? as int), ?, ?)
                            """)
                    .params(
                            id,
                            part(one, "sex"),
                            18 + Math.max(0, 7 + 10 * (BANDS.indexOf(part(one, "age-band")) - 1)),
                            part(one, "deprivation"),
                            part(one, "provider"),
                            part(one, "referrer"))
                    .update();
            reports.database()
                    .sql("insert into sprig_pair (episode, measure, first, last, scores) values (?, ?, ?, ?, ?)")
                    .params(id, MEASURE, one.first(), one.paired() ? one.last() : one.first(), one.paired() ? 2 : 1)
                    .update();
        });
    }

    private static String part(Scored one, String by) {
        return one.parts().getOrDefault(by, "").replaceFirst(".*/", "");
    }
}
