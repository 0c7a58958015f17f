Extension: ReportStatistic
Id: report-statistic
Title: "Statistic of a report"
Description: "A figure about the people that a part of a report counts; MeasureReport has room for one score alone. It is told no more finely than one person can move it."
* ^context[0].type = #element
* ^context[0].expression = "MeasureReport.group"
* ^context[1].type = #element
* ^context[1].expression = "MeasureReport.group.stratifier.stratum"
* insert Published
* extension contains
    code 1..1 MS and
    value 1..1 MS
* extension[code] ^short = "What the figure is"
* extension[code].value[x] only Coding
* extension[code].value[x] 1..1
* extension[code].valueCoding from StatisticVS (required)
* extension[value] ^short = "The figure: a score, a percentage, or an effect size, as the code says"
* extension[value].value[x] only decimal
* extension[value].value[x] 1..1

Instance: outcomes
InstanceOf: Measure
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/Measure/outcomes"
* version = "0.1.0"
* name = "Outcomes"
* title = "Outcomes of episodes"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* description = "How scores changed from the first to the last, in episodes that ended in a reporting period: a group for each score that was taken. Each counts the episodes with a score, those of them that are paired, and those without a follow-up, and says how the paired changed. Parts of few people are taken together, counts are rounded, and figures are told no more finely than one person can move them."
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* group.code.text = "A score"
* group.description = "One group for each score, by its own code."
* group.population[0].code = $MeasurePopulation#initial-population "Initial Population"
* group.population[0].criteria.language = #application/x-fhir-query
* group.population[0].description = "Episodes that ended in the period, with at least one such score"
* group.population[0].criteria.expression = "Observation?outcome-point:missing=false&based-on:ServiceRequest.status=completed,revoked"
* group.population[1].code = $MeasurePopulation#measure-population "Measure Population"
* group.population[1].criteria.language = #application/x-fhir-query
* group.population[1].description = "Those with a first and a later score"
* group.population[1].criteria.expression = "Observation?outcome-point:missing=false&based-on:ServiceRequest.status=completed,revoked"
* group.population[2].code = $MeasurePopulation#measure-population-exclusion "Measure Population Exclusion"
* group.population[2].criteria.language = #application/x-fhir-query
* group.population[2].description = "Those with one score, and so without a follow-up"
* group.population[2].criteria.expression = "Observation?outcome-point:missing=false&based-on:ServiceRequest.status=completed,revoked"
* group.stratifier[0].code = ReportTerm#age-band "Age band"
* group.stratifier[1].code = ReportTerm#sex "Sex"
* group.stratifier[2].code = ReportTerm#ethnicity "Ethnic category"
* group.stratifier[3].code = ReportTerm#need "Need"
* group.stratifier[4].code = ReportTerm#provider "Provider"
* group.stratifier[5].code = ReportTerm#referrer "Referrer"
* group.stratifier[6].code = ReportTerm#deprivation "Deprivation decile"

RuleSet: PathwayStrata
* group[=].stratifier[+].code = ReportTerm#age-band "Age band"
* group[=].stratifier[+].code = ReportTerm#sex "Sex"
* group[=].stratifier[+].code = ReportTerm#ethnicity "Ethnic category"
* group[=].stratifier[+].code = ReportTerm#deprivation "Deprivation decile"
* group[=].stratifier[+].code = ReportTerm#need "Need"
* group[=].stratifier[+].code = ReportTerm#provider "Provider"
* group[=].stratifier[+].code = ReportTerm#referrer "Referrer"

RuleSet: PathwayGroup(code, display, what, query)
* group[+].code = ReportTerm#{code} "{display}"
* group[=].population.code = $MeasurePopulation#initial-population "Initial Population"
* group[=].population.description = "{what}"
* group[=].population.criteria.language = #application/x-fhir-query
* group[=].population.criteria.expression = "{query}"
* group[=].stratifier.code = ReportTerm#{code} "{display}"
* insert PathwayStrata

RuleSet: PathwayTimes(code, display, what, left)
* group[+].code = ReportTerm#{code} "{display}"
* group[=].population[0].code = $MeasurePopulation#measure-population "Measure Population"
* group[=].population[0].description = "{what}"
* group[=].population[0].criteria.language = #application/x-fhir-query
* group[=].population[0].criteria.expression = "ServiceRequest?status=completed,revoked"
* group[=].population[1].code = $MeasurePopulation#measure-population-exclusion "Measure Population Exclusion"
* group[=].population[1].description = "{left}"
* group[=].population[1].criteria.language = #application/x-fhir-query
* group[=].population[1].criteria.expression = "ServiceRequest?status=completed,revoked"
* insert PathwayStrata

Instance: pathway
InstanceOf: Measure
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/Measure/pathway"
* version = "0.1.0"
* name = "Pathway"
* title = "The way through social prescribing"
* status = #active
* experimental = false
* date = "2026-11-23"
* publisher = "Sprig"
* description = "What became of the offers that were answered, and of the referrals that ended, in a reporting period: how far people came, why it ended, how long they waited, contacts, the services that took them on, and the needs for which there was none. Each is told of everybody and by the parts into which people are divided. Parts of few people are taken together, and kinds of few as well; counts are rounded."
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#cohort
* insert PathwayGroup(offer, [[Offers answered]], [[Offers that became a referral or were declined in the period]], [[ServiceRequest?intent=proposal&status=completed,revoked]])
* insert PathwayGroup(progress, [[How far people came]], [[Referrals that ended in the period]], [[ServiceRequest?status=completed,revoked]])
* insert PathwayGroup(end-reason, [[Why it ended]], [[Referrals that ended in the period and were not completed]], [[ServiceRequest?status=revoked]])
* insert PathwayTimes(time-to-acknowledgement, [[Time to acknowledgement]], [[Referrals that ended in the period and were answered; their working days]], [[Those that were not, or of which the day is not on record]])
* insert PathwayTimes(time-to-first-contact, [[Time to first contact]], [[Referrals that ended in the period with a contact that took place; days until the first]], [[Those without one]])
* insert PathwayTimes(contacts, [[Contacts]], [[Referrals that ended in the period; contacts with the link worker that took place]], [[None is left out]])
* insert PathwayGroup(attendance, [[Attendance]], [[Contacts with the link worker that were to take place, in those episodes]], [[Encounter?status=finished]])
* insert PathwayGroup(contact-mode, [[Contact mode]], [[Contacts with the link worker that took place, in those episodes]], [[Encounter?status=finished]])
* insert PathwayGroup(service, [[Services used]], [[Onward referrals that a community service accepted, in those episodes]], [[ServiceRequest?based-on:missing=false]])
* insert PathwayGroup(service-attendance, [[Attendance at services]], [[Contacts with community services that were to take place, in those episodes]], [[Encounter?status=finished]])
* insert PathwayGroup(unmet-need, [[Unmet needs]], [[Needs for which there was no service, in those episodes]], [[Observation?code=https://sprig-fhir.github.io/ig/CodeSystem/observation-kind|unmet-need]])
