// The questions of instruments whose owners let them be asked by everybody. A linkId is the code of the item that the
// registry knows. What an operator must switch on first is no part of the package: the server has it.

RuleSet: Form(id, name, title, copyright)
* url = "https://sprig-fhir.github.io/ig/Questionnaire/{id}"
* version = "1"
* name = "{name}"
* title = "{title}"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* description = "The questions of {title}, word for word. An answer makes its scores."
* copyright = "{copyright}"
* subjectType = #Patient
* code = OutcomeInstrument#{id}

RuleSet: Told(text)
* item[+].linkId = "stem"
* item[=].text = "{text}"
* item[=].type = #display

RuleSet: AskedInWords(system, code, text)
* item[+].linkId = "{code}"
* item[=].code = {system}#{code}
* item[=].text = "{text}"

RuleSet: AnswerWorth(system, code, display, ordinal)
* item[=].answerOption[+].valueCoding = {system}#{code} "{display}"
* item[=].answerOption[=].valueCoding.extension.url = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
* item[=].answerOption[=].valueCoding.extension.valueDecimal = {ordinal}

RuleSet: HowOften
* item[=].type = #choice
* insert AnswerWorth($LOINC, LA6568-5, [[Not at all]], 0)
* insert AnswerWorth($LOINC, LA6569-3, [[Several days]], 1)
* insert AnswerWorth($LOINC, LA6570-1, [[More than half the days]], 2)
* insert AnswerWorth($LOINC, LA6571-9, [[Nearly every day]], 3)

RuleSet: NoughtToTen
* item[=].type = #integer
* item[=].extension[0].url = "http://hl7.org/fhir/StructureDefinition/minValue"
* item[=].extension[0].valueInteger = 0
* item[=].extension[1].url = "http://hl7.org/fhir/StructureDefinition/maxValue"
* item[=].extension[1].valueInteger = 10

Instance: ons4-form
InstanceOf: Questionnaire
Usage: #definition
* id = "ons4"
* insert Form(ons4, Ons4, [[ONS4]], [[Office for National Statistics. Contains public sector information licensed under the Open Government Licence v3.0.]])
* insert Told([[Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I'd like you to give an answer on a scale of 0 to 10, where 0 is not at all and 10 is completely.]])
* insert AskedInWords(OutcomeMeasure, ons4-life-satisfaction, [[Overall, how satisfied are you with your life nowadays?]])
* insert NoughtToTen
* insert AskedInWords(OutcomeMeasure, ons4-worthwhile, [[Overall, to what extent do you feel that the things you do in your life are worthwhile?]])
* insert NoughtToTen
* insert AskedInWords(OutcomeMeasure, ons4-happiness, [[Overall, how happy did you feel yesterday?]])
* insert NoughtToTen
* insert AskedInWords(OutcomeMeasure, ons4-anxiety, [[On a scale where 0 is not at all anxious and 10 is completely anxious, overall, how anxious did you feel yesterday?]])
* insert NoughtToTen

Instance: phq-9-form
InstanceOf: Questionnaire
Usage: #definition
* id = "phq-9"
* insert Form(phq-9, Phq9, [[PHQ-9]], [[No permission is required to reproduce, translate, display or distribute it (Pfizer).]])
* insert Told([[Over the last 2 weeks, how often have you been bothered by any of the following problems?]])
* insert AskedInWords($LOINC, 44250-9, [[Little interest or pleasure in doing things]])
* insert HowOften
* insert AskedInWords($LOINC, 44255-8, [[Feeling down, depressed, or hopeless]])
* insert HowOften
* insert AskedInWords($LOINC, 44259-0, [[Trouble falling or staying asleep, or sleeping too much]])
* insert HowOften
* insert AskedInWords($LOINC, 44254-1, [[Feeling tired or having little energy]])
* insert HowOften
* insert AskedInWords($LOINC, 44251-7, [[Poor appetite or overeating]])
* insert HowOften
* insert AskedInWords($LOINC, 44258-2, [[Feeling bad about yourself, or that you are a failure or have let yourself or your family down]])
* insert HowOften
* insert AskedInWords($LOINC, 44252-5, [[Trouble concentrating on things, such as reading the newspaper or watching television]])
* insert HowOften
* insert AskedInWords($LOINC, 44253-3, [[Moving or speaking so slowly that other people could have noticed; or the opposite, being so fidgety or restless that you have been moving around a lot more than usual]])
* insert HowOften
* insert AskedInWords($LOINC, 44260-8, [[Thoughts that you would be better off dead, or of hurting yourself in some way]])
* insert HowOften

Instance: gad-7-form
InstanceOf: Questionnaire
Usage: #definition
* id = "gad-7"
* insert Form(gad-7, Gad7, [[GAD-7]], [[No permission is required to reproduce, translate, display or distribute it (Pfizer).]])
* insert Told([[Over the last 2 weeks, how often have you been bothered by the following problems?]])
* insert AskedInWords($LOINC, 69725-0, [[Feeling nervous, anxious, or on edge]])
* insert HowOften
* insert AskedInWords($LOINC, 68509-9, [[Not being able to stop or control worrying]])
* insert HowOften
* insert AskedInWords($LOINC, 69733-4, [[Worrying too much about different things]])
* insert HowOften
* insert AskedInWords($LOINC, 69734-2, [[Trouble relaxing]])
* insert HowOften
* insert AskedInWords($LOINC, 69735-9, [[Being so restless that it is hard to sit still]])
* insert HowOften
* insert AskedInWords($LOINC, 69689-8, [[Becoming easily annoyed or irritable]])
* insert HowOften
* insert AskedInWords($LOINC, 69736-7, [[Feeling afraid, as if something awful might happen]])
* insert HowOften

RuleSet: Loneliness
* item[=].type = #choice
* insert AnswerWorth(LonelinessFrequency, never, [[Never]], 1)
* insert AnswerWorth(LonelinessFrequency, hardly-ever, [[Hardly ever]], 2)
* insert AnswerWorth(LonelinessFrequency, occasionally, [[Occasionally]], 3)
* insert AnswerWorth(LonelinessFrequency, some-of-the-time, [[Some of the time]], 4)
* insert AnswerWorth(LonelinessFrequency, often-or-always, [[Often or always]], 5)

Instance: ons-loneliness-form
InstanceOf: Questionnaire
Usage: #definition
* id = "ons-loneliness"
* insert Form(ons-loneliness, OnsLoneliness, [[ONS direct loneliness]], [[Office for National Statistics. Contains public sector information licensed under the Open Government Licence v3.0.]])
* insert AskedInWords(OutcomeMeasure, ons-loneliness, [[How often do you feel lonely?]])
* insert Loneliness

Profile: SprigOutcomeResponse
Parent: QuestionnaireResponse
Id: sprig-outcome-response
Title: "Answers to an instrument"
Description: "What a person answered to the questions of an instrument, at one point of an episode. The server makes the scores, in the same transaction."
* insert Published
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* extension contains
    OutcomePointExtension named point 1..1 MS and
    OutcomeModeExtension named mode 1..1 MS
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral, and so the episode"
* questionnaire 1..1 MS
* status from ExperienceStatusVS (required)
* subject 1..1 MS
* subject only Reference(Patient)
* authored 1..1 MS
* author MS
* author ^short = "Who wrote it down, of the link-worker service"
* source MS
* source only Reference(Patient)
* source ^short = "The person, where they answered themselves; left out where somebody answered for them"
* item 1..* MS
* item.linkId ^short = "The code of the item, as the Questionnaire has it"
* item.item 0..0
* item.answer 0..1
* item.answer.item 0..0
* item.answer.value[x] only integer or Coding

Instance: extract-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(QuestionnaireResponse, extract)
* affectsState = false
* type = true
* name = "Extract"
* title = "Scores of answers"
* description = "The $extract of Structured Data Capture, for answers to an instrument: the scores that saving them makes, and the risk that they raise. Nothing is stored; saving the answers stores the scores as well. On one QuestionnaireResponse it is about what is stored; on the type about the one that is sent."
* base = "http://hl7.org/fhir/uv/sdc/OperationDefinition/QuestionnaireResponse-extract"
* insert Parameter(in, questionnaire-response, 0, 1, QuestionnaireResponse, [[The answers. Sent on the type, where it is needed; not on one QuestionnaireResponse.]])
* insert Parameter(out, return, 1, 1, Bundle, [[A transaction with what saving the answers would write. It is to be looked at and not to be sent: such scores are written by the server alone.]])
