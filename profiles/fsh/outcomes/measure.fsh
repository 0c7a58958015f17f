// The registry of outcome measures: each score that an instrument gives is one ObservationDefinition.

Extension: MeasureInstrument
Id: measure-instrument
Title: "Instrument of a measure"
Description: "The instrument that gives the score, in the version that the definition is about."
Context: ObservationDefinition
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding.system 1..1
* valueCoding.version 1..1
* valueCoding.code 1..1
* valueCoding.display 1..1

Extension: MeasureDirection
Id: measure-direction
Title: "Direction of a measure"
Description: "Which way the score goes when somebody is better."
Context: ObservationDefinition
* insert Published
* value[x] only code
* value[x] 1..1
* valueCode from OutcomeDirectionVS (required)

Extension: ReliableChange
Id: reliable-change
Title: "Reliable change"
Description: "The least difference between two assessments that is more than chance, and who says so. Where no official threshold is known there is none."
Context: ObservationDefinition
* insert Published
* extension contains
    threshold 1..1 and
    source 1..1
* extension[threshold].value[x] only decimal
* extension[threshold].value[x] 1..1
* extension[source].value[x] only string
* extension[source].value[x] 1..1

Extension: MeasureScoring
Id: measure-scoring
Title: "Scoring of a measure"
Description: "How the score comes from the items: it is given, their sum, or what a table makes of their sum."
Context: ObservationDefinition
* insert Published
* extension contains
    rule 1..1 and
    mayMiss 0..1 and
    row 0..*
* extension[rule].value[x] only code
* extension[rule].value[x] 1..1
* extension[rule].valueCode from ScoringRuleVS (required)
* extension[mayMiss] ^short = "How many items may be unanswered; the mean of the others stands in for each. None unless a source says so"
* extension[mayMiss].value[x] only unsignedInt
* extension[mayMiss].value[x] 1..1
* extension[row] ^short = "What the table makes of one sum"
* extension[row].extension contains
    raw 1..1 and
    score 1..1
* extension[row].extension[raw].value[x] only integer
* extension[row].extension[raw].value[x] 1..1
* extension[row].extension[score].value[x] only decimal
* extension[row].extension[score].value[x] 1..1

Extension: MeasureItem
Id: measure-item
Title: "Item of a measure"
Description: "A question that counts towards the score, by its codes, with the whole numbers that it can be answered by."
Context: ObservationDefinition
* insert Published
* extension contains
    code 1..* and
    low 1..1 and
    high 1..1 and
    alert 0..1
* extension[code].value[x] only Coding
* extension[code].value[x] 1..1
* extension[code].valueCoding.system 1..1
* extension[code].valueCoding.code 1..1
* extension[low].value[x] only integer
* extension[low].value[x] 1..1
* extension[high].value[x] only integer
* extension[high].value[x] 1..1
* extension[alert] ^short = "From which answers on somebody must look at once: the server raises a risk"
* extension[alert].extension contains
    above 1..1 and
    risk 1..1
* extension[alert].extension[above] ^short = "Answers above this"
* extension[alert].extension[above].value[x] only integer
* extension[alert].extension[above].value[x] 1..1
* extension[alert].extension[risk] ^short = "The code of the risk that is raised"
* extension[alert].extension[risk].value[x] only Coding
* extension[alert].extension[risk].value[x] 1..1
* extension[alert].extension[risk].valueCoding.system 1..1
* extension[alert].extension[risk].valueCoding.code 1..1
* extension[alert].extension[risk].valueCoding.display 1..1

Invariant: sprig-one-possible-range
Severity: #error
Description: "A measure has at most one interval of the category absolute, and every other has a condition: the name of the band."
Expression: "qualifiedInterval.where(category = 'absolute').count() <= 1 and qualifiedInterval.where(category = 'reference').condition.count() = qualifiedInterval.where(category = 'reference').count()"

Profile: SprigMeasure
Parent: ObservationDefinition
Id: sprig-measure
Title: "Outcome measure"
Description: "One score that an instrument gives: what values it can have, which way is better, how it comes from its items. Every outcome is checked by it. An operator adds an instrument by such definitions."
* insert Published
* insert Identified
* obeys sprig-one-possible-range
* extension contains
    MeasureInstrument named instrument 1..1 MS and
    MeasureDirection named direction 1..1 MS and
    MeasureScoring named scoring 1..1 MS and
    ReliableChange named reliableChange 0..1 MS and
    MeasureItem named item 0..* MS
* code MS
* code ^short = "Every code by which the score is known"
* code.coding 1..* MS
* code.coding.system 1..1
* code.coding.code 1..1
* permittedDataType 1..1
* permittedDataType = #Quantity
* preferredReportName 1..1 MS
* preferredReportName ^short = "What people call it"
* quantitativeDetails 1..1 MS
* quantitativeDetails.unit 1..1 MS
* quantitativeDetails.unit.coding 1..1
* quantitativeDetails.unit.coding.system 1..1
* quantitativeDetails.unit.coding.system = "http://unitsofmeasure.org"
* quantitativeDetails.unit.coding.code 1..1
* quantitativeDetails.decimalPrecision ^short = "How many decimals a score has: 0 for whole numbers; left out where any number is possible"
* qualifiedInterval MS
* qualifiedInterval ^short = "absolute: which values are possible. reference: a band, named by the condition"
* qualifiedInterval.category 1..1
* qualifiedInterval.range 1..1
* qualifiedInterval.range.low.value 1..1
* qualifiedInterval.range.high.value 1..1
