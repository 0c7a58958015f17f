Extension: AssuranceIdentifier
Id: assurance-identifier
Title: "Assurance identifier"
Description: "The identifier of an assurance, because VerificationResult has no element for one."
Context: VerificationResult
* insert Published
* value[x] only Identifier
* value[x] 1..1
* valueIdentifier.system 1..1
* valueIdentifier.value 1..1

Extension: AssuredMeasure
Id: assured-measure
Title: "Assured measure"
Description: "What is assured about the provider."
Context: VerificationResult
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from AssuranceMeasureVS (required)

Profile: SprigAssurance
Parent: VerificationResult
Id: sprig-assurance
Title: "Assurance"
Description: "Evidence that a provider meets one or more measures of quality assurance: who vouches for it, on what kind of evidence, and until when."
* insert Published
* extension contains
    AssuranceIdentifier named identifier 1..1 MS and
    AssuredMeasure named measure 1..* MS
* target 1..1 MS
* target only Reference(Organization or HealthcareService)
* status MS
* validationProcess 1..1 MS
* validationProcess from AssuranceEvidenceVS (required)
* validationProcess ^short = "The kind of evidence"
* lastPerformed 1..1 MS
* lastPerformed ^short = "When the evidence was given"
* nextScheduled 1..1 MS
* nextScheduled ^short = "Valid until: the day by which it must be given again"
* primarySource 1..1 MS
* primarySource.who 1..1 MS
* primarySource.who ^short = "Who issued the evidence"
