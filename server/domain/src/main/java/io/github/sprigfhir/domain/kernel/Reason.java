package io.github.sprigfhir.domain.kernel;

/**
 * Why an identifier or a code is refused; the key is stable and serves as the rule key of the OperationOutcome, the
 * audit record and the test.
 */
public enum Reason implements Rule {
    NHS_NUMBER_FORM("nhs-number-form"),
    NHS_NUMBER_PLACEHOLDER("nhs-number-placeholder"),
    NHS_NUMBER_CHECK_DIGIT("nhs-number-check-digit"),
    ODS_CODE_FORM("ods-code-form"),
    SNOMED_FORM("snomed-form"),
    SNOMED_CHECK_DIGIT("snomed-check-digit"),
    SNOMED_NOT_A_CONCEPT("snomed-not-a-concept"),
    LOINC_FORM("loinc-form"),
    LOINC_CHECK_DIGIT("loinc-check-digit");

    private final String key;

    Reason(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
