package io.github.sprigfhir.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems as senders write them. */
class SystemFormTest {

    @ParameterizedTest
    @EnumSource
    void theRegisteredUriIsRegistered(RegisteredSystem system) {
        assertThat(SystemForm.of(system.uri())).isEqualTo(new SystemForm.Registered(system));
    }

    @ParameterizedTest
    @CsvSource({
        "https://fhir.nhs.uk/id/nhs-number, NHS_NUMBER",
        "http://fhir.nhs.uk/Id/nhs-number, NHS_NUMBER",
        "http://fhir.nhs.uk/id/ods-organization-code, ODS_ORGANISATION",
        "https://fhir.nhs.uk/Id/ods-site-code/, ODS_SITE",
        "https://fhir.nhs.uk/Id/ubrn, ERS_BOOKING_REFERENCE",
        "https://fhir.nhs.uk/Codesystem/http-error-codes, HTTP_ERROR",
        "https://fhir.nhs.uk/Codesystem/message-events-bars, MESSAGE_EVENT",
        "HTTPS://FHIR.NHS.UK/CODESYSTEM/MESSAGE-REASON-BARS, MESSAGE_REASON",
        "https://snomed.info/sct, SNOMED_CT",
        "http://snomed.info/sct/, SNOMED_CT",
        "https://loinc.org/, LOINC",
    })
    void whatSendersWriteInsteadIsAnAlias(String sent, RegisteredSystem system) {
        assertThat(SystemForm.of(sent)).isEqualTo(new SystemForm.Alias(system));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "http://",
                "https://fhir.nhs.uk/Id/dos-service-id",
                "https://fhir.nhs.uk/Id/nhs-number2",
                "https://fhir.nhs.uk/Id/nhs-number//",
                "ftp://fhir.nhs.uk/Id/nhs-number",
                "http://snomed.info/sct/83821000000107",
                "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                "urn:oid:2.16.840.1.113883.2.1.4.1"
            })
    void anyOtherSystemIsNotOurs(String sent) {
        assertThat(SystemForm.of(sent)).isEqualTo(new SystemForm.NotOurs());
    }

    @Test
    void aSystemWithoutItsSchemeIsStillRecognised() {
        assertThat(SystemForm.of("fhir.nhs.uk/Id/nhs-number"))
                .isEqualTo(new SystemForm.Alias(RegisteredSystem.NHS_NUMBER));
    }
}
