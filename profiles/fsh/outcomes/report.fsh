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
