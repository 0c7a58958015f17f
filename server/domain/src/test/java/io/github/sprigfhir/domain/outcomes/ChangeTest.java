package io.github.sprigfhir.domain.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A change is reliable from the threshold on, in the direction of the instrument. */
class ChangeTest {

    @ParameterizedTest
    @CsvSource({
        "18, 12, -6, RELIABLY_BETTER",
        "18, 13, -5, NO_RELIABLE_CHANGE",
        "13, 18, 5, NO_RELIABLE_CHANGE",
        "12, 12, 0, NO_RELIABLE_CHANGE",
        "12, 18, 6, RELIABLY_WORSE"
    })
    void lessIsBetterForThePhq9(BigDecimal first, BigDecimal last, BigDecimal difference, Change.Kind kind) {
        assertThat(Known.phq9().change(first, last)).isEqualTo(new Change(difference, kind));
    }

    @ParameterizedTest
    @CsvSource({
        "16.36, 19.36, RELIABLY_BETTER",
        "16.36, 19.35, NO_RELIABLE_CHANGE",
        "19.98, 16.88, RELIABLY_WORSE",
        "19.98, 17.43, NO_RELIABLE_CHANGE"
    })
    void moreIsBetterForTheSwemwbs(BigDecimal first, BigDecimal last, Change.Kind kind) {
        assertThat(Known.swemwbs().change(first, last).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"4, 5, BETTER", "5, 4, WORSE", "4, 4.0, SAME"})
    void whereNoThresholdIsOfficialAnyDifferenceIsOne(BigDecimal first, BigDecimal last, Change.Kind kind) {
        assertThat(Known.happiness().change(first, last).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void aKindIsPublishedByItsName(Change.Kind kind) {
        assertThat(kind.code())
                .isEqualTo(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Test
    void whatIsPublishedByACodeHasTheCodeOfItsName() {
        for (var licence : Licence.values()) {
            assertThat(licence.code())
                    .isEqualTo(licence.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        for (var direction : Direction.values()) {
            assertThat(direction.code())
                    .isEqualTo(
                            direction.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        for (var part : DefinitionFault.Part.values()) {
            assertThat(part.key())
                    .isEqualTo("measure-"
                            + part.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        for (var rule : OutcomeRule.values()) {
            assertThat(rule.key())
                    .isEqualTo("outcome-"
                            + rule.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0 to 4", "4, 0 to 4", "5, 5 to 9", "20, 20 to 27", "27, 20 to 27"})
    void aScoreIsInItsBand(BigDecimal value, String band) {
        assertThat(Known.phq9().band(value).map(Band::name)).hasValue(band);
        assertThat(Known.phq9().band(new BigDecimal("4.5"))).isEmpty();
    }

    @Test
    void aCodeIsWrittenWithItsSystem() {
        assertThat(new Coded("urn:a", "b")).hasToString("urn:a|b");
    }
}
