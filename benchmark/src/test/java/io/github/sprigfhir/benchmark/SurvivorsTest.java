package io.github.sprigfhir.benchmark;

import static io.github.sprigfhir.benchmark.Survivors.Presence.ABSENT;
import static io.github.sprigfhir.benchmark.Survivors.Presence.DOUBLED;
import static io.github.sprigfhir.benchmark.Survivors.Presence.HALF;
import static io.github.sprigfhir.benchmark.Survivors.Presence.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A crash test that could not see a torn transaction would prove nothing. */
class SurvivorsTest {

    private static final Referral REFERRAL = new Referral("", Map.of("Patient", "nhs|1", "Task", "practice|H-1"));

    private final Survivors survivors = new Survivors();

    private static JsonNode searchset(String system, String... values) {
        var bundle = JsonNodeFactory.instance.objectNode();
        var entries = bundle.putArray("entry");
        for (var value : values) {
            var identifier = entries.addObject().putObject("resource").putArray("identifier");
            identifier.addObject().put("system", system).put("value", value);
        }
        return bundle;
    }

    @Test
    void aReferralIsWholeWhenEachOfItsResourcesIsThere() {
        survivors.add("Patient", searchset("nhs", "1", "2"));
        survivors.add("Task", searchset("practice", "H-1"));

        assertThat(survivors.of(REFERRAL)).isEqualTo(WHOLE);
    }

    @Test
    void aReferralWithoutItsTaskIsHalf() {
        survivors.add("Patient", searchset("nhs", "1"));
        survivors.add("Task", searchset("practice", "H-2"));

        assertThat(survivors.of(REFERRAL)).isEqualTo(HALF);
    }

    @Test
    void theSameIdentifierOnAnotherTypeDoesNotCount() {
        survivors.add("Patient", searchset("nhs", "1"));
        survivors.add("ServiceRequest", searchset("practice", "H-1"));

        assertThat(survivors.of(REFERRAL)).isEqualTo(HALF);
    }

    @Test
    void aReferralOfWhichNothingIsThereIsAbsent() {
        assertThat(survivors.of(REFERRAL)).isEqualTo(ABSENT);
    }

    @Test
    void aPersonWhoIsThereTwiceIsNoticed() {
        survivors.add("Patient", searchset("nhs", "1", "1"));
        survivors.add("Task", searchset("practice", "H-1"));

        assertThat(survivors.of(REFERRAL)).isEqualTo(DOUBLED);
    }
}
