RuleSet: SeenInAnEpisode
* insert Identified
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral"
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS

Profile: SprigSocialContext
Parent: Observation
Id: sprig-social-context
Title: "Social context"
Description: "One thing about how a person lives, as a code, in words, or both."
* insert Published
* insert SeenInAnEpisode
* category 1..1 MS
* category = $ObservationCategory#social-history
* code from SocialContextVS (required)
* code MS
* value[x] 1..1 MS
* value[x] only CodeableConcept
* component MS
* component ^short = "Of smoking the day on which the person stopped (SNOMED CT 160625004)"
* note MS

Profile: SprigPregnancy
Parent: Observation
Id: sprig-pregnancy
Title: "Pregnancy"
Description: "Whether the person is pregnant, and when the child is expected."
* insert Published
* insert SeenInAnEpisode
* category 1..1 MS
* category = $ObservationCategory#social-history
* code = RecordKind#pregnancy
* value[x] 1..1 MS
* value[x] only boolean
* component 0..1 MS
* component.code = RecordKind#expected-delivery
* component.value[x] 1..1
* component.value[x] only dateTime

Profile: SprigAssessment
Parent: Observation
Id: sprig-assessment
Title: "Assessment"
Description: "An assessment that is none of the instruments of the registry: its kind and name, its result, and those of its parts."
* insert Published
* insert SeenInAnEpisode
* category 1..1 MS
* category = RecordKind#assessment
* category.text MS
* category.text ^short = "The type of assessment, in words"
* code from ObservableVS (preferred)
* code MS
* method MS
* method from AssessmentScaleVS (preferred)
* value[x] MS
* interpretation MS
* component MS
* component.code from ObservableVS (preferred)
* note MS
* extension contains AssessmentSummaryExtension named summary 0..1 MS
