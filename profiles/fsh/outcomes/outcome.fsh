Extension: OutcomePointExtension
Id: outcome-point
Title: "Outcome point"
Description: "The point of the episode at which the outcome was measured."
Context: Observation
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from OutcomePointVS (required)

Extension: OutcomeModeExtension
Id: outcome-mode
Title: "Outcome mode"
Description: "Whether the person answered alone, with help, or through someone else."
Context: Observation
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from OutcomeModeVS (required)

Profile: SprigOutcome
Parent: Observation
Id: sprig-outcome
Title: "Outcome"
Description: "What every outcome measure has in common. Each instrument has a profile of its own, told by its code."
* insert Published
* ^abstract = true
* insert Identified
* extension contains
    OutcomePointExtension named point 1..1 MS and
    OutcomeModeExtension named mode 0..1 MS
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral whose outcome this is"
* status MS
* category 1..1 MS
* category = $ObservationCategory#survey
* code MS
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] 1..1 MS
* value[x] only Quantity
* valueQuantity.value 1..1 MS
* valueQuantity.system 1..1
* valueQuantity.system = "http://unitsofmeasure.org"
* valueQuantity.code 1..1

// Not "value = value.truncate()": HL7's validator holds 7.0 = 7 to be false.
Invariant: sprig-ons4-whole-number
Severity: #error
Description: "An ONS4 answer is a whole number from 0 to 10."
Expression: "value >= 0 and value <= 10 and value <= value.truncate()"

Profile: SprigOutcomeOns4
Parent: SprigOutcome
Id: sprig-outcome-ons4
Title: "ONS4 outcome"
Description: "The answer to one of the four ONS4 questions of personal wellbeing."
* insert Published
* ^abstract = false
* code from Ons4VS (required)
* valueQuantity obeys sprig-ons4-whole-number
* valueQuantity.code = #{score}
* component 0..0
