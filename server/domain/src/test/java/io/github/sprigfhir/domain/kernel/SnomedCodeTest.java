package io.github.sprigfhir.domain.kernel;

import static io.github.sprigfhir.domain.kernel.Outcomes.refusal;
import static io.github.sprigfhir.domain.kernel.Outcomes.valid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SNOMED CT concept ids by example, the codes of the pathway among them. */
class SnomedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "871691000000100",
                "871711000000103",
                "871731000000106",
                "1084281000000109",
                "1362931000000106",
                "1362721000000106",
                "390893007",
                "422650009",
                "32911000",
                "766561000000109",
                "999002381000000108",
                "138875005",
                "64572001"
            })
    void theCodesOfThePathwayHold(String text) {
        assertThat(valid(SnomedCode.parse(text)).value()).isEqualTo(text);
    }

    @Test
    void aWrongCheckDigitIsRefusedAndTheCodeIsNamed() {
        Refusal refusal = refusal(SnomedCode.parse("871731000000107"));
        assertThat(refusal.reason()).isEqualTo(Reason.SNOMED_CHECK_DIGIT);
        assertThat(refusal.text()).isEqualTo("The SNOMED CT id 871731000000107 has a wrong check digit (Verhoeff).");
        assertThat(refusal.remedy()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1362931000000100", "999002381000000000"})
    void aCodeThatASpreadsheetRoundedIsToldSo(String text) {
        Refusal refusal = refusal(SnomedCode.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.SNOMED_CHECK_DIGIT);
        assertThat(refusal.text()).contains(text).contains("spreadsheet").contains("after the 15th");
        assertThat(refusal.remedy()).contains("as text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"871731000000100", "1362931000000107", "999002381000000100"})
    void aCodeThatNoSpreadsheetRoundedIsNotToldSo(String text) {
        assertThat(refusal(SnomedCode.parse(text)).text()).doesNotContain("spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567890123456789", "0422650009", "42265000x", " 422650009", "１２３４５６"})
    void anyOtherFormIsRefused(String text) {
        Refusal refusal = refusal(SnomedCode.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.SNOMED_FORM);
        assertThat(refusal.text()).startsWith("A SNOMED CT concept id is 6 to 18 digits");
    }

    @Test
    void anExpressionIsRefusedAsOne() {
        Refusal refusal = refusal(SnomedCode.parse("128045006:{363698007=56459004}"));
        assertThat(refusal.reason()).isEqualTo(Reason.SNOMED_FORM);
        assertThat(refusal.remedy()).contains("expressions are not taken");
    }

    @Test
    void theIdOfADescriptionIsNotAConcept() {
        Refusal refusal = refusal(SnomedCode.parse(withCheckDigit("68054101")));
        assertThat(refusal.reason()).isEqualTo(Reason.SNOMED_NOT_A_CONCEPT);
        assertThat(refusal.text()).contains("not a concept");
    }

    @Test
    void theLongFormNeedsRoomForItsNamespace() {
        assertThat(refusal(SnomedCode.parse(withCheckDigit("123456710"))).reason())
                .isEqualTo(Reason.SNOMED_NOT_A_CONCEPT);
        String shortest = withCheckDigit("1100000010");
        assertThat(valid(SnomedCode.parse(shortest))).hasToString(shortest);
    }

    @Test
    void theShortestIdHasSixDigits() {
        String six = withCheckDigit("10000");
        assertThat(valid(SnomedCode.parse(six)).value()).isEqualTo(six);
    }

    @Test
    void codesAreEqualByTheirValue() {
        assertThat(valid(SnomedCode.parse("390893007")))
                .isEqualTo(valid(SnomedCode.parse("390893007")))
                .hasSameHashCodeAs(valid(SnomedCode.parse("390893007")))
                .isNotEqualTo(valid(SnomedCode.parse("422650009")))
                .isNotEqualTo("390893007");
        assertThat(valid(SnomedCode.parse("390893007")).hashCode())
                .isNotEqualTo(valid(SnomedCode.parse("422650009")).hashCode());
    }

    private static String withCheckDigit(String body) {
        for (int digit = 0; digit <= 9; digit++) {
            if (CheckDigits.verhoeffHolds(body + digit)) {
                return body + digit;
            }
        }
        throw new AssertionError("Verhoeff gives every body a check digit");
    }
}
