package io.github.sprigfhir.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a walk expects of a step before it takes it. */
class TableTest {

    private static final String GP = "PractitionerRole/gp";
    private static final String SERVICE = "HealthcareService/s";

    private static JsonNode task(String status, String owner) {
        return JudgeTest.json("""
                {"resourceType": "Task", "id": "t", "status": "%s", "requester": {"reference": "%s"}%s}""".formatted(
                        status, GP, owner.isEmpty() ? "" : ", \"owner\": {\"reference\": \"%s\"}".formatted(owner)));
    }

    private static boolean allows(JsonNode before, TaskChange change) {
        return Table.allows(before, change.after(), Optional.empty());
    }

    @Test
    void aMoveOfTheTableIsAllowedAndAnotherIsNot() {
        var task = task("requested", SERVICE);

        assertThat(allows(task, new TaskChange(task).status("received"))).isTrue();
        assertThat(allows(task, new TaskChange(task).status("accepted"))).isFalse();
        assertThat(allows(task, new TaskChange(task).status("requested"))).isTrue();
    }

    @Test
    void aMoveBringsWhatItNeeds() {
        var task = task("in-progress", SERVICE);

        assertThat(allows(task, new TaskChange(task).status("failed"))).isFalse();
        assertThat(allows(task, new TaskChange(task).status("failed").because("99")))
                .isTrue();
        assertThat(allows(task, new TaskChange(task).status("completed"))).isFalse();
        assertThat(allows(task, new TaskChange(task).status("completed").saying("They came.")))
                .isTrue();
    }

    @Test
    void whatHasEndedOnlyStaysAsItIs() {
        var task = task("completed", SERVICE);

        assertThat(allows(task, new TaskChange(task).status("completed"))).isTrue();
        assertThat(allows(task, new TaskChange(task).noting("One more thing."))).isFalse();
    }

    @Test
    void aTaskIsClaimedOnceAndInTime() {
        var pool = task("requested", "");
        var cancelled = new TaskChange(pool).status("cancelled").because("99");

        assertThat(allows(pool, new TaskChange(pool).status("received"))).isFalse();
        assertThat(allows(pool, new TaskChange(pool).owner(SERVICE))).isTrue();
        assertThat(allows(pool, new TaskChange(pool).owner(SERVICE).status("received")))
                .isTrue();
        assertThat(allows(pool, cancelled)).isTrue();
        assertThat(allows(pool, cancelled.owner(SERVICE))).isFalse();
        var owned = task("requested", SERVICE);
        assertThat(allows(owned, new TaskChange(owned).owner(GP))).isFalse();
    }

    @Test
    void whoSaysForWhomTheyActMovesOnlyWhatIsTheirs() {
        var task = task("requested", SERVICE);
        var received = new TaskChange(task).status("received").after();
        var cancelled = new TaskChange(task).status("cancelled").because("99").after();

        assertThat(Table.allows(task, received, Optional.of(SERVICE))).isTrue();
        assertThat(Table.allows(task, received, Optional.of(GP))).isFalse();
        assertThat(Table.allows(task, cancelled, Optional.of(SERVICE))).isFalse();
        assertThat(Table.allows(task, cancelled, Optional.of(GP))).isTrue();
    }
}
