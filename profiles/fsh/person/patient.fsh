Invariant: sprig-practice-named
Severity: #error
Description: "A person has one GP practice, named by its ODS code (system https://fhir.nhs.uk/Id/ods-organization-code) in generalPractitioner.identifier."
Expression: "generalPractitioner.where(identifier.where(system = 'https://fhir.nhs.uk/Id/ods-organization-code' and value.exists()).exists()).count() = 1"

Invariant: sprig-named
Severity: #error
Description: "A person has a name with a family name and at least one given name."
Expression: "name.where(family.exists() and given.exists()).exists() or name.where((use = 'usual' or use = 'nickname').not()).exists()"

Invariant: sprig-name-whole
Severity: #error
Description: "A name has a family name and at least one given name; what a person is usually called, or a nickname, may be text alone."
Expression: "(family.exists() and given.exists()) or ((use = 'usual' or use = 'nickname') and text.exists())"

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
* name obeys sprig-name-whole
* name.family MS
* name.given MS
* name.text MS
* obeys sprig-named
* telecom MS
* gender MS
* birthDate 1..1 MS
* deceased[x] MS
* address MS
* communication MS
* communication.language from http://hl7.org/fhir/ValueSet/all-languages (preferred)
* communication ^short = "Languages, and which one the person prefers; other communication needs are Flags"
* generalPractitioner 1..2 MS
* generalPractitioner only Reference(Organization or Practitioner)
* generalPractitioner ^short = "The GP practice, by its ODS code; and the GP by name, of type 'Practitioner'"
* obeys sprig-practice-named
* photo MS
* maritalStatus MS
* contact MS
* extension contains
    BirthSiteExtension named birthSite 0..1 MS and
    ImmigrationStatusExtension named immigrationStatus 0..1 MS and
    EducationalEstablishmentExtension named educationalEstablishment 0..1 MS and
    GpOptOutExtension named gpOptOut 0..1 MS and
    http://hl7.org/fhir/StructureDefinition/patient-birthPlace named birthPlace 0..1 MS and
    http://hl7.org/fhir/StructureDefinition/patient-religion named religion 0..* MS and
    http://hl7.org/fhir/StructureDefinition/patient-genderIdentity named genderIdentity 0..1 MS and
    http://hl7.org/fhir/StructureDefinition/patient-cadavericDonor named cadavericDonor 0..1 MS
* managingOrganization MS
* managingOrganization ^short = "Whose record this is: the organisation that sent it. An identifier is unique among the records of one organisation"
