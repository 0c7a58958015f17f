CodeSystem: NeedCategory
Id: need-category
Title: "Need category"
Description: "Why a person is referred, and what kind of support a service offers. Used where no licensed SNOMED CT UK Edition is loaded, and beside it where one is."
* insert OwnCodes
* #loneliness-isolation "Loneliness and isolation" "Loneliness, or too little contact with other people."
* #mental-wellbeing "Mental wellbeing" "Low mood, worry or stress that social support may ease."
* #physical-activity "Physical activity" "Being more active."
* #healthy-weight-food "Healthy weight and food" "Eating well and keeping a healthy weight."
* #long-term-condition "Living with a long-term condition" "Managing daily life with a long-term condition."
* #money-debt-benefits "Money, debt and benefits" "Money worries, debt or benefits."
* #housing-homelessness "Housing and homelessness" "Poor, unsafe or insecure housing, or none."
* #employment-volunteering "Employment and volunteering" "Finding or keeping work or volunteering."
* #education-skills "Education and skills" "Learning and skills."
* #caring-responsibilities "Caring responsibilities" "Support for a person who cares for someone else."
* #parenting-family "Parenting and family" "Support with parenting or family life."
* #bereavement "Bereavement" "Support after a death."
* #domestic-abuse "Domestic abuse" "Support for a person who experiences domestic abuse."
* #substance-use "Substance use" "Support with alcohol, drugs or tobacco."
* #legal-advice "Legal advice" "Advice on legal matters."
* #immigration "Immigration" "Support with immigration or asylum."
* #transport-access "Transport and access" "Getting to places and services."
* #digital-inclusion "Digital inclusion" "Getting online and using digital services."
* #food-fuel-poverty "Food and fuel poverty" "Too little money for food or heating."
* #arts-culture-nature "Arts, culture and nature" "Taking part in arts, culture or time in nature."
* #practical-help-home "Practical help at home" "Help with tasks in and about the home."
* #safety-crime "Safety and crime" "Feeling unsafe, or affected by crime."
* #social-care "Social care" "Needs for which adult social care is responsible."
* #other "Other" "A need that no other category covers; say which in text."

ValueSet: NeedCategoryVS
Id: need-category
Title: "Need category"
Description: "Every need category."
* insert Published
* include codes from system NeedCategory

Instance: need-category-to-snomed
InstanceOf: ConceptMap
Usage: #definition
* url = "https://sprig-fhir.github.io/ig/ConceptMap/need-category-to-snomed"
* version = "0.1.0"
* name = "NeedCategoryToSnomed"
* title = "Need categories to SNOMED CT"
* description = "The SNOMED CT finding that says part of what a need category says, for those where one is known."
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* copyright = "Includes SNOMED CT, which is used by permission of SNOMED International. SNOMED CT was originally created by the College of American Pathologists."
* sourceCanonical = "https://sprig-fhir.github.io/ig/ValueSet/need-category"
* targetUri = "http://snomed.info/sct?fhir_vs"
* group.source = "https://sprig-fhir.github.io/ig/CodeSystem/need-category"
* group.target = $SCT
* insert NarrowerInSnomed(loneliness-isolation, 422650009, [[Social isolation]])
* insert NarrowerInSnomed(housing-homelessness, 32911000, [[Homeless]])
* insert NarrowerInSnomed(employment-volunteering, 73438004, [[Unemployed]])
* insert NarrowerInSnomed(food-fuel-poverty, 733423003, [[Food insecurity]])
* insert NarrowerInSnomed(transport-access, 160695008, [[Transport too expensive]])
* insert NarrowerInSnomed(caring-responsibilities, 224484003, [[Person themselves is a carer]])

RuleSet: NarrowerInSnomed(source, target, display)
* group.element[+].code = #{source}
* group.element[=].target.code = #{target}
* group.element[=].target.display = "{display}"
* group.element[=].target.equivalence = #narrower
* group.element[=].target.comment = "The finding is one of the things that the category covers."

CodeSystem: TaxonomyTerm
Id: taxonomy-term
Title: "Taxonomy term"
Description: "A term of whichever taxonomy a feed of Open Referral UK takes its terms from, most of which have no address: its URI, its id or its name, in lower case. ConceptMap/open-referral-to-need-category says which needs they stand for."
* insert OwnCodes
* ^content = #not-present
