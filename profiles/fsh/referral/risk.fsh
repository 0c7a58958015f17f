Extension: RequiredAssuranceLevel
Id: required-assurance-level
Title: "Required assurance level"
Description: "The level of assurance that a community service must hold to be asked to support the person, as whoever states the risk sees it."
Context: Flag
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from AssuranceLevelVS (required)

Profile: SprigRisk
Parent: Flag
Id: sprig-risk
Title: "Risk"
Description: "A risk to or from the person, or the explicit statement that no risk is known."
* insert Published
* insert Identified
* status MS
* extension contains
    RequiredAssuranceLevel named requiredAssuranceLevel 0..1 MS and
    EntryDetailExtension named detail 0..1 MS
* category 1..1 MS
* category = $FlagCategory#safety
* code MS
* code from RiskVS (extensible)
* subject MS
* subject only Reference(Patient)
* period MS
* author MS
