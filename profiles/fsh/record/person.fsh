Instance: about-me
InstanceOf: Questionnaire
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/Questionnaire/about-me"
* version = "0.1.0"
* name = "AboutMe"
* title = "About me"
* status = #active
* experimental = false
* date = "2026-11-24"
* publisher = "Sprig"
* description = "What a person wants whoever helps them to know, under the headings of the Social Prescribing Information Standard."
* copyright = "The headings are those of the Social Prescribing Information Standard v1.1, Open Government Licence v3."
* subjectType = #Patient
* insert AboutMeItem(0, important, [[What is most important to me]])
* insert AboutMeItem(1, people, [[People who are important to me]])
* insert AboutMeItem(2, communicate, [[How I communicate and how to communicate with me]])
* insert AboutMeItem(3, wellness, [[My wellness]])
* insert AboutMeItem(4, do-and-dont, [[Please do and please don't]])
* insert AboutMeItem(5, support, [[How and when to support me]])
* insert AboutMeItem(6, also, [[Also worth knowing about me]])
* insert AboutMeItem(7, supported-by, [[Supported to write this by]])
* item[8].linkId = "multimedia"
* item[8].text = "Location to multimedia file"
* item[8].type = #url

RuleSet: AboutMeItem(at, link, text)
* item[{at}].linkId = "{link}"
* item[{at}].text = "{text}"
* item[{at}].type = #text

Profile: SprigAboutMe
Parent: QuestionnaireResponse
Id: sprig-about-me
Title: "About me"
Description: "What a person wants whoever helps them to know, in their own words."
* insert Published
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral"
* questionnaire 1..1 MS
* questionnaire = "https://sprig-fhir.github.io/ig/Questionnaire/about-me"
* status MS
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* author MS
* source MS
* item 1..9 MS
* item.linkId MS
* item.answer 1..1 MS
* item.answer.value[x] only string or uri

Profile: SprigRequirement
Parent: Flag
Id: sprig-requirement
Title: "Individual requirement"
Description: "What a person needs of whoever helps them: a reasonable adjustment, what to know of an impairment or of how they get about, or anything else. Languages are in Patient.communication."
* insert Published
* insert Identified
* status MS
* category 1..1 MS
* category from RequirementKindVS (required)
* code MS
* code ^short = "Of a reasonable adjustment the flag 1108111000000107; else the kind in words"
* subject MS
* subject only Reference(Patient)
* period MS
* author MS
* extension contains
    RequirementExtension named requirement 1..1 MS and
    EntryDetailExtension named detail 0..1 MS

Profile: SprigSafeguarding
Parent: Flag
Id: sprig-safeguarding
Title: "Safeguarding"
Description: "A safeguarding concern, or that a child is looked after, or is to be protected before it is born. It is labelled as confidential, and a community service sees it only where the consent covers it."
* insert Published
* insert Identified
* meta.security 1..* MS
* status MS
* category 1..1 MS
* category from SafeguardingKindVS (required)
* code MS
* code from SafeguardingIssuesVS (preferred)
* subject MS
* subject only Reference(Patient)
* period MS
* author MS
* extension contains
    LocalAuthorityExtension named localAuthority 0..1 MS and
    EntryDetailExtension named detail 0..1 MS
