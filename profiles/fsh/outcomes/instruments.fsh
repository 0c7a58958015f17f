// Every instrument of the registry. Facts come from published sources alone; what is not known is left out.

RuleSet: Scored(instrument, display, title, direction, rule)
* extension[instrument].valueCoding = OutcomeInstrument#{instrument} "{display}"
* extension[instrument].valueCoding.version = "1"
* extension[direction].valueCode = #{direction}
* extension[scoring].extension[rule].valueCode = #{rule}
* code.text = "{title}"
* permittedDataType = #Quantity
* preferredReportName = "{title}"
* quantitativeDetails.unit = $UCUM#{score} "score"

RuleSet: Registered(id)
* identifier.system = "https://sprig-fhir.github.io/ig/ObservationDefinition"
* identifier.value = "{id}"

RuleSet: From(low, high, decimals)
* quantitativeDetails.decimalPrecision = {decimals}
* qualifiedInterval[+].category = #absolute
* qualifiedInterval[=].range.low.value = {low}
* qualifiedInterval[=].range.high.value = {high}

RuleSet: Named(low, high, name)
* qualifiedInterval[+].category = #reference
* qualifiedInterval[=].range.low.value = {low}
* qualifiedInterval[=].range.high.value = {high}
* qualifiedInterval[=].condition = "{name}"

RuleSet: Reliable(threshold, source)
* extension[reliableChange].extension[threshold].valueDecimal = {threshold}
* extension[reliableChange].extension[source].valueString = "{source}"

RuleSet: Asked(system, code, low, high)
* extension[item][+].extension[code].valueCoding = {system}#{code}
* extension[item][=].extension[low].valueInteger = {low}
* extension[item][=].extension[high].valueInteger = {high}

RuleSet: Alerts(above, risk, display)
* extension[item][=].extension[alert].extension[above].valueInteger = {above}
* extension[item][=].extension[alert].extension[risk].valueCoding = Risk#{risk} "{display}"

RuleSet: Row(raw, score)
* extension[scoring].extension[row][+].extension[raw].valueInteger = {raw}
* extension[scoring].extension[row][=].extension[score].valueDecimal = {score}

Instance: ons4-life-satisfaction
InstanceOf: SprigMeasure
Title: "ONS4 life satisfaction"
Description: "ONS4 life satisfaction, as a score of ONS4."
Usage: #definition
* insert Registered(ons4-life-satisfaction)
* insert Scored(ons4, [[ONS4]], [[ONS4 life satisfaction]], higher-better, given)
* code.coding[0] = OutcomeMeasure#ons4-life-satisfaction
* insert From(0, 10, 0)
* insert Named(0, 4, [[low]])
* insert Named(5, 6, [[medium]])
* insert Named(7, 8, [[high]])
* insert Named(9, 10, [[very high]])
* insert Asked(OutcomeMeasure, ons4-life-satisfaction, 0, 10)

Instance: ons4-worthwhile
InstanceOf: SprigMeasure
Title: "ONS4 worthwhile"
Description: "ONS4 worthwhile, as a score of ONS4."
Usage: #definition
* insert Registered(ons4-worthwhile)
* insert Scored(ons4, [[ONS4]], [[ONS4 worthwhile]], higher-better, given)
* code.coding[0] = OutcomeMeasure#ons4-worthwhile
* insert From(0, 10, 0)
* insert Named(0, 4, [[low]])
* insert Named(5, 6, [[medium]])
* insert Named(7, 8, [[high]])
* insert Named(9, 10, [[very high]])
* insert Asked(OutcomeMeasure, ons4-worthwhile, 0, 10)

Instance: ons4-happiness
InstanceOf: SprigMeasure
Title: "ONS4 happiness"
Description: "ONS4 happiness, as a score of ONS4."
Usage: #definition
* insert Registered(ons4-happiness)
* insert Scored(ons4, [[ONS4]], [[ONS4 happiness]], higher-better, given)
* code.coding[0] = OutcomeMeasure#ons4-happiness
* insert From(0, 10, 0)
* insert Named(0, 4, [[low]])
* insert Named(5, 6, [[medium]])
* insert Named(7, 8, [[high]])
* insert Named(9, 10, [[very high]])
* insert Asked(OutcomeMeasure, ons4-happiness, 0, 10)

Instance: ons4-anxiety
InstanceOf: SprigMeasure
Title: "ONS4 anxiety"
Description: "ONS4 anxiety, as a score of ONS4."
Usage: #definition
* insert Registered(ons4-anxiety)
* insert Scored(ons4, [[ONS4]], [[ONS4 anxiety]], lower-better, given)
* code.coding[0] = OutcomeMeasure#ons4-anxiety
* insert From(0, 10, 0)
* insert Named(0, 1, [[very low]])
* insert Named(2, 3, [[low]])
* insert Named(4, 5, [[medium]])
* insert Named(6, 10, [[high]])
* insert Asked(OutcomeMeasure, ons4-anxiety, 0, 10)

Instance: ons-loneliness
InstanceOf: SprigMeasure
Title: "ONS direct loneliness"
Description: "ONS direct loneliness, as a score of ONS direct loneliness."
Usage: #definition
* insert Registered(ons-loneliness)
* insert Scored(ons-loneliness, [[ONS direct loneliness]], [[ONS direct loneliness]], lower-better, given)
* code.coding[0] = OutcomeMeasure#ons-loneliness
* insert From(1, 5, 0)
* insert Named(1, 1, [[Never]])
* insert Named(2, 2, [[Hardly ever]])
* insert Named(3, 3, [[Occasionally]])
* insert Named(4, 4, [[Some of the time]])
* insert Named(5, 5, [[Often or always]])
* insert Asked(OutcomeMeasure, ons-loneliness, 1, 5)

Instance: phq-9
InstanceOf: SprigMeasure
Title: "PHQ-9 total score"
Description: "PHQ-9 total score, as a score of PHQ-9."
Usage: #definition
* insert Registered(phq-9)
* insert Scored(phq-9, [[PHQ-9]], [[PHQ-9 total score]], lower-better, sum)
* code.coding[0] = $SCT#720433000
* code.coding[1] = $LOINC#44261-6
* insert From(0, 27, 0)
* insert Named(0, 4, [[0 to 4]])
* insert Named(5, 9, [[5 to 9]])
* insert Named(10, 14, [[10 to 14]])
* insert Named(15, 19, [[15 to 19]])
* insert Named(20, 27, [[20 to 27]])
* insert Reliable(6, [[NHS England, mental health monthly statistics]])
* insert Asked($LOINC, 44250-9, 0, 3)
* insert Asked($LOINC, 44255-8, 0, 3)
* insert Asked($LOINC, 44259-0, 0, 3)
* insert Asked($LOINC, 44254-1, 0, 3)
* insert Asked($LOINC, 44251-7, 0, 3)
* insert Asked($LOINC, 44258-2, 0, 3)
* insert Asked($LOINC, 44252-5, 0, 3)
* insert Asked($LOINC, 44253-3, 0, 3)
* insert Asked($LOINC, 44260-8, 0, 3)
* insert Alerts(0, thoughts-of-self-harm, Thoughts of being better off dead or of self-harm)

Instance: gad-7
InstanceOf: SprigMeasure
Title: "GAD-7 total score"
Description: "GAD-7 total score, as a score of GAD-7."
Usage: #definition
* insert Registered(gad-7)
* insert Scored(gad-7, [[GAD-7]], [[GAD-7 total score]], lower-better, sum)
* code.coding[0] = $SCT#445455005
* code.coding[1] = $LOINC#70274-6
* insert From(0, 21, 0)
* insert Named(0, 4, [[0 to 4]])
* insert Named(5, 9, [[5 to 9]])
* insert Named(10, 14, [[10 to 14]])
* insert Named(15, 21, [[15 to 21]])
* insert Reliable(4, [[NHS England, mental health monthly statistics]])
* insert Asked($LOINC, 69725-0, 0, 3)
* insert Asked($LOINC, 68509-9, 0, 3)
* insert Asked($LOINC, 69733-4, 0, 3)
* insert Asked($LOINC, 69734-2, 0, 3)
* insert Asked($LOINC, 69735-9, 0, 3)
* insert Asked($LOINC, 69689-8, 0, 3)
* insert Asked($LOINC, 69736-7, 0, 3)

Instance: ucla-3
InstanceOf: SprigMeasure
Title: "UCLA-3 score"
Description: "UCLA-3 score, as a score of UCLA-3."
Usage: #definition
* insert Registered(ucla-3)
* insert Scored(ucla-3, [[UCLA-3]], [[UCLA-3 score]], lower-better, sum)
* code.coding[0] = OutcomeMeasure#ucla-3
* insert From(3, 9, 0)
* insert Asked(OutcomeItem, ucla-3-1, 1, 3)
* insert Asked(OutcomeItem, ucla-3-2, 1, 3)
* insert Asked(OutcomeItem, ucla-3-3, 1, 3)

Instance: swemwbs-raw
InstanceOf: SprigMeasure
Title: "SWEMWBS raw score"
Description: "SWEMWBS raw score, as a score of SWEMWBS."
Usage: #definition
* insert Registered(swemwbs-raw)
* insert Scored(swemwbs, [[SWEMWBS]], [[SWEMWBS raw score]], higher-better, sum)
* code.coding[0] = OutcomeMeasure#swemwbs-raw
* insert From(7, 35, 0)
* insert Asked(OutcomeItem, swemwbs-1, 1, 5)
* insert Asked(OutcomeItem, swemwbs-2, 1, 5)
* insert Asked(OutcomeItem, swemwbs-3, 1, 5)
* insert Asked(OutcomeItem, swemwbs-4, 1, 5)
* insert Asked(OutcomeItem, swemwbs-5, 1, 5)
* insert Asked(OutcomeItem, swemwbs-6, 1, 5)
* insert Asked(OutcomeItem, swemwbs-7, 1, 5)

Instance: swemwbs-metric
InstanceOf: SprigMeasure
Title: "SWEMWBS metric score"
Description: "SWEMWBS metric score, as a score of SWEMWBS."
Usage: #definition
* insert Registered(swemwbs-metric)
* insert Scored(swemwbs, [[SWEMWBS]], [[SWEMWBS metric score]], higher-better, table)
* code.coding[0] = $SCT#718466001
* insert From(7, 35, 2)
* insert Reliable(3, [[NHS England, mental health monthly statistics (Shah 2018), of the metric score]])
* insert Asked(OutcomeItem, swemwbs-1, 1, 5)
* insert Asked(OutcomeItem, swemwbs-2, 1, 5)
* insert Asked(OutcomeItem, swemwbs-3, 1, 5)
* insert Asked(OutcomeItem, swemwbs-4, 1, 5)
* insert Asked(OutcomeItem, swemwbs-5, 1, 5)
* insert Asked(OutcomeItem, swemwbs-6, 1, 5)
* insert Asked(OutcomeItem, swemwbs-7, 1, 5)
* insert Row(7, 7)
* insert Row(8, 9.51)
* insert Row(9, 11.25)
* insert Row(10, 12.4)
* insert Row(11, 13.33)
* insert Row(12, 14.08)
* insert Row(13, 14.75)
* insert Row(14, 15.32)
* insert Row(15, 15.84)
* insert Row(16, 16.36)
* insert Row(17, 16.88)
* insert Row(18, 17.43)
* insert Row(19, 17.98)
* insert Row(20, 18.59)
* insert Row(21, 19.25)
* insert Row(22, 19.98)
* insert Row(23, 20.73)
* insert Row(24, 21.54)
* insert Row(25, 22.35)
* insert Row(26, 23.21)
* insert Row(27, 24.11)
* insert Row(28, 25.03)
* insert Row(29, 26.02)
* insert Row(30, 27.03)
* insert Row(31, 28.13)
* insert Row(32, 29.31)
* insert Row(33, 30.7)
* insert Row(34, 32.55)
* insert Row(35, 35)

Instance: wemwbs
InstanceOf: SprigMeasure
Title: "WEMWBS score"
Description: "WEMWBS score, as a score of WEMWBS."
Usage: #definition
* insert Registered(wemwbs)
* insert Scored(wemwbs, [[WEMWBS]], [[WEMWBS score]], higher-better, sum)
* code.coding[0] = $SCT#718426000
* insert From(14, 70, 0)
* insert Reliable(9, [[NHS England, mental health monthly statistics (Maheswaran 2012)]])
* insert Asked(OutcomeItem, wemwbs-1, 1, 5)
* insert Asked(OutcomeItem, wemwbs-2, 1, 5)
* insert Asked(OutcomeItem, wemwbs-3, 1, 5)
* insert Asked(OutcomeItem, wemwbs-4, 1, 5)
* insert Asked(OutcomeItem, wemwbs-5, 1, 5)
* insert Asked(OutcomeItem, wemwbs-6, 1, 5)
* insert Asked(OutcomeItem, wemwbs-7, 1, 5)
* insert Asked(OutcomeItem, wemwbs-8, 1, 5)
* insert Asked(OutcomeItem, wemwbs-9, 1, 5)
* insert Asked(OutcomeItem, wemwbs-10, 1, 5)
* insert Asked(OutcomeItem, wemwbs-11, 1, 5)
* insert Asked(OutcomeItem, wemwbs-12, 1, 5)
* insert Asked(OutcomeItem, wemwbs-13, 1, 5)
* insert Asked(OutcomeItem, wemwbs-14, 1, 5)

Instance: pam
InstanceOf: SprigMeasure
Title: "PAM score"
Description: "PAM score, as a score of PAM."
Usage: #definition
* insert Registered(pam)
* insert Scored(pam, [[PAM]], [[PAM score]], higher-better, given)
* code.coding[0] = OutcomeMeasure#pam-score
* insert From(0, 100, 1)
* insert Named(0, 47.0, [[level 1]])
* insert Named(47.1, 55.1, [[level 2]])
* insert Named(55.2, 67.0, [[level 3]])
* insert Named(67.1, 100, [[level 4]])
* insert Reliable(3, [[CBE 2483, page of the measure steward]])

Instance: eq-5d-5l-index
InstanceOf: SprigMeasure
Title: "EQ-5D-5L index"
Description: "EQ-5D-5L index, as a score of EQ-5D-5L."
Usage: #definition
* insert Registered(eq-5d-5l-index)
* insert Scored(eq-5d-5l, [[EQ-5D-5L]], [[EQ-5D-5L index]], higher-better, given)
* code.coding[0] = $SCT#736534008
* insert Asked(OutcomeItem, eq-5d-5l-1, 1, 5)
* insert Asked(OutcomeItem, eq-5d-5l-2, 1, 5)
* insert Asked(OutcomeItem, eq-5d-5l-3, 1, 5)
* insert Asked(OutcomeItem, eq-5d-5l-4, 1, 5)
* insert Asked(OutcomeItem, eq-5d-5l-5, 1, 5)

Instance: eq-5d-5l-vas
InstanceOf: SprigMeasure
Title: "EQ-5D-5L visual analogue scale"
Description: "EQ-5D-5L visual analogue scale, as a score of EQ-5D-5L."
Usage: #definition
* insert Registered(eq-5d-5l-vas)
* insert Scored(eq-5d-5l, [[EQ-5D-5L]], [[EQ-5D-5L visual analogue scale]], higher-better, given)
* code.coding[0] = OutcomeMeasure#eq-5d-5l-vas
* insert From(0, 100, 0)

Instance: mycaw-concern-1
InstanceOf: SprigMeasure
Title: "MYCaW concern 1"
Description: "MYCaW concern 1, as a score of MYCaW."
Usage: #definition
* insert Registered(mycaw-concern-1)
* insert Scored(mycaw, [[MYCaW]], [[MYCaW concern 1]], lower-better, given)
* code.coding[0] = OutcomeMeasure#mycaw-concern-1
* insert From(0, 6, 0)

Instance: mycaw-concern-2
InstanceOf: SprigMeasure
Title: "MYCaW concern 2"
Description: "MYCaW concern 2, as a score of MYCaW."
Usage: #definition
* insert Registered(mycaw-concern-2)
* insert Scored(mycaw, [[MYCaW]], [[MYCaW concern 2]], lower-better, given)
* code.coding[0] = OutcomeMeasure#mycaw-concern-2
* insert From(0, 6, 0)

Instance: mycaw-wellbeing
InstanceOf: SprigMeasure
Title: "MYCaW wellbeing"
Description: "MYCaW wellbeing, as a score of MYCaW."
Usage: #definition
* insert Registered(mycaw-wellbeing)
* insert Scored(mycaw, [[MYCaW]], [[MYCaW wellbeing]], lower-better, given)
* code.coding[0] = OutcomeMeasure#mycaw-wellbeing
* insert From(0, 6, 0)

Instance: outcomes-star-area-1
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 1"
Description: "Outcomes Star, area 1, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-1)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 1]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-1
* insert From(1, 10, 0)

Instance: outcomes-star-area-2
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 2"
Description: "Outcomes Star, area 2, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-2)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 2]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-2
* insert From(1, 10, 0)

Instance: outcomes-star-area-3
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 3"
Description: "Outcomes Star, area 3, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-3)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 3]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-3
* insert From(1, 10, 0)

Instance: outcomes-star-area-4
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 4"
Description: "Outcomes Star, area 4, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-4)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 4]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-4
* insert From(1, 10, 0)

Instance: outcomes-star-area-5
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 5"
Description: "Outcomes Star, area 5, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-5)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 5]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-5
* insert From(1, 10, 0)

Instance: outcomes-star-area-6
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 6"
Description: "Outcomes Star, area 6, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-6)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 6]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-6
* insert From(1, 10, 0)

Instance: outcomes-star-area-7
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 7"
Description: "Outcomes Star, area 7, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-7)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 7]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-7
* insert From(1, 10, 0)

Instance: outcomes-star-area-8
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 8"
Description: "Outcomes Star, area 8, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-8)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 8]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-8
* insert From(1, 10, 0)

Instance: outcomes-star-area-9
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 9"
Description: "Outcomes Star, area 9, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-9)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 9]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-9
* insert From(1, 10, 0)

Instance: outcomes-star-area-10
InstanceOf: SprigMeasure
Title: "Outcomes Star, area 10"
Description: "Outcomes Star, area 10, as a score of Outcomes Star."
Usage: #definition
* insert Registered(outcomes-star-area-10)
* insert Scored(outcomes-star, [[Outcomes Star]], [[Outcomes Star, area 10]], higher-better, given)
* code.coding[0] = OutcomeMeasure#outcomes-star-area-10
* insert From(1, 10, 0)

Instance: goal-based-outcome-1
InstanceOf: SprigMeasure
Title: "Goal-Based Outcome, goal 1"
Description: "Goal-Based Outcome, goal 1, as a score of Goal-Based Outcomes."
Usage: #definition
* insert Registered(goal-based-outcome-1)
* insert Scored(goal-based-outcomes, [[Goal-Based Outcomes]], [[Goal-Based Outcome, goal 1]], higher-better, given)
* code.coding[0] = OutcomeMeasure#goal-based-outcome-1
* insert From(0, 10, 0)
* insert Reliable(3, [[NHS England, mental health monthly statistics]])

Instance: goal-based-outcome-2
InstanceOf: SprigMeasure
Title: "Goal-Based Outcome, goal 2"
Description: "Goal-Based Outcome, goal 2, as a score of Goal-Based Outcomes."
Usage: #definition
* insert Registered(goal-based-outcome-2)
* insert Scored(goal-based-outcomes, [[Goal-Based Outcomes]], [[Goal-Based Outcome, goal 2]], higher-better, given)
* code.coding[0] = OutcomeMeasure#goal-based-outcome-2
* insert From(0, 10, 0)
* insert Reliable(3, [[NHS England, mental health monthly statistics]])

Instance: goal-based-outcome-3
InstanceOf: SprigMeasure
Title: "Goal-Based Outcome, goal 3"
Description: "Goal-Based Outcome, goal 3, as a score of Goal-Based Outcomes."
Usage: #definition
* insert Registered(goal-based-outcome-3)
* insert Scored(goal-based-outcomes, [[Goal-Based Outcomes]], [[Goal-Based Outcome, goal 3]], higher-better, given)
* code.coding[0] = OutcomeMeasure#goal-based-outcome-3
* insert From(0, 10, 0)
* insert Reliable(3, [[NHS England, mental health monthly statistics]])

Instance: de-jong-gierveld-6
InstanceOf: SprigMeasure
Title: "De Jong Gierveld 6 score"
Description: "De Jong Gierveld 6 score, as a score of De Jong Gierveld 6."
Usage: #definition
* insert Registered(de-jong-gierveld-6)
* insert Scored(de-jong-gierveld-6, [[De Jong Gierveld 6]], [[De Jong Gierveld 6 score]], lower-better, sum)
* code.coding[0] = OutcomeMeasure#de-jong-gierveld-6
* insert From(0, 6, 0)
* insert Named(0, 1, [[not lonely]])
* insert Named(2, 4, [[moderate]])
* insert Named(5, 6, [[severe]])
* insert Asked(OutcomeItem, de-jong-gierveld-6-emotional-1, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-emotional-2, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-emotional-3, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-social-1, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-social-2, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-social-3, 0, 1)

Instance: de-jong-gierveld-6-emotional
InstanceOf: SprigMeasure
Title: "De Jong Gierveld 6, emotional loneliness"
Description: "De Jong Gierveld 6, emotional loneliness, as a score of De Jong Gierveld 6."
Usage: #definition
* insert Registered(de-jong-gierveld-6-emotional)
* insert Scored(de-jong-gierveld-6, [[De Jong Gierveld 6]], [[De Jong Gierveld 6, emotional loneliness]], lower-better, sum)
* code.coding[0] = OutcomeMeasure#de-jong-gierveld-6-emotional
* insert From(0, 3, 0)
* insert Asked(OutcomeItem, de-jong-gierveld-6-emotional-1, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-emotional-2, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-emotional-3, 0, 1)

Instance: de-jong-gierveld-6-social
InstanceOf: SprigMeasure
Title: "De Jong Gierveld 6, social loneliness"
Description: "De Jong Gierveld 6, social loneliness, as a score of De Jong Gierveld 6."
Usage: #definition
* insert Registered(de-jong-gierveld-6-social)
* insert Scored(de-jong-gierveld-6, [[De Jong Gierveld 6]], [[De Jong Gierveld 6, social loneliness]], lower-better, sum)
* code.coding[0] = OutcomeMeasure#de-jong-gierveld-6-social
* insert From(0, 3, 0)
* insert Asked(OutcomeItem, de-jong-gierveld-6-social-1, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-social-2, 0, 1)
* insert Asked(OutcomeItem, de-jong-gierveld-6-social-3, 0, 1)

Instance: wsas
InstanceOf: SprigMeasure
Title: "WSAS score"
Description: "WSAS score, as a score of WSAS."
Usage: #definition
* insert Registered(wsas)
* insert Scored(wsas, [[WSAS]], [[WSAS score]], lower-better, sum)
* code.coding[0] = OutcomeMeasure#wsas
* insert From(0, 40, 0)
* insert Named(0, 9, [[0 to 9]])
* insert Named(10, 20, [[10 to 20]])
* insert Named(21, 40, [[21 to 40]])
* insert Asked(OutcomeItem, wsas-1, 0, 8)
* insert Asked(OutcomeItem, wsas-2, 0, 8)
* insert Asked(OutcomeItem, wsas-3, 0, 8)
* insert Asked(OutcomeItem, wsas-4, 0, 8)
* insert Asked(OutcomeItem, wsas-5, 0, 8)
