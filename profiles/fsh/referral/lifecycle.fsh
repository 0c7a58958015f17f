Profile: SprigLifecycle
Parent: Observation
Id: sprig-lifecycle
Title: "Lifecycle"
Description: "A step of a person's episode in the code that a GP's record files it under. The server writes it, each code once in an episode, when the step is reached; its identifier is made of the referral's id and the code."
* insert Published
* insert Identified
* basedOn 0..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral, or the offer where there is none yet"
* status = #final
* category 1..1 MS
* category = $ObservationCategory#social-history
* code MS
* code from LifecycleVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer MS
* value[x] 0..0
* component 0..0
