package io.github.sprigfhir.domain.kernel;

import static io.github.sprigfhir.domain.kernel.Outcomes.refusal;
import static io.github.sprigfhir.domain.kernel.Outcomes.valid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NHS numbers by example; the numbers are the published test ones or made up. */
class NhsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "9476719931", "9912003888", "4000000004"})
    void tenDigitsWithTheirCheckDigitAreANumber(String text) {
        assertThat(valid(NhsNumber.parse(text)).digits()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"943 476 5919", " 9434765919 ", "943\u00A0476\u00A05919"})
    void spacesAreReadOver(String text) {
        assertThat(valid(NhsNumber.parse(text)).digits()).isEqualTo("9434765919");
    }

    @Test
    void aWrongCheckDigitIsRefusedWithoutRepeatingTheNumber() {
        Refusal refusal = refusal(NhsNumber.parse("9434765918"));
        assertThat(refusal.reason()).isEqualTo(Reason.NHS_NUMBER_CHECK_DIGIT);
        assertThat(refusal.text()).isEqualTo("The NHS number ending 18 has a wrong check digit (modulus 11).");
        assertThat(refusal.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"943476591", "94347659190", ""})
    void tooFewOrTooManyDigitsAreCounted(String text) {
        Refusal refusal = refusal(NhsNumber.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.NHS_NUMBER_FORM);
        assertThat(refusal.text()).isEqualTo("An NHS number is ten digits; this one has " + text.length() + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"943-476-5919", "943476591X", "٩٤٣٤٧٦٥٩١٩", "943\t4765919"})
    void anythingButDigitsAndSpacesIsRefused(String text) {
        Refusal refusal = refusal(NhsNumber.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.NHS_NUMBER_FORM);
        assertThat(refusal.text()).contains("not a digit");
    }

    @Test
    void theRemainderIsCountedUpwards() {
        assertThat(CheckDigits.modulus11Remainder("9434765918")).isEqualTo(10);
    }

    @Test
    void tenZerosAreAPlaceholderAlthoughTheyPassModulusEleven() {
        assertThat(refusal(NhsNumber.parse("000 000 0000")).reason()).isEqualTo(Reason.NHS_NUMBER_PLACEHOLDER);
    }

    @Test
    void aNumberWhoseCheckDigitWouldHaveToBeTenCannotHold() {
        for (int last = 0; last <= 9; last++) {
            assertThat(refusal(NhsNumber.parse("100000001" + last)).reason()).isEqualTo(Reason.NHS_NUMBER_CHECK_DIGIT);
        }
    }

    @Test
    void aNumberPrintsItsLastTwoDigitsOnly() {
        assertThat(valid(NhsNumber.parse("9434765919"))).hasToString("*** *** **19");
    }

    @Test
    void numbersAreEqualByTheirDigits() {
        NhsNumber number = valid(NhsNumber.parse("9434765919"));
        assertThat(number)
                .isEqualTo(valid(NhsNumber.parse("943 476 5919")))
                .hasSameHashCodeAs(valid(NhsNumber.parse("943 476 5919")))
                .isNotEqualTo(valid(NhsNumber.parse("9476719931")))
                .isNotEqualTo("9434765919");
        assertThat(number.hashCode())
                .isNotEqualTo(valid(NhsNumber.parse("9476719931")).hashCode());
    }
}
