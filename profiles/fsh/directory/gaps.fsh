Profile: SprigUnmetNeed
Parent: Observation
Id: sprig-unmet-need
Title: "Unmet need"
Description: "A person needs something for which there was no service that suits. A link worker records it, or the server itself when a handover ends with the reason no-suitable-service: once for each need of an episode. A need that is met later stays on record as it was; what was wrong is marked entered-in-error."
* insert Published
* insert Identified
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral in whose course it was found out"
* status from UnmetNeedStatusVS (required)
* category 1..1 MS
* category = $ObservationCategory#social-history
* code MS
* code = ObservationKind#unmet-need
* subject 1..1 MS
* subject only Reference(Patient)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer MS
* value[x] 1..1 MS
* value[x] only CodeableConcept
* valueCodeableConcept from NeedCategoryVS (required)
* valueCodeableConcept ^short = "What was needed"
* component MS
* component ^short = "Why nothing suited, one reason each"
* component.code = ObservationKind#unsuitable
* component.value[x] 1..1
* component.value[x] only CodeableConcept
* component.valueCodeableConcept from HandoverReasonVS (required)

RuleSet: NeedGroup(code, display)
* group[+].code = NeedCategory#{code} "{display}"
* group[=].population.code = $MeasurePopulation#initial-population "Initial Population"
* group[=].population.criteria.language = #application/x-fhir-query
* group[=].population.criteria.expression = "Observation?code=https://sprig-fhir.github.io/ig/CodeSystem/observation-kind|unmet-need&status=final,amended&value-concept=https://sprig-fhir.github.io/ig/CodeSystem/need-category|{code}"
* group[=].stratifier.code = ReportTerm#area "Area"

Instance: unmet-need
InstanceOf: Measure
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/Measure/unmet-need"
* version = "0.1.0"
* name = "UnmetNeed"
* title = "Unmet need"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* description = "How often each need was unmet in a reporting period, and in which areas. Each statement counts once, on its effective day in London time, in the area of the person's home; small numbers are masked."
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#cohort
* insert NeedGroup(loneliness-isolation, [[Loneliness and isolation]])
* insert NeedGroup(mental-wellbeing, [[Mental wellbeing]])
* insert NeedGroup(physical-activity, [[Physical activity]])
* insert NeedGroup(healthy-weight-food, [[Healthy weight and food]])
* insert NeedGroup(long-term-condition, [[Living with a long-term condition]])
* insert NeedGroup(money-debt-benefits, [[Money, debt and benefits]])
* insert NeedGroup(housing-homelessness, [[Housing and homelessness]])
* insert NeedGroup(employment-volunteering, [[Employment and volunteering]])
* insert NeedGroup(education-skills, [[Education and skills]])
* insert NeedGroup(caring-responsibilities, [[Caring responsibilities]])
* insert NeedGroup(parenting-family, [[Parenting and family]])
* insert NeedGroup(bereavement, [[Bereavement]])
* insert NeedGroup(domestic-abuse, [[Domestic abuse]])
* insert NeedGroup(substance-use, [[Substance use]])
* insert NeedGroup(legal-advice, [[Legal advice]])
* insert NeedGroup(immigration, [[Immigration]])
* insert NeedGroup(transport-access, [[Transport and access]])
* insert NeedGroup(digital-inclusion, [[Digital inclusion]])
* insert NeedGroup(food-fuel-poverty, [[Food and fuel poverty]])
* insert NeedGroup(arts-culture-nature, [[Arts, culture and nature]])
* insert NeedGroup(practical-help-home, [[Practical help at home]])
* insert NeedGroup(safety-crime, [[Safety and crime]])
* insert NeedGroup(social-care, [[Social care]])
* insert NeedGroup(other, [[Other]])

Instance: evaluate-measure-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(Measure, evaluate-measure)
* affectsState = false
* name = "EvaluateMeasure"
* title = "Report of a measure"
* description = "FHIR's $evaluate-measure, on one Measure, for one reporting period whose records have settled. Counts under 5 are masked and all others rounded to 5, unless the scheme has settled otherwise. Parameters that are not listed here are refused."
* base = "http://hl7.org/fhir/OperationDefinition/Measure-evaluate-measure"
* insert Parameter(in, periodStart, 1, 1, date, The first day of the reporting period.)
* insert Parameter(in, periodEnd, 1, 1, date, [[The last day of the reporting period, part of it too.]])
* insert Parameter(in, reportType, 0, 1, code, [[Nothing but population.]])
* insert Parameter(in, subject, 0, 1, string, [[The service, as HealthcareService/ and its id: for a measure that is about one service, and for no other.]])
* insert Parameter(out, return, 1, 1, MeasureReport, [[The report as it was first told; whoever asks again gets the same. As text/csv or text/html if the request accepts that.]])
