CodeSystem: OutcomeMeasure
Id: outcome-measure
Title: "Outcome measure"
Description: "Measures for which neither SNOMED CT nor LOINC has a code that is known to us."
* insert OwnCodes
* ^copyright = "The ONS4 questions are by the Office for National Statistics, used under the Open Government Licence v3.0."
* #ons4-life-satisfaction "ONS4 life satisfaction" "Overall, how satisfied are you with your life nowadays? 0 is not at all, 10 is completely; higher is better."
* #ons4-worthwhile "ONS4 worthwhile" "Overall, to what extent do you feel that the things you do in your life are worthwhile? 0 is not at all, 10 is completely; higher is better."
* #ons4-happiness "ONS4 happiness" "Overall, how happy did you feel yesterday? 0 is not at all, 10 is completely; higher is better."
* #ons4-anxiety "ONS4 anxiety" "Overall, how anxious did you feel yesterday? 0 is not at all, 10 is completely; lower is better."

ValueSet: Ons4VS
Id: ons4
Title: "ONS4 personal wellbeing"
Description: "The four questions of ONS4, which are reported singly and never summed."
* insert Published
* OutcomeMeasure#ons4-life-satisfaction "ONS4 life satisfaction"
* OutcomeMeasure#ons4-worthwhile "ONS4 worthwhile"
* OutcomeMeasure#ons4-happiness "ONS4 happiness"
* OutcomeMeasure#ons4-anxiety "ONS4 anxiety"

CodeSystem: OutcomePoint
Id: outcome-point
Title: "Outcome point"
Description: "The point of an episode at which an outcome was measured."
* insert OwnCodes
* #baseline "Baseline" "Before support began."
* #review "Review" "While support goes on."
* #exit "Exit" "When support ended."
* #follow-up "Follow-up" "Some time after support ended."

ValueSet: OutcomePointVS
Id: outcome-point
Title: "Outcome point"
Description: "Every outcome point."
* insert Published
* include codes from system OutcomePoint

CodeSystem: OutcomeMode
Id: outcome-mode
Title: "Outcome mode"
Description: "How an outcome measure was answered."
* insert OwnCodes
* #self "Self" "The person answered alone."
* #assisted "Assisted" "The person answered with help."
* #proxy "Proxy" "Someone else answered for the person."

ValueSet: OutcomeModeVS
Id: outcome-mode
Title: "Outcome mode"
Description: "Every outcome mode."
* insert Published
* include codes from system OutcomeMode
