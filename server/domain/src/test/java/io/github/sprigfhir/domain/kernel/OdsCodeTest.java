package io.github.sprigfhir.domain.kernel;

import static io.github.sprigfhir.domain.kernel.Outcomes.refusal;
import static io.github.sprigfhir.domain.kernel.Outcomes.valid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ODS codes by example. */
class OdsCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"RR8", "A81001", "Y12345", "AZ09AZ09AZ"})
    void threeToTenCapitalsAndDigitsAreACode(String text) {
        assertThat(valid(OdsCode.parse(text)).value()).isEqualTo(text);
    }

    @Test
    void smallLettersBecomeCapitals() {
        assertThat(valid(OdsCode.parse("a81001z"))).hasToString("A81001Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RR",
                "A8100123456",
                "A81 001",
                "A81-01",
                "A81001\n",
                "Æ81001",
                "a8100ı",
                "A81@01",
                "A81[01",
                "A81`01",
                "A81{01",
                "A81/01",
                "A81:01"
            })
    void anyOtherFormIsRefused(String text) {
        Refusal refusal = refusal(OdsCode.parse(text));
        assertThat(refusal.reason()).isEqualTo(Reason.ODS_CODE_FORM);
        assertThat(refusal.text()).startsWith("An ODS code is 3 to 10 letters and digits");
    }

    @Test
    void codesAreEqualByTheirValue() {
        assertThat(valid(OdsCode.parse("A81001")))
                .isEqualTo(valid(OdsCode.parse("a81001")))
                .hasSameHashCodeAs(valid(OdsCode.parse("a81001")))
                .isNotEqualTo(valid(OdsCode.parse("A81002")))
                .isNotEqualTo("A81001");
        assertThat(valid(OdsCode.parse("A81001")).hashCode())
                .isNotEqualTo(valid(OdsCode.parse("A81002")).hashCode());
    }
}
