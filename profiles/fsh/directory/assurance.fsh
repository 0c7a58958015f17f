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

Extension: AssuranceMark
Id: assurance-mark
Title: "Quality mark"
Description: "The external quality mark that is the evidence, as a code, or in words where it is none of those listed."
Context: VerificationResult
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from QualityMarkVS (extensible)

Extension: Pledged
Id: pledged
Title: "Pledged"
Description: "What the provider promises."
Context: VerificationResult
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from PledgeVS (required)

Invariant: sprig-mark-named
Severity: #error
Description: "Evidence by a quality mark must name the mark, and no other evidence has one."
Expression: "(validationProcess.coding.code = 'quality-mark') = extension('https://sprig-fhir.github.io/ig/StructureDefinition/assurance-mark').exists()"

Invariant: sprig-umbrella-named
Severity: #error
Description: "Evidence by umbrella must refer to the larger organisation that answers for the provider, and it must be another than the provider."
Expression: "(validationProcess.coding.code = 'umbrella') implies (primarySource.who.reference.exists() and (primarySource.who.reference = target.first().reference).not())"

Invariant: sprig-conversation-by-link-worker
Severity: #error
Description: "Evidence by a recorded conversation must refer to the link worker, or the link workers' service or organisation, who held it."
Expression: "(validationProcess.coding.code = 'recorded-conversation') implies primarySource.who.reference.exists()"

Invariant: sprig-self-assessment-attested
Severity: #error
Description: "A self-assessment must say who attests it, and when."
Expression: "(validationProcess.coding.code = 'self-assessment') implies (attestation.who.exists() and attestation.date.exists())"

RuleSet: AboutProvider
* extension contains AssuranceIdentifier named identifier 1..1 MS
* target 1..1 MS
* status MS
* lastPerformed 1..1 MS
* nextScheduled 1..1 MS
* nextScheduled ^short = "Valid until: the day by which it must be given again; on that day it is valid no more"

Profile: SprigPledge
Parent: VerificationResult
Id: sprig-pledge
Title: "Pledge"
Description: "What a provider promises to those who refer people to it, signed by somebody who may speak for it, for a time."
* insert Published
* insert AboutProvider
* extension contains Pledged named pledged 1..* MS
* target only Reference(Organization or HealthcareService)
* lastPerformed ^short = "When it was signed"
* attestation 1..1 MS
* attestation.who 1..1 MS
* attestation.who ^short = "Who signed"
* attestation.onBehalfOf MS
* attestation.date 1..1 MS
* attestation.sourceSignature MS
* attestation.sourceSignature ^short = "The signature, where there is an electronic one"

Profile: SprigAssurance
Parent: VerificationResult
Id: sprig-assurance
Title: "Assurance"
Description: "Evidence that a provider meets one or more measures of quality assurance: who vouches for it, on what kind of evidence, and until when."
* insert Published
* insert AboutProvider
* obeys sprig-mark-named and sprig-umbrella-named and sprig-conversation-by-link-worker and sprig-self-assessment-attested
* extension contains
    AssuredMeasure named measure 1..* MS and
    AssuranceMark named mark 0..1 MS
* target only Reference(Organization or HealthcareService or PractitionerRole)
* target ^short = "Who is assured: a provider, one of its services, a link worker, or the scheme (the link workers' organisation)"
* validationProcess 1..1 MS
* validationProcess from AssuranceEvidenceVS (required)
* validationProcess ^short = "The kind of evidence"
* lastPerformed ^short = "When the evidence was given"
* attestation MS
* attestation ^short = "Who attests a self-assessment, and when"
* primarySource 1..1 MS
* primarySource.who 1..1 MS
* primarySource.who ^short = "Who issued the evidence"
