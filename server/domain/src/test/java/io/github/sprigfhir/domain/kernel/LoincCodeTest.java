package io.github.sprigfhir.domain.kernel;

import static io.github.sprigfhir.domain.kernel.Outcomes.refusal;
import static io.github.sprigfhir.domain.kernel.Outcomes.valid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LOINC codes by example: those of PHQ-9 and GAD-7, their answers, and codes known to be wrong. */
class LoincCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "44249-1", "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
                "44260-8", "44261-6", "69737-5", "69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8",
                "69736-7", "70274-6"
            })
    void theCodesOfPhq9AndGad7Hold(String text) {
        assertThat(valid(LoincCode.parse(text)).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9", "LA137-2"})
    void theLettersOfAnAnswerCount(String text) {
        assertThat(valid(LoincCode.parse(text))).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"69689-6", "44261-7", "LA6568-4"})
    void aWrongCheckDigitIsRefusedAndTheCodeIsNamed(String text) {
        Refusal refusal = refusal(LoincCode.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.LOINC_CHECK_DIGIT);
        assertThat(refusal.text()).isEqualTo("The LOINC code " + text + " has a wrong check digit (modulus 10).");
        assertThat(refusal.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11491-6", "5895-7", "6649-9"})
    void theCodesThatLoincPublishedWrongAreTaken(String text) {
        assertThat(valid(LoincCode.parse(text)).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "44261", "44261-", "-6", "44261-66", "12345678-1", "LX6568-5", "la6568-5", "44261-6 "})
    void anyOtherFormIsRefused(String text) {
        Refusal refusal = refusal(LoincCode.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.LOINC_FORM);
        assertThat(refusal.text()).startsWith("A LOINC code is up to seven digits");
    }

    @Test
    void codesAreEqualByTheirValue() {
        assertThat(valid(LoincCode.parse("44261-6")))
                .isEqualTo(valid(LoincCode.parse("44261-6")))
                .hasSameHashCodeAs(valid(LoincCode.parse("44261-6")))
                .isNotEqualTo(valid(LoincCode.parse("70274-6")))
                .isNotEqualTo("44261-6");
        assertThat(valid(LoincCode.parse("44261-6")).hashCode())
                .isNotEqualTo(valid(LoincCode.parse("70274-6")).hashCode());
    }
}
