Extension: PersonsOwnWords
Id: persons-own-words
Title: "Person's own words"
Description: "What the person says they need, as they said it."
Context: ServiceRequest
* insert Published
* value[x] only string
* value[x] 1..1

Extension: OnwardTerms
Id: onward-terms
Title: "Terms of an onward referral"
Description: "What the link worker and the service have agreed about a person who is handed over."
Context: ServiceRequest
* insert Published
* extension contains
    firstContact 1..1 MS and
    returnUntil 0..1 MS and
    nonAttendanceAction 1..1 MS and
    nonAttendance 0..1 MS and
    outcomesReturned 1..1 MS
* extension[firstContact] ^short = "Who makes the first contact"
* extension[firstContact].value[x] only Coding
* extension[firstContact].value[x] 1..1
* extension[firstContact].valueCoding from FirstContactVS (required)
* extension[returnUntil] ^short = "Until when the person may come back to the link worker"
* extension[returnUntil].value[x] only date
* extension[returnUntil].value[x] 1..1
* extension[nonAttendanceAction] ^short = "What the service does first if the person stops attending"
* extension[nonAttendanceAction].value[x] only Coding
* extension[nonAttendanceAction].value[x] 1..1
* extension[nonAttendanceAction].valueCoding from NonAttendanceActionVS (required)
* extension[nonAttendance] ^short = "What else is agreed for that, in words"
* extension[nonAttendance].value[x] only string
* extension[nonAttendance].value[x] 1..1
* extension[outcomesReturned] ^short = "Whether the service records outcomes and returns them"
* extension[outcomesReturned].value[x] only boolean
* extension[outcomesReturned].value[x] 1..1

Invariant: sprig-consent-given
Severity: #error
Description: "A referral must point to exactly one consent: a supportingInfo reference of type 'Consent'."
Expression: "supportingInfo.where(type = 'Consent').count() = 1"

Invariant: sprig-risks-stated
Severity: #error
Description: "A referral must state the risks, even if none is known: a supportingInfo reference of type 'Flag' for each."
Expression: "supportingInfo.where(type = 'Flag').exists()"

Extension: EngagementLevelExtension
Id: engagement-level
Title: "Engagement level"
Description: "How much of a link worker's time the episode has taken so far; the server counts it from the contacts that took place."
Context: ServiceRequest
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from EngagementLevelVS (required)

Extension: AssuranceOverride
Id: assurance-override
Title: "Assurance override"
Description: "Who answers for handing the person over to a service that is assured at a lower level than the risks of the referral ask for, and why."
Context: ServiceRequest
* insert Published
* extension contains
    by 1..1 MS and
    reason 1..1 MS
* extension[by] ^short = "Who answers for it: somebody of the organisation that hands over"
* extension[by].value[x] only Reference(PractitionerRole)
* extension[by].value[x] 1..1
* extension[by].valueReference.reference 1..1
* extension[reason] ^short = "Why, in words"
* extension[reason].value[x] only string
* extension[reason].value[x] 1..1

Extension: OwnService
Id: own-service
Title: "Own service"
Description: "Whoever refers belongs to the organisation that provides the service. The server writes it, so that it is visible as such."
Context: ServiceRequest
* insert Published
* value[x] only boolean
* value[x] 1..1
* valueBoolean = true

Profile: SprigOffer
Parent: ServiceRequest
Id: sprig-offer
Title: "Offer"
Description: "Social prescribing as offered to a person who has not agreed to it yet. A declined offer is revoked and says why; one that is taken up is completed, and the referral is based on it."
* insert Published
* insert SocialPrescribing
* intent = #proposal
* status from OfferStatusVS (required)
* basedOn 0..0
* code from ReferralCodeVS (required)
* performer 0..1 MS
* performer ^short = "The link-worker service that is offered, if one is named already"
* reasonCode MS
* extension contains PersonsOwnWords named ownWords 0..1 MS

Profile: SprigReferral
Parent: ServiceRequest
Id: sprig-referral
Title: "Referral"
Description: "A referral of a person to a link-worker service: why, in whose words, with whose consent, at what risk. It stands for the whole episode: everything that happens in it leads back to its referral. UK Core's source of service request extension says what kind of referrer it came from."
* insert Published
* insert SocialPrescribingRequest
* basedOn 0..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The offer that the person has taken up, if it was recorded"
* code from ReferralCodeVS (required)
* performer ^short = "The link-worker service"
* extension contains
    PersonsOwnWords named ownWords 0..1 MS and
    EngagementLevelExtension named engagementLevel 0..1 MS and
    ReferralMethodExtension named method 0..1 MS and
    ReturnResponseToExtension named returnResponseTo 0..1 MS

Profile: SprigOnwardReferral
Parent: ServiceRequest
Id: sprig-onward-referral
Title: "Onward referral"
Description: "A link worker's request to a community service, based on the referral that reached the link worker."
* insert Published
* insert SocialPrescribingRequest
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral to the link-worker service, also where one community service refers on to another"
* code from OnwardReferralCodeVS (required)
* performer ^short = "The community service"
* extension contains
    OnwardTerms named terms 1..1 MS and
    AssuranceOverride named override 0..1 MS

// What offers, referrals and onward referrals have in common.
RuleSet: SocialPrescribing
* insert Identified
* obeys sprig-routine-only
* status MS
* category 1..1 MS
* category = ReferralCategory#social-prescribing
* priority MS
* code 1..1 MS
* subject MS
* subject only Reference(Patient)
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(PractitionerRole or Practitioner or Organization or Patient)
* performer only Reference(HealthcareService)
* reasonCode from NeedCategoryVS (required)
* extension contains
    http://hl7.org/fhir/StructureDefinition/request-statusReason named statusReason 0..1 MS and
    OwnService named ownService 0..1 MS
* extension[statusReason] ^short = "Why it was declined or ended: a handover reason"

RuleSet: SocialPrescribingRequest
* insert SocialPrescribing
* intent = #order
* performer 1..1 MS
* reasonCode 1..* MS
* obeys sprig-consent-given and sprig-risks-stated
* supportingInfo MS
* supportingInfo ^short = "One Consent and at least one Flag, each reference saying its type"
* supportingInfo ^definition = "The person's consent to sharing (type 'Consent') and each known risk, or the statement that none is known (type 'Flag'). The type is stated so that a reference within a transaction is judged without being followed."
