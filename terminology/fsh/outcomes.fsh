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
* #ons-loneliness "ONS direct loneliness" "How often somebody feels lonely, from 1 (least) to 5 (most); lower is better."
* #ucla-3 "UCLA-3 score" "3 to 9; lower is better."
* #swemwbs-raw "SWEMWBS raw score" "7 to 35; higher is better. The metric score has a SNOMED CT code."
* #pam-score "PAM score" "0 to 100; higher is better."
* #eq-5d-5l-vas "EQ-5D-5L visual analogue scale" "0 to 100; higher is better."
* #mycaw-concern-1 "MYCaW concern 1" "0 to 6; lower is better."
* #mycaw-concern-2 "MYCaW concern 2" "0 to 6; lower is better."
* #mycaw-wellbeing "MYCaW wellbeing" "0 to 6; lower is better."
* #goal-based-outcome-1 "Goal-Based Outcome, goal 1" "0 to 10; higher is better."
* #goal-based-outcome-2 "Goal-Based Outcome, goal 2" "0 to 10; higher is better."
* #goal-based-outcome-3 "Goal-Based Outcome, goal 3" "0 to 10; higher is better."
* #de-jong-gierveld-6 "De Jong Gierveld 6 score" "0 to 6; lower is better."
* #de-jong-gierveld-6-emotional "De Jong Gierveld 6, emotional loneliness" "0 to 3; lower is better."
* #de-jong-gierveld-6-social "De Jong Gierveld 6, social loneliness" "0 to 3; lower is better."
* #wsas "WSAS score" "0 to 40; lower is better."
* #outcomes-star-area-1 "Outcomes Star, area 1" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-2 "Outcomes Star, area 2" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-3 "Outcomes Star, area 3" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-4 "Outcomes Star, area 4" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-5 "Outcomes Star, area 5" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-6 "Outcomes Star, area 6" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-7 "Outcomes Star, area 7" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-8 "Outcomes Star, area 8" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-9 "Outcomes Star, area 9" "1 to 10; higher is better. Areas are never summed."
* #outcomes-star-area-10 "Outcomes Star, area 10" "1 to 10; higher is better. Areas are never summed."

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
