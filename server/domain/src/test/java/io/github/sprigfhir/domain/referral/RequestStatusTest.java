package io.github.sprigfhir.domain.referral;

import static io.github.sprigfhir.domain.referral.Progress.COMPLETED;
import static io.github.sprigfhir.domain.referral.Progress.ENDED;
import static io.github.sprigfhir.domain.referral.Progress.ON_HOLD;
import static io.github.sprigfhir.domain.referral.Progress.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestStatusTest {

    @Test
    void nobodyAskedMeansNoStatus() {
        assertThat(RequestStatus.after(List.of(), List.of())).isEmpty();
    }

    @Test
    void oneOpenHandoverKeepsTheRequestActive() {
        assertThat(RequestStatus.after(List.of(OPEN), List.of())).contains(RequestStatus.ACTIVE);
        assertThat(RequestStatus.after(List.of(COMPLETED), List.of(OPEN))).contains(RequestStatus.ACTIVE);
        assertThat(RequestStatus.after(List.of(ON_HOLD), List.of(OPEN, ENDED))).contains(RequestStatus.ACTIVE);
    }

    @Test
    void whenAllThatIsOpenRestsTheRequestRests() {
        assertThat(RequestStatus.after(List.of(ON_HOLD), List.of(ENDED))).contains(RequestStatus.ON_HOLD);
        assertThat(RequestStatus.after(List.of(COMPLETED), List.of(ON_HOLD))).contains(RequestStatus.ON_HOLD);
    }

    @Test
    void itsOwnHandoversSayHowTheRequestEnded() {
        assertThat(RequestStatus.after(List.of(ENDED, COMPLETED), List.of(ENDED)))
                .contains(RequestStatus.COMPLETED);
        assertThat(RequestStatus.after(List.of(ENDED), List.of(COMPLETED))).contains(RequestStatus.REVOKED);
        assertThat(RequestStatus.after(List.of(), List.of(COMPLETED))).contains(RequestStatus.REVOKED);
    }

    @Test
    void theRequestHasEndedExactlyWhenAllHandoversHave() {
        for (var own : everyListUpTo(2)) {
            for (var onward : everyListUpTo(2)) {
                var all = new ArrayList<>(own);
                all.addAll(onward);
                assertThat(RequestStatus.after(own, onward).map(RequestStatus::hasEnded))
                        .isEqualTo(
                                all.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(all.stream().allMatch(Progress::hasEnded)));
            }
        }
    }

    @Test
    void codesAreThoseOfFhir() {
        assertThat(RequestStatus.values())
                .extracting(RequestStatus::code)
                .containsExactly("active", "on-hold", "completed", "revoked");
    }

    private static List<List<Progress>> everyListUpTo(int length) {
        var lists = new ArrayList<List<Progress>>();
        lists.add(List.of());
        for (int start = 0, round = 0; round < length; round++) {
            int end = lists.size();
            for (var shorter : List.copyOf(lists.subList(start, end))) {
                for (var next : Progress.values()) {
                    var longer = new ArrayList<>(shorter);
                    longer.add(next);
                    lists.add(longer);
                }
            }
            start = end;
        }
        return lists;
    }
}
