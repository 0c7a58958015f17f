Instance: outcomes-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(Patient, outcomes)
* affectsState = false
* name = "Outcomes"
* title = "Outcomes of a person"
* description = "What became of one person: for each score of an instrument and each episode the first and the last that stand, how they differ, what that is worth, and the same in a sentence that the person can read, with a chart. It tells of those Observations that the caller could find by a search, and of no others."
* insert Parameter(in, episode, 0, 1, string, [[The referral of one episode, or an onward referral of it: ServiceRequest/ and its id. All episodes if left out.]])
* parameter[=].searchType = #reference
* insert Parameter(out, leftOut, 1, 1, integer, [[How many outcomes are in none of the others: because they say why there is no score, or are of an instrument that this server does not know.]])
* parameter[+].name = #outcome
* parameter[=].use = #out
* parameter[=].min = 0
* parameter[=].max = "*"
* parameter[=].documentation = "One for each score of an instrument and each episode."
* insert Part(0, episode, 1, 1, Reference, The referral that began the episode.)
* insert Part(1, measure, 1, 1, CodeableConcept, [[What was measured: all codes of the score, and its name as text.]])
* insert Part(2, instrument, 1, 1, Coding, [[The instrument, with its version.]])
* parameter[=].part[2].binding.strength = #preferred
* parameter[=].part[2].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/outcome-instrument"
* insert Part(3, scores, 1, 1, integer, How many scores stand; the first and the last are told.)
* parameter[=].part[4].name = #first
* parameter[=].part[4].use = #out
* parameter[=].part[4].min = 1
* parameter[=].part[4].max = "1"
* parameter[=].part[4].documentation = "The first score."
* insert Score(4)
* parameter[=].part[5].name = #last
* parameter[=].part[5].use = #out
* parameter[=].part[5].min = 0
* parameter[=].part[5].max = "1"
* parameter[=].part[5].documentation = "The last score; left out where there is but one."
* insert Score(5)
* insert Part(6, difference, 0, 1, decimal, [[The last score less the first; left out where there is but one.]])
* insert Part(7, change, 0, 1, Coding, [[What the difference is worth: reliably better, no reliable change or reliably worse where a threshold is known; else better, same or worse, which says nothing of chance. Left out where there is but one score.]])
* parameter[=].part[7].binding.strength = #required
* parameter[=].part[7].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/outcome-change"
* insert Part(8, reliableFrom, 0, 1, decimal, [[From which difference on a change is reliable; left out where no official threshold is known.]])
* insert Part(9, sentence, 1, 1, string, [[All of it in plain English, for the person.]])
* insert Part(10, chart, 1, 1, Attachment, [[The course as a picture (image/svg+xml) with a title and a description for those who cannot see it.]])

RuleSet: Part(index, name, min, max, type, documentation)
* parameter[=].part[{index}].name = #{name}
* parameter[=].part[{index}].use = #out
* parameter[=].part[{index}].min = {min}
* parameter[=].part[{index}].max = "{max}"
* parameter[=].part[{index}].type = #{type}
* parameter[=].part[{index}].documentation = "{documentation}"

RuleSet: Score(index)
* insert ScorePart({index}, 0, observation, 1, Reference, The Observation.)
* insert ScorePart({index}, 1, value, 1, Quantity, The score.)
* insert ScorePart({index}, 2, taken, 1, dateTime, When it was taken.)
* insert ScorePart({index}, 3, point, 0, Coding, At which point of the episode.)
* parameter[=].part[{index}].part[3].binding.strength = #required
* parameter[=].part[{index}].part[3].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/outcome-point"

RuleSet: ScorePart(index, at, name, min, type, documentation)
* parameter[=].part[{index}].part[{at}].name = #{name}
* parameter[=].part[{index}].part[{at}].use = #out
* parameter[=].part[{index}].part[{at}].min = {min}
* parameter[=].part[{index}].part[{at}].max = "1"
* parameter[=].part[{index}].part[{at}].type = #{type}
* parameter[=].part[{index}].part[{at}].documentation = "{documentation}"

Instance: lastn-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(Observation, lastn)
* kind = #operation
* name = "Lastn"
* title = "The latest Observations of a person"
* description = "FHIR's $lastn: of one person, the latest few Observations of each code, the newest first. It finds those that the caller could find by the same search. What is entered in error is left out unless status is asked. Besides the parameters that are listed, every search parameter of Observation can be asked, with modifiers and without chains; one that nobody knows is refused."
* base = "http://hl7.org/fhir/OperationDefinition/Observation-lastn"
* insert Parameter(in, max, 0, 1, positiveInt, How many of each code; 1 if left out.)
* insert Parameter(in, patient, 0, 1, string, [[Whose: Patient/ and its id. Either this or subject is given.]])
* parameter[=].searchType = #reference
* insert Parameter(in, subject, 0, 1, string, [[The same as patient.]])
* parameter[=].searchType = #reference
* insert Parameter(in, code, 0, *, string, [[Only these codes.]])
* parameter[=].searchType = #token
* insert Parameter(in, instrument, 0, *, string, [[Only of these instruments.]])
* parameter[=].searchType = #token
* insert Parameter(out, return, 1, 1, Bundle, [[A searchset of Observations.]])
