package io.github.sprigfhir.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.kernel.SnomedCode;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HappeningTest {

    @Test
    void eachHappeningIsRecordedByItsCode() {
        assertThat(new Happening.Offered().codes()).containsExactly(LifecycleCode.OFFERED);
        assertThat(new Happening.OfferDeclined().codes()).containsExactly(LifecycleCode.DECLINED);
        assertThat(new Happening.Referred().codes()).containsExactly(LifecycleCode.REFERRED);
        assertThat(new Happening.Signposted().codes()).containsExactly(LifecycleCode.SIGNPOSTED);
        assertThat(new Happening.Ended(false).codes()).containsExactly(LifecycleCode.CLOSED);
        assertThat(new Happening.Ended(true).codes()).containsExactly(LifecycleCode.DECLINED, LifecycleCode.CLOSED);
    }

    @Test
    void onlyAContactThatTookPlaceCountsAsSeen() {
        assertThat(new Happening.Contact(true).codes()).containsExactly(LifecycleCode.SEEN);
        assertThat(new Happening.Contact(false).codes()).isEmpty();
    }

    @Test
    void everyCodeIsReached() {
        var reached = EnumSet.noneOf(LifecycleCode.class);
        Stream.of(
                        new Happening.Offered(),
                        new Happening.Referred(),
                        new Happening.Signposted(),
                        new Happening.Contact(true),
                        new Happening.Ended(true))
                .forEach(happening -> reached.addAll(happening.codes()));
        assertThat(reached).containsExactly(LifecycleCode.values());
    }

    @Test
    void everyCodeIsAConceptOfSnomed() {
        for (var code : LifecycleCode.values()) {
            assertThat(SnomedCode.parse(code.snomed()).<Boolean>fold(valid -> true, refused -> false))
                    .as(code.display())
                    .isTrue();
        }
    }
}
