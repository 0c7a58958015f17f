package io.github.sprigfhir.domain.kernel;

/** The systems of identifiers and codes that we know by name, each with the one URI it is registered under. */
public enum RegisteredSystem {
    NHS_NUMBER("https://fhir.nhs.uk/Id/nhs-number"),
    ODS_ORGANISATION("https://fhir.nhs.uk/Id/ods-organization-code"),
    ODS_SITE("https://fhir.nhs.uk/Id/ods-site-code"),
    SDS_USER("https://fhir.nhs.uk/Id/sds-user-id"),
    SDS_ROLE_PROFILE("https://fhir.nhs.uk/Id/sds-role-profile-id"),
    ERS_BOOKING_REFERENCE("https://fhir.nhs.uk/Id/UBRN"),
    CHARITY_NUMBER("https://register-of-charities.charitycommission.gov.uk"),
    COMPANY_NUMBER("https://find-and-update.company-information.service.gov.uk"),
    NHS_NUMBER_STATUS("https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland"),
    /** Retired by HL7 UK, and still sent; its codes are in {@link RetiredCodes}. */
    RETIRED_NHS_NUMBER_STATUS("https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus"),
    ETHNIC_CATEGORY("https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland"),
    REJECTED_REASON("https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars"),
    MESSAGE_EVENT("https://fhir.nhs.uk/CodeSystem/message-events-bars"),
    MESSAGE_REASON("https://fhir.nhs.uk/CodeSystem/message-reason-bars"),
    HTTP_ERROR("https://fhir.nhs.uk/CodeSystem/http-error-codes"),
    SNOMED_CT("http://snomed.info/sct"),
    LOINC("http://loinc.org");

    private final String uri;

    RegisteredSystem(String uri) {
        this.uri = uri;
    }

    /** The registered URI, to the letter. */
    public String uri() {
        return uri;
    }
}
