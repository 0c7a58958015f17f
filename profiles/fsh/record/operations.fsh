Instance: completeness-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(ServiceRequest, completeness)
* resource[+] = #HealthcareService
* affectsState = false
* name = "Completeness"
* title = "Completeness of a record"
* description = "Which rows of the Social Prescribing Information Standard are on record of a referral and its episode, which are said to be none, and which are missing; on a HealthcareService, of how many of the referrals to it each row is so. It tells of what the caller could find by a search, and of nothing else."
* insert Parameter(in, start, 0, 1, date, [[On a HealthcareService, and there mandatory: the first day on which a referral was made that is looked at.]])
* insert Parameter(in, end, 0, 1, date, [[On a HealthcareService, and there mandatory: the last day.]])
* insert Parameter(out, complete, 0, 1, boolean, [[Of a referral: whether nothing mandatory is missing, and nothing that its service demands.]])
* insert Parameter(out, summary, 0, 1, string, [[Of a referral: all of it in a sentence.]])
* insert Parameter(out, referrals, 0, 1, integer, [[Of a service: how many referrals were looked at.]])
* insert Parameter(out, completeReferrals, 0, 1, integer, [[Of a service: how many of them lack nothing.]])
* parameter[+].name = #row
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "One for each row, in the order of the standard; of a service only where there are referrals."
* insert Part(0, number, 1, 1, integer, [[The number of the row, as in the guide's table.]])
* insert Part(1, item, 1, 1, string, [[Its headings.]])
* insert Part(2, obligation, 1, 1, code, [[mandatory, required (where it is known), optional, or demanded by the service.]])
* parameter[=].part[2].binding.strength = #required
* parameter[=].part[2].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/row-obligation"
* insert Part(3, where, 1, 1, string, [[Where it is sent, as FHIRPath.]])
* insert Part(4, state, 0, 1, code, [[Of a referral: how it stands.]])
* parameter[=].part[4].binding.strength = #required
* parameter[=].part[4].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/row-state"
* insert Part(5, text, 0, 1, string, [[Of a referral: the same in words.]])
* insert Part(6, present, 0, 1, integer, [[Of a service: of how many referrals it is on record.]])
* insert Part(7, none-stated, 0, 1, integer, [[Of a service: of how many it is said that there is none.]])
* insert Part(8, missing, 0, 1, integer, [[Of a service: of how many it is missing.]])
* insert Part(9, not-asked, 0, 1, integer, [[Of a service: of how many what it belongs to is not on record.]])

Instance: everything-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(Patient, everything)
* base = "http://hl7.org/fhir/OperationDefinition/Patient-everything"
* affectsState = false
* name = "Everything"
* title = "Everything of a person"
* description = "All records of one person that the caller could find by searches, what others depend on first and within a type the oldest first, then the entries of the directory that they name. One page: where there are more than 2,000 of a type, ask by _type or _since."
* insert Parameter(in, _type, 0, *, string, [[Only these types, with commas between them.]])
* insert Parameter(in, _since, 0, 1, instant, [[Only records that were changed at this moment or later; the directory is left as it is.]])
* insert Parameter(out, return, 1, 1, Bundle, [[A searchset: records as match, entries of the directory as include.]])
