package io.github.sprigfhir.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sprigfhir.domain.access.PurposeVerdict.BreaksTheGlass;
import io.github.sprigfhir.domain.access.PurposeVerdict.Everyday;
import io.github.sprigfhir.domain.access.PurposeVerdict.Refused;
import io.github.sprigfhir.domain.kernel.Purpose;
import io.github.sprigfhir.domain.kernel.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeRulesTest {

    private static final Set<Role> MAY_BREAK = EnumSet.of(Role.REFERRER, Role.LINK_WORKER);
    private static final Optional<String> WHY = Optional.of("Fears for her life, said on the phone");

    @ParameterizedTest
    @EnumSource
    void aRoleActsForItsFirstPurposeUnlessItSaysOtherwise(Role role) {
        assertThat(PurposeRules.decide(role, Optional.empty(), Optional.empty()))
                .isEqualTo(new Everyday(PurposeRules.everyday(role).get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleActsForItsOwnPurposesOnly(Role role) {
        for (var purpose : Purpose.values()) {
            var verdict = PurposeRules.decide(role, Optional.of(purpose.code()), WHY);
            if (PurposeRules.everyday(role).contains(purpose)) {
                assertThat(verdict).isEqualTo(new Everyday(purpose));
            } else if (purpose == Purpose.BREAK_THE_GLASS && MAY_BREAK.contains(role)) {
                assertThat(verdict).isEqualTo(new BreaksTheGlass(WHY.get()));
            } else {
                assertThat(verdict)
                        .isEqualTo(new Refused(
                                TokenRule.PURPOSE_NOT_FOR_ROLE,
                                "A %s does not act for that purpose.".formatted(role.code())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void breakingTheGlassIsNobodysEverydayPurpose(Role role) {
        assertThat(PurposeRules.everyday(role)).isNotEmpty().doesNotContain(Purpose.BREAK_THE_GLASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "too short", "  123456789  "})
    void nobodyBreaksTheGlassWithoutSayingWhy(String reason) {
        assertThat(PurposeRules.decide(Role.LINK_WORKER, Optional.of("BTG"), Optional.of(reason)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(TokenRule.PURPOSE_REASON));
        assertThat(PurposeRules.decide(Role.LINK_WORKER, Optional.of("BTG"), Optional.empty()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aReasonIsKeptAsItWasGivenAndHasALimit() {
        assertThat(PurposeRules.decide(Role.REFERRER, Optional.of("BTG"), Optional.of("  1234567890 ")))
                .isEqualTo(new BreaksTheGlass("1234567890"));
        assertThat(PurposeRules.decide(Role.REFERRER, Optional.of("BTG"), Optional.of("a".repeat(500))))
                .isInstanceOf(BreaksTheGlass.class);
        assertThat(PurposeRules.decide(Role.REFERRER, Optional.of("BTG"), Optional.of("a".repeat(501))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPurposeThatNobodyKnowsIsRefused() {
        assertThat(PurposeRules.decide(Role.REFERRER, Optional.of("treat"), WHY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(TokenRule.PURPOSE_UNKNOWN));
    }
}
