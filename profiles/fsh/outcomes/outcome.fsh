Extension: OutcomePointExtension
Id: outcome-point
Title: "Outcome point"
Description: "The point of the episode at which the outcome was measured."
Context: Observation, QuestionnaireResponse
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from OutcomePointVS (required)

Extension: OutcomeModeExtension
Id: outcome-mode
Title: "Outcome mode"
Description: "Whether the person answered alone, with help, or through someone else."
Context: Observation, QuestionnaireResponse
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from OutcomeModeVS (required)

Profile: SprigOutcome
Parent: Observation
Id: sprig-outcome
Title: "Outcome"
Description: "What every outcome has in common: one score that an instrument gave, of one person, at one point of an episode. The server checks it by the definition of that score (an ObservationDefinition under sprig-measure), and refuses what no definition allows."
* insert Published
* ^abstract = true
* insert Identified
* extension contains
    OutcomePointExtension named point 1..1 MS and
    OutcomeModeExtension named mode 1..1 MS
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
* method 1..1 MS
* method from OutcomeInstrumentVS (preferred)
* method ^short = "The instrument by which it was measured, with its version"
* method.coding 1..1 MS
* method.coding.system 1..1
* method.coding.code 1..1
* method.coding.version 1..1 MS
* method.coding.version ^short = "Which version of the instrument, as its definition names it"
* interpretation ^short = "The band of the score, if its definition has any: the name of that band as text"
* derivedFrom ^short = "The answers of which the server has made the score: nobody else writes one that says so"
* value[x] MS
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
* obeys sprig-score-or-reason
* code from Ons4VS (required)
* dataAbsentReason MS
* dataAbsentReason ^short = "Why there is no answer"
* valueQuantity obeys sprig-ons4-whole-number
* valueQuantity.code = #{score}
* component 0..0

Invariant: sprig-score-or-reason
Severity: #error
Description: "An outcome has a score, or says why there is none."
Expression: "value.exists() or dataAbsentReason.exists()"

Profile: SprigOutcomeScore
Parent: SprigOutcome
Id: sprig-outcome-score
Title: "Outcome score"
Description: "A score of any instrument that the registry holds, other than ONS4. Its items, if they are sent, are components, and give the score. Of an instrument whose words belong to somebody else there are codes and numbers alone."
* insert Published
* ^abstract = false
* obeys sprig-score-or-reason
* dataAbsentReason MS
* dataAbsentReason ^short = "Why there is no score, such as items that were left out"
* component MS
* component ^short = "The items, each by its code with its answer"
* component.value[x] only Quantity or integer
* component.value[x] ^short = "The answer as a number; left out where there was none"
