Instance: experience
InstanceOf: Questionnaire
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/Questionnaire/experience"
* version = "0.1.0"
* name = "Experience"
* title = "How was the service for you?"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* description = "Three questions to a person who was handed over to a community service. The words are Sprig's own, and free to use."
* subjectType = #Patient
* item[0].linkId = "rating"
* item[0].text = "How was the service for you?"
* item[0].type = #choice
* item[0].required = true
* item[0].answerValueSet = "https://sprig-fhir.github.io/ig/ValueSet/experience-rating"
* item[1].linkId = "recommend"
* item[1].text = "Would you recommend it to somebody who needs the same?"
* item[1].type = #boolean
* item[2].linkId = "comment"
* item[2].text = "What was good, and what could be better?"
* item[2].type = #text

Profile: SprigExperience
Parent: QuestionnaireResponse
Id: sprig-experience
Title: "Experience"
Description: "What a person says of the service that they were handed over to: one answer for each onward referral, written down by a link worker. It stays with the link workers; the service sees counts alone."
* insert Published
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The onward referral; its performer is the service that the answer is about"
* questionnaire 1..1 MS
* questionnaire = "https://sprig-fhir.github.io/ig/Questionnaire/experience"
* status from ExperienceStatusVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* author MS
* author ^short = "Who wrote it down, of the link-worker service"
* source MS
* source only Reference(Patient)
* item 1..3 MS
* item ^slicing.discriminator.type = #value
* item ^slicing.discriminator.path = "linkId"
* item ^slicing.rules = #closed
* item contains
    rating 1..1 MS and
    recommend 0..1 MS and
    comment 0..1 MS
* item[rating].linkId = "rating"
* item[rating].item 0..0
* item[rating].answer 1..1
* item[rating].answer.item 0..0
* item[rating].answer.value[x] 1..1
* item[rating].answer.value[x] only Coding
* item[rating].answer.valueCoding from ExperienceRatingVS (required)
* item[recommend].linkId = "recommend"
* item[recommend].item 0..0
* item[recommend].answer 1..1
* item[recommend].answer.item 0..0
* item[recommend].answer.value[x] 1..1
* item[recommend].answer.value[x] only boolean
* item[comment].linkId = "comment"
* item[comment].item 0..0
* item[comment].answer 1..1
* item[comment].answer.item 0..0
* item[comment].answer.value[x] 1..1
* item[comment].answer.value[x] only string

Extension: ReportedService
Id: reported-service
Title: "Reported service"
Description: "The service that a report is about; R4's MeasureReport.subject cannot name one."
Context: MeasureReport
* insert Published
* value[x] only Reference(HealthcareService)
* value[x] 1..1
* valueReference.reference 1..1

Instance: service-experience
InstanceOf: Measure
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/Measure/service-experience"
* version = "0.1.0"
* name = "ServiceExperience"
* title = "Experience of a service"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* description = "How people rated one service in a reporting period: how many answered, how many gave each rating, and their mean to the nearest half; small numbers are masked, and comments are no part of it."
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable
* group[0].code = ReportTerm#rating "Rating"
* group[0].population.code = $MeasurePopulation#initial-population "Initial Population"
* group[0].population.criteria.language = #application/x-fhir-query
* group[0].population.criteria.expression = "QuestionnaireResponse?questionnaire=https://sprig-fhir.github.io/ig/Questionnaire/experience&status=completed,amended"
* group[0].stratifier.code = ReportTerm#rating "Rating"
* group[1].code = ReportTerm#recommend "Would recommend"
* group[1].population.code = $MeasurePopulation#initial-population "Initial Population"
* group[1].population.criteria.language = #application/x-fhir-query
* group[1].population.criteria.expression = "QuestionnaireResponse?questionnaire=https://sprig-fhir.github.io/ig/Questionnaire/experience&status=completed,amended"
* group[1].stratifier.code = ReportTerm#recommend "Would recommend"

Instance: QuestionnaireResponse-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(QuestionnaireResponse, QuestionnaireResponse-identifier, QuestionnaireResponse-based-on, basedOn)
* name = "QuestionnaireResponseUniqueIdentifier"
