Extension: MatchReason
Id: match-reason
Title: "Reason of a match"
Description: "One reason for or against a service that was found: what it is about, what it does to the match, and the same in words."
Context: Bundle.entry.search
* insert Published
* extension contains
    criterion 1..1 MS and
    effect 1..1 MS and
    text 1..1 MS
* extension[criterion] ^short = "What the service was judged by"
* extension[criterion].value[x] only code
* extension[criterion].value[x] 1..1
* extension[criterion].valueCode from MatchCriterionVS (required)
* extension[effect] ^short = "Whether that speaks for the service"
* extension[effect].value[x] only code
* extension[effect].value[x] 1..1
* extension[effect].valueCode from MatchEffectVS (required)
* extension[text] ^short = "The reason in plain words, about the service alone"
* extension[text].value[x] only string
* extension[text].value[x] 1..1

Instance: find-services-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(HealthcareService, find-services)
* name = "FindServices"
* title = "Find services"
* description = "Finds community services for a need and a place, or for a referral: those that suit, the best first, each with its score, its distance and the reasons for and against it. What is asked must be met: a service that says otherwise is ruled out; one that says nothing of the matter stays, with a reason against it. An assurance level must be there. Where nothing suits, an OperationOutcome says what to ask less of."
* insert Parameter(in, referral, 0, 1, Reference, [[The referral of the person for whom a service is sought: its needs, and the person's postcode, age and languages are taken from it unless they are given. For referrers and link workers who may see it, in the body of a POST only.]])
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/ServiceRequest"
* insert Parameter(in, need, 0, *, code, Any of these need categories.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/need-category"
* insert Parameter(in, text, 0, 1, string, [[All of these words, in the name, the description, the activities or the needs of the service, or the name of its place or organisation. Accents do not count; a word that no service has is mended.]])
* insert Parameter(in, postcode, 0, 1, string, Where the person sets out; also in which areas they live.)
* insert Parameter(in, position, 0, 1, string, [[Where the person sets out, as latitude|longitude in degrees.]])
* insert Parameter(in, distance, 0, 1, decimal, [[How far the person goes, in kilometres as the crow flies.]])
* insert Parameter(in, age, 0, 1, integer, The person's age in completed years.)
* insert Parameter(in, language, 0, *, code, [[Any of these languages (BCP 47).]])
* insert Parameter(in, level, 0, 1, code, The assurance level that the person's needs ask for; a higher one will do.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/assurance-level"
* insert Parameter(in, day, 0, *, code, [[On any of these days of the week: mon, tue, wed, thu, fri, sat, sun.]])
* insert Parameter(in, time, 0, 1, time, At this time by the clock in the United Kingdom.)
* insert Parameter(in, date, 0, 1, date, On this very day.)
* insert Parameter(in, accessibility, 0, *, code, All of these.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/service-accessibility"
* insert Parameter(in, mode, 0, *, code, Any of these modes of contact.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/contact-mode"
* insert Parameter(in, free, 0, 1, boolean, Whether it must be free.)
* insert Parameter(in, count, 0, 1, integer, [[How many at once, 0 to 50; 10 if left out.]])
* insert Parameter(in, offset, 0, 1, integer, How many to leave out before the first.)
* insert Parameter(out, return, 1, 1, Bundle, [[A searchset: the services as matches in their order, and the places and organisations of these as includes.]])
