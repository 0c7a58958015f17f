package io.github.sprigfhir.domain.kernel;

import static io.github.sprigfhir.domain.kernel.Outcomes.normalised;
import static io.github.sprigfhir.domain.kernel.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Identifiers and codings as the storage interceptor sends them. */
class CodeRulesTest {

    private static final String NHS_NUMBER = RegisteredSystem.NHS_NUMBER.uri();
    private static final Verdict ACCEPTED = new Verdict.Accepted();

    @ParameterizedTest
    @CsvSource({
        "https://fhir.nhs.uk/Id/nhs-number, 9434765919",
        "https://fhir.nhs.uk/Id/ods-organization-code, A81001",
        "https://fhir.nhs.uk/Id/ods-site-code, RR801",
        "https://fhir.nhs.uk/Id/UBRN, anything",
        "http://snomed.info/sct, 871731000000106",
        "http://loinc.org, 44261-6",
        "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland, 01",
        "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus, number-present-and-traced-using-welsh-nhs-ar",
        "http://terminology.hl7.org/CodeSystem/v3-ActCode, anything",
    })
    void whatIsRightOrNotOursIsAccepted(String system, String value) {
        assertThat(CodeRules.decide(system, value)).isEqualTo(ACCEPTED);
    }

    @Test
    void whatHasNoSystemOrNoValueIsAccepted() {
        assertThat(CodeRules.decide(null, "9434765918")).isEqualTo(ACCEPTED);
        assertThat(CodeRules.decide(NHS_NUMBER, null)).isEqualTo(ACCEPTED);
        assertThat(CodeRules.decide("urn:example", null)).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://fhir.nhs.uk/Id/nhs-number, 9434765918, nhs-number-check-digit",
        "https://fhir.nhs.uk/Id/nhs-number, 943, nhs-number-form",
        "https://fhir.nhs.uk/Id/nhs-number, 0000000000, nhs-number-placeholder",
        "https://fhir.nhs.uk/Id/ods-organization-code, A8, ods-code-form",
        "https://fhir.nhs.uk/Id/ods-site-code, A8, ods-code-form",
        "http://snomed.info/sct, 871731000000107, snomed-check-digit",
        "http://snomed.info/sct, social isolation, snomed-form",
        "http://snomed.info/sct, 680541013, snomed-not-a-concept",
        "http://loinc.org, 44261-7, loinc-check-digit",
        "http://loinc.org, 44261, loinc-form",
    })
    void eachReasonHasItsKey(String system, String value, String key) {
        assertThat(refusal(CodeRules.decide(system, value)).reason().key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "https://fhir.nhs.uk/id/nhs-number, 9434765918, NHS_NUMBER_CHECK_DIGIT",
        "https://snomed.info/sct/, 871731000000107, SNOMED_CHECK_DIGIT",
        "https://loinc.org, 44261-7, LOINC_CHECK_DIGIT",
    })
    void anAliasIsNoWayRoundACheckDigit(String system, String value, Reason reason) {
        assertThat(refusal(CodeRules.decide(system, value)).reason()).isEqualTo(reason);
    }

    @Test
    void anAliasIsStoredInItsRegisteredForm() {
        assertThat(normalised(CodeRules.decide("http://fhir.nhs.uk/id/nhs-number", "9434765919")))
                .isEqualTo(new Verdict.Normalised(
                        NHS_NUMBER,
                        "9434765919",
                        "The system was sent as http://fhir.nhs.uk/id/nhs-number; it is stored in its registered form, "
                                + "https://fhir.nhs.uk/Id/nhs-number."));
    }

    @Test
    void anAliasWithoutAValueKeepsHavingNone() {
        assertThat(normalised(CodeRules.decide("https://fhir.nhs.uk/id/UBRN", null))
                        .value())
                .isNull();
    }

    @Test
    void anNhsNumberIsStoredWithoutSpaces() {
        assertThat(normalised(CodeRules.decide(NHS_NUMBER, "943 476 5919")))
                .isEqualTo(
                        new Verdict.Normalised(NHS_NUMBER, "9434765919", "The NHS number is stored without spaces."));
    }

    @Test
    void anOdsCodeIsStoredInCapitals() {
        assertThat(normalised(CodeRules.decide(RegisteredSystem.ODS_SITE.uri(), "rr801")))
                .isEqualTo(new Verdict.Normalised(
                        RegisteredSystem.ODS_SITE.uri(), "RR801", "The ODS code is stored in capitals."));
    }

    @Test
    void twoChangesAreBothTold() {
        Verdict.Normalised verdict = normalised(CodeRules.decide("http://fhir.nhs.uk/Id/nhs-number", "943 476 5919"));
        assertThat(verdict.value()).isEqualTo("9434765919");
        assertThat(verdict.note()).startsWith("The system was sent as").endsWith("stored without spaces.");
    }

    @ParameterizedTest
    @CsvSource({
        "number-present-and-verified, 01",
        "number-present-but-not-traced, 02",
        "trace-required, 03",
        "trace-attempted, 04",
        "trace-needs-to-be-resolved, 05",
        "trace-in-progress, 06",
        "number-not-present-and-trace-not-required, 07",
        "trace-postponed, 08",
    })
    void aRetiredVerificationStatusIsStoredAsTheCodeThatReplacedIt(String retired, String current) {
        Verdict.Normalised verdict =
                normalised(CodeRules.decide(RegisteredSystem.RETIRED_NHS_NUMBER_STATUS.uri(), retired));
        assertThat(verdict.system()).isEqualTo(RegisteredSystem.NHS_NUMBER_STATUS.uri());
        assertThat(verdict.value()).isEqualTo(current);
        assertThat(verdict.note()).contains(retired).contains("retired").contains(current);
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsKebabCase(Reason reason) {
        assertThat(reason.key())
                .isEqualTo(reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Test
    void anNhsNumberInTheWrongPlaceIsNotRepeated() {
        assertThat(refusal(CodeRules.decide(RegisteredSystem.SNOMED_CT.uri(), "9434765919"))
                        .text())
                .contains("a value that could be an NHS number");
        assertThat(refusal(CodeRules.decide(RegisteredSystem.LOINC.uri(), "943-476-5919"))
                        .text())
                .contains("a value that could be an NHS number");
        assertThat(refusal(CodeRules.decide(RegisteredSystem.ODS_SITE.uri(), "Jo Bloggs 9434765919"))
                        .text())
                .contains("a value of 20 characters");
    }

    @Test
    void aCodeOfTenDigitsThatIsNoNhsNumberIsNamed() {
        assertThat(refusal(CodeRules.decide(RegisteredSystem.SNOMED_CT.uri(), "9434765918"))
                        .text())
                .contains("9434765918");
    }

    @Test
    void aValueThatIsNoCodeIsDescribed() {
        assertThat(refusal(CodeRules.decide(RegisteredSystem.SNOMED_CT.uri(), "social isolation"))
                        .text())
                .contains("a value of 16 characters")
                .doesNotContain("social");
    }

    @Test
    void aLongValueIsDescribed() {
        assertThat(refusal(CodeRules.decide(RegisteredSystem.LOINC.uri(), "1".repeat(19)))
                        .text())
                .contains("a value of 19 characters");
        assertThat(refusal(CodeRules.decide(RegisteredSystem.LOINC.uri(), "1".repeat(18)))
                        .text())
                .contains("1".repeat(18));
    }
}
