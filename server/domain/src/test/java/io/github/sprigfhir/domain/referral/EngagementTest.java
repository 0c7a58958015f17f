package io.github.sprigfhir.domain.referral;

import static io.github.sprigfhir.domain.referral.Attendance.ATTENDED;
import static io.github.sprigfhir.domain.referral.Attendance.DID_NOT_ATTEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngagementTest {

    @ParameterizedTest
    @CsvSource({"0, LIGHT", "1, LIGHT", "2, LIGHT", "3, MEDIUM", "6, MEDIUM", "7, HOLISTIC", "40, HOLISTIC"})
    void contactsThatTookPlaceMakeTheLevel(int attended, Engagement level) {
        assertThat(Engagement.of(attended, 7)).isEqualTo(level);
    }

    @Test
    void aLevelSaysItsNameToMachinesAndPeople() {
        assertThat(Engagement.values()).extracting(Engagement::code).containsExactly("light", "medium", "holistic");
        assertThat(Engagement.values()).extracting(Engagement::display).containsExactly("Light", "Medium", "Holistic");
    }

    @Test
    void twoNonAttendancesRunningAreWorrying() {
        assertThat(Attendance.isWorrying(List.of(ATTENDED, DID_NOT_ATTEND, DID_NOT_ATTEND)))
                .isTrue();
        assertThat(Attendance.isWorrying(List.of(DID_NOT_ATTEND, DID_NOT_ATTEND)))
                .isTrue();
    }

    @Test
    void oneNonAttendanceOrAContactInBetweenIsNot() {
        assertThat(Attendance.isWorrying(List.of())).isFalse();
        assertThat(Attendance.isWorrying(List.of(DID_NOT_ATTEND))).isFalse();
        assertThat(Attendance.isWorrying(List.of(DID_NOT_ATTEND, ATTENDED, DID_NOT_ATTEND)))
                .isFalse();
        assertThat(Attendance.isWorrying(List.of(DID_NOT_ATTEND, DID_NOT_ATTEND, ATTENDED)))
                .isFalse();
    }
}
