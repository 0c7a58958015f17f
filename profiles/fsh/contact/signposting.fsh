Profile: SprigSignposting
Parent: Communication
Id: sprig-signposting
Title: "Signposting"
Description: "A person was told about one or more services. It is not a referral: nothing is handed over, and nobody owns a Task."
* insert Published
* insert Identified
* basedOn 0..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral, where the person has one"
* status = #completed
* category 1..1 MS
* category = CommunicationKind#signposting
* subject 1..1 MS
* subject only Reference(Patient)
* about 1..* MS
* about only Reference(HealthcareService)
* about ^short = "The services that the person was told about"
* sent 1..1 MS
* sender 1..1 MS
* reasonCode MS
* extension contains SignpostedToExtension named to 0..1 MS
* payload MS
* payload.content[x] only string
