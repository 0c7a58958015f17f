Alias: $ConditionCategory = http://terminology.hl7.org/CodeSystem/condition-category

RuleSet: AboutAPerson
* insert Identified
* clinicalStatus MS
* category 1..1 MS
* code 1..1 MS
* code from HealthIssuesVS (preferred)
* subject MS
* subject only Reference(Patient)
* recordedDate 1..1 MS
* recorder MS
* asserter MS
* note MS

Profile: SprigIssue
Parent: Condition
Id: sprig-issue
Title: "Issue"
Description: "A complaint, need, concern or problem that the person presents with; the referral's reasonReference leads to it, and goals may."
* insert Published
* insert AboutAPerson
* category = $ConditionCategory#encounter-diagnosis

Profile: SprigProblem
Parent: Condition
Id: sprig-problem
Title: "Problem"
Description: "An entry of the person's problem list, as their practice keeps it; the referral's supportingInfo leads to it."
* insert Published
* insert AboutAPerson
* category = $ConditionCategory#problem-list-item
* onset[x] MS
* onset[x] only dateTime
* abatement[x] MS
* abatement[x] only dateTime
* stage MS
* stage.summary MS

Profile: SprigClinicalSummary
Parent: Composition
Id: sprig-clinical-summary
Title: "Clinical summary"
Description: "What somebody must know of the person's health to help them, in words; the referral's supportingInfo leads to it."
* insert Published
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* status MS
* type = RecordKind#clinical-summary
* subject 1..1 MS
* subject only Reference(Patient)
* date MS
* author MS
* title MS
* section 1..1 MS
* section.text 1..1 MS
