Profile: SprigOrganization
Parent: Organization
Id: sprig-organization
Title: "Organisation"
Description: "A GP practice, the home of a link-worker service, a charity, a company, a public body, or a small group that is none of these."
* insert Published
* insert Identified
* insert IdentifiersBySystem
* insert IdentifierOfSystem(odsCode, https://fhir.nhs.uk/Id/ods-organization-code)
* insert IdentifierOfSystem(charityNumber, https://register-of-charities.charitycommission.gov.uk)
* insert IdentifierOfSystem(companyNumber, https://find-and-update.company-information.service.gov.uk)
* active MS
* name 1..1 MS
* telecom MS
* address MS
* partOf MS

Profile: SprigLocation
Parent: Location
Id: sprig-location
Title: "Location"
Description: "Where a service takes place, or the area it covers."
* insert Published
* insert Identified
* insert IdentifiersBySystem
* insert IdentifierOfSystem(odsSiteCode, https://fhir.nhs.uk/Id/ods-site-code)
* status MS
* name 1..1 MS
* address MS
* position MS
* managingOrganization MS
