Profile: SprigRisk
Parent: Flag
Id: sprig-risk
Title: "Risk"
Description: "A risk to or from the person, or the explicit statement that no risk is known."
* insert Published
* insert Identified
* status MS
* category 1..1 MS
* category = $FlagCategory#safety
* code MS
* code from RiskVS (extensible)
* subject MS
* subject only Reference(Patient)
* period MS
* author MS
