Extension: AttendanceExtension
Id: attendance
Title: "Attendance"
Description: "Whether the person attended a contact."
Context: Encounter
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from AttendanceVS (required)

Invariant: sprig-attendance-stated
Severity: #error
Description: "A finished contact, and no other, says whether the person attended."
Expression: "(status = 'finished') = extension.where(url = 'https://sprig-fhir.github.io/ig/StructureDefinition/attendance').exists()"

Invariant: sprig-length-stated
Severity: #error
Description: "A contact that the person attended, and no other, has a length."
Expression: "extension.where(url = 'https://sprig-fhir.github.io/ig/StructureDefinition/attendance').value.where(code = 'attended').exists() = length.exists()"

Profile: SprigContact
Parent: Encounter
Id: sprig-contact
Title: "Contact"
Description: "A contact between the person and a link worker or service: planned, or past with whether the person attended, in which mode and for how long."
* insert Published
* insert Identified
* obeys sprig-attendance-stated and sprig-length-stated
* extension contains
    AttendanceExtension named attendance 0..1 MS and
    ContactSpecialtyExtension named specialty 0..1 MS
* status MS
* status from ContactStatusVS (required)
* class MS
* type 1..1 MS
* type from ContactModeVS (required)
* type ^short = "The mode of the contact"
* subject 1..1 MS
* subject only Reference(Patient)
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral, or the onward referral, to which the contact belongs"
* participant 1..* MS
* participant.individual 1..1 MS
* participant.individual only Reference(PractitionerRole or Practitioner)
* period 1..1 MS
* period.start 1..1 MS
* length MS
* length.value 1..1
* length.system 1..1
* length.system = "http://unitsofmeasure.org"
* length.code 1..1
* length.code = #min
* serviceProvider MS
