Profile: SprigPatient
Parent: Patient
Id: sprig-patient
Title: "Person"
Description: "A person who is referred to social prescribing. UK Core's ethnic category extension (on the Patient) and NHS number verification status extension (on the NHS number) are used as UK Core defines them."
* insert Published
* insert Identified
* insert IdentifiersBySystem
* insert IdentifierOfSystem(nhsNumber, https://fhir.nhs.uk/Id/nhs-number)
* identifier[nhsNumber] ^short = "NHS number: ten digits, modulus 11, with its verification status"
* name 1..* MS
* name.family 1..1 MS
* name.given 1..* MS
* telecom MS
* gender MS
* birthDate 1..1 MS
* deceased[x] MS
* address MS
* communication MS
* communication.language from http://hl7.org/fhir/ValueSet/all-languages (preferred)
* communication ^short = "Languages, and which one the person prefers; other communication needs are Flags"
* generalPractitioner 1..1 MS
* generalPractitioner only Reference(Organization)
* generalPractitioner ^short = "The GP practice, by its ODS code"
* generalPractitioner.identifier 1..1 MS
* generalPractitioner.identifier.system 1..1
* generalPractitioner.identifier.system = "https://fhir.nhs.uk/Id/ods-organization-code"
* generalPractitioner.identifier.value 1..1
* managingOrganization MS
* managingOrganization ^short = "Whose record this is: the organisation that sent it. An identifier is unique among the records of one organisation"
