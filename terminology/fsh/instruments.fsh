CodeSystem: LicenceUse
Id: licence-use
Title: "Licence use"
Description: "What the owner of an instrument lets this server do with its words."
* insert OwnCodes
* #embed "Embed" "Its questions may be shown and sent."
* #switchable "Switchable" "They may, once the operator has seen to it and says whom to name; until then scores alone."
* #score-only "Scores only" "Scores and answers may be recorded as codes and numbers; no question, and no answer in words."

CodeSystem: OutcomeInstrument
Id: outcome-instrument
Title: "Outcome instrument"
Description: "The instruments that Sprig knows. Each of their scores is defined by an ObservationDefinition. Bands, thresholds and codes stand there only where a published source is known."
* insert OwnCodes
// Not the package's: an outcome names the version of its instrument, and a new package makes no new instrument.
* ^version = "1"
* ^copyright = "The instruments belong to their owners, as the property attribution says. No words of an item stand here."
* ^property[0].code = #licence-use
* ^property[0].type = #Coding
* ^property[0].description = "What may be done with its words, as a code of licence-use."
* ^property[1].code = #attribution
* ^property[1].type = #string
* ^property[1].description = "Whose it is, and on which terms."
* ^property[2].code = #source
* ^property[2].type = #string
* ^property[2].description = "Where its scoring is published, or who publishes it."
* #ons4 "ONS4" "Personal wellbeing in four questions, each a score of its own and never summed."
* #ons4 ^property[0].code = #licence-use
* #ons4 ^property[0].valueCoding = LicenceUse#embed
* #ons4 ^property[1].code = #attribution
* #ons4 ^property[1].valueString = "Office for National Statistics, Personal well-being questions. Contains public sector information licensed under the Open Government Licence v3.0."
* #ons4 ^property[2].code = #source
* #ons4 ^property[2].valueString = "ONS"
* #ons-loneliness "ONS direct loneliness" "One question with five answers."
* #ons-loneliness ^property[0].code = #licence-use
* #ons-loneliness ^property[0].valueCoding = LicenceUse#embed
* #ons-loneliness ^property[1].code = #attribution
* #ons-loneliness ^property[1].valueString = "Office for National Statistics. Contains public sector information licensed under the Open Government Licence v3.0."
* #ons-loneliness ^property[2].code = #source
* #ons-loneliness ^property[2].valueString = "ONS"
* #phq-9 "PHQ-9" "Nine items."
* #phq-9 ^property[0].code = #licence-use
* #phq-9 ^property[0].valueCoding = LicenceUse#embed
* #phq-9 ^property[1].code = #attribution
* #phq-9 ^property[1].valueString = "No permission is required to reproduce, translate, display or distribute it (Pfizer)."
* #phq-9 ^property[2].code = #source
* #phq-9 ^property[2].valueString = "Pfizer"
* #gad-7 "GAD-7" "Seven items."
* #gad-7 ^property[0].code = #licence-use
* #gad-7 ^property[0].valueCoding = LicenceUse#embed
* #gad-7 ^property[1].code = #attribution
* #gad-7 ^property[1].valueString = "No permission is required to reproduce, translate, display or distribute it (Pfizer)."
* #gad-7 ^property[2].code = #source
* #gad-7 ^property[2].valueString = "Pfizer"
* #ucla-3 "UCLA-3" "Three items on loneliness."
* #ucla-3 ^property[0].code = #licence-use
* #ucla-3 ^property[0].valueCoding = LicenceUse#switchable
* #ucla-3 ^property[1].code = #source
* #ucla-3 ^property[1].valueString = "Recommended by the ONS"
* #swemwbs "SWEMWBS" "Seven items; the raw score is turned into a metric one by a table."
* #swemwbs ^property[0].code = #licence-use
* #swemwbs ^property[0].valueCoding = LicenceUse#score-only
* #swemwbs ^property[1].code = #attribution
* #swemwbs ^property[1].valueString = "NHS Health Scotland and the Universities of Warwick and Edinburgh, 2006. Free by registration for use that is not commercial; no sub-licensing."
* #swemwbs ^property[2].code = #source
* #swemwbs ^property[2].valueString = "Stewart-Brown et al. 2009"
* #wemwbs "WEMWBS" "Fourteen items."
* #wemwbs ^property[0].code = #licence-use
* #wemwbs ^property[0].valueCoding = LicenceUse#score-only
* #wemwbs ^property[1].code = #attribution
* #wemwbs ^property[1].valueString = "NHS Health Scotland and the Universities of Warwick and Edinburgh, 2006. Free by registration for use that is not commercial; no sub-licensing."
* #pam "PAM" "Patient activation in 10 or 13 items, scored by its owner."
* #pam ^property[0].code = #licence-use
* #pam ^property[0].valueCoding = LicenceUse#score-only
* #pam ^property[1].code = #attribution
* #pam ^property[1].valueString = "Proprietary (Insignia, Phreesia)."
* #pam ^property[2].code = #source
* #pam ^property[2].valueString = "CBE 2483"
* #eq-5d-5l "EQ-5D-5L" "Five items, scored by the value set of a country; and a scale from 0 to 100."
* #eq-5d-5l ^property[0].code = #licence-use
* #eq-5d-5l ^property[0].valueCoding = LicenceUse#score-only
* #eq-5d-5l ^property[1].code = #attribution
* #eq-5d-5l ^property[1].valueString = "EuroQol. Free for use that is not commercial after registration."
* #eq-5d-5l ^property[2].code = #source
* #eq-5d-5l ^property[2].valueString = "EuroQol"
* #mycaw "MYCaW" "Two concerns and wellbeing, each a score of its own."
* #mycaw ^property[0].code = #licence-use
* #mycaw ^property[0].valueCoding = LicenceUse#score-only
* #mycaw ^property[1].code = #attribution
* #mycaw ^property[1].valueString = "Licensed by Meaningful Measures Ltd."
* #mycaw ^property[2].code = #source
* #mycaw ^property[2].valueString = "Meaningful Measures Ltd"
* #outcomes-star "Outcomes Star" "Areas, each a score of its own and never summed."
* #outcomes-star ^property[0].code = #licence-use
* #outcomes-star ^property[0].valueCoding = LicenceUse#score-only
* #outcomes-star ^property[1].code = #attribution
* #outcomes-star ^property[1].valueString = "Triangle. A licence for each user, and training."
* #outcomes-star ^property[2].code = #source
* #outcomes-star ^property[2].valueString = "Triangle"
* #goal-based-outcomes "Goal-Based Outcomes" "One to three goals, each a score of its own."
* #goal-based-outcomes ^property[0].code = #licence-use
* #goal-based-outcomes ^property[0].valueCoding = LicenceUse#score-only
* #de-jong-gierveld-6 "De Jong Gierveld 6" "Six items on loneliness, each counted as 0 or 1; three emotional, three social."
* #de-jong-gierveld-6 ^property[0].code = #licence-use
* #de-jong-gierveld-6 ^property[0].valueCoding = LicenceUse#score-only
* #de-jong-gierveld-6 ^property[1].code = #attribution
* #de-jong-gierveld-6 ^property[1].valueString = "VU Amsterdam. Available for research with citation."
* #de-jong-gierveld-6 ^property[2].code = #source
* #de-jong-gierveld-6 ^property[2].valueString = "VU Amsterdam"
* #wsas "WSAS" "Five items."
* #wsas ^property[0].code = #licence-use
* #wsas ^property[0].valueCoding = LicenceUse#score-only
* #wsas ^property[1].code = #attribution
* #wsas ^property[1].valueString = "Marks."

ValueSet: OutcomeInstrumentVS
Id: outcome-instrument
Title: "Outcome instrument"
Description: "Every instrument that Sprig knows; an operator may add others."
* insert Published
* include codes from system OutcomeInstrument

CodeSystem: OutcomeDirection
Id: outcome-direction
Title: "Outcome direction"
Description: "Which way a score goes when somebody is better."
* insert OwnCodes
* #higher-better "Higher is better" "A higher score is better."
* #lower-better "Lower is better" "A lower score is better."

ValueSet: OutcomeDirectionVS
Id: outcome-direction
Title: "Outcome direction"
Description: "Every direction."
* insert Published
* include codes from system OutcomeDirection

CodeSystem: ScoringRule
Id: scoring-rule
Title: "Scoring rule"
Description: "How a score comes from its items."
* insert OwnCodes
* #given "Given" "It is the answer to its one item, or what its owner's method gives."
* #sum "Sum" "It is the sum of the answers."
* #table "Table" "It is what a table makes of the sum of the answers, none of which may be missing."

ValueSet: ScoringRuleVS
Id: scoring-rule
Title: "Scoring rule"
Description: "Every scoring rule."
* insert Published
* include codes from system ScoringRule

CodeSystem: OutcomeChange
Id: outcome-change
Title: "Outcome change"
Description: "What became of somebody from one assessment to a later one. The first three hold where a threshold is official, the others where none is."
* insert OwnCodes
* #reliably-better "Reliably better" "Better by the threshold at least."
* #no-reliable-change "No reliable change" "The difference is less than the threshold."
* #reliably-worse "Reliably worse" "Worse by the threshold at least."
* #better "Better" "Better, by whatever difference."
* #same "Same" "The same score."
* #worse "Worse" "Worse, by whatever difference."

ValueSet: OutcomeChangeVS
Id: outcome-change
Title: "Outcome change"
Description: "Every outcome change."
* insert Published
* include codes from system OutcomeChange

CodeSystem: OutcomeItem
Id: outcome-item
Title: "Outcome item"
Description: "Items of instruments by number, for which no code of others is known. Their words belong to the owners of the instruments and are not repeated."
* insert OwnCodes
* #ucla-3-1 "UCLA-3 item 1"
* #ucla-3-2 "UCLA-3 item 2"
* #ucla-3-3 "UCLA-3 item 3"
* #swemwbs-1 "SWEMWBS item 1"
* #swemwbs-2 "SWEMWBS item 2"
* #swemwbs-3 "SWEMWBS item 3"
* #swemwbs-4 "SWEMWBS item 4"
* #swemwbs-5 "SWEMWBS item 5"
* #swemwbs-6 "SWEMWBS item 6"
* #swemwbs-7 "SWEMWBS item 7"
* #wemwbs-1 "WEMWBS item 1"
* #wemwbs-2 "WEMWBS item 2"
* #wemwbs-3 "WEMWBS item 3"
* #wemwbs-4 "WEMWBS item 4"
* #wemwbs-5 "WEMWBS item 5"
* #wemwbs-6 "WEMWBS item 6"
* #wemwbs-7 "WEMWBS item 7"
* #wemwbs-8 "WEMWBS item 8"
* #wemwbs-9 "WEMWBS item 9"
* #wemwbs-10 "WEMWBS item 10"
* #wemwbs-11 "WEMWBS item 11"
* #wemwbs-12 "WEMWBS item 12"
* #wemwbs-13 "WEMWBS item 13"
* #wemwbs-14 "WEMWBS item 14"
* #eq-5d-5l-1 "EQ-5D-5L item 1"
* #eq-5d-5l-2 "EQ-5D-5L item 2"
* #eq-5d-5l-3 "EQ-5D-5L item 3"
* #eq-5d-5l-4 "EQ-5D-5L item 4"
* #eq-5d-5l-5 "EQ-5D-5L item 5"
* #de-jong-gierveld-6-emotional-1 "De Jong Gierveld 6, emotional, item 1"
* #de-jong-gierveld-6-emotional-2 "De Jong Gierveld 6, emotional, item 2"
* #de-jong-gierveld-6-emotional-3 "De Jong Gierveld 6, emotional, item 3"
* #de-jong-gierveld-6-social-1 "De Jong Gierveld 6, social, item 1"
* #de-jong-gierveld-6-social-2 "De Jong Gierveld 6, social, item 2"
* #de-jong-gierveld-6-social-3 "De Jong Gierveld 6, social, item 3"
* #wsas-1 "WSAS item 1"
* #wsas-2 "WSAS item 2"
* #wsas-3 "WSAS item 3"
* #wsas-4 "WSAS item 4"
* #wsas-5 "WSAS item 5"

CodeSystem: LonelinessFrequency
Id: loneliness-frequency
Title: "How often somebody feels lonely"
Description: "The answers to the direct question about loneliness of the Office for National Statistics."
* insert OwnCodes
* ^copyright = "Office for National Statistics. Contains public sector information licensed under the Open Government Licence v3.0."
* #never "Never" "Never."
* #hardly-ever "Hardly ever" "Hardly ever."
* #occasionally "Occasionally" "Occasionally."
* #some-of-the-time "Some of the time" "Some of the time."
* #often-or-always "Often or always" "Often or always."
