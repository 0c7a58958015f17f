Extension: ResearchAgeBand
Id: research-age-band
Title: "Age band"
Description: "How old somebody was when they were first referred, in a copy for research: from and to, such as 35-44, or 85 and over."
Context: Patient
* insert Published
* value[x] only code
* value[x] 1..1

Extension: ResearchArea
Id: research-area
Title: "Small area"
Description: "The small area in which somebody lives, by its national code, in a copy for research."
Context: Patient
* insert Published
* value[x] only code
* value[x] 1..1

Extension: ResearchDeprivation
Id: research-deprivation
Title: "Deprivation"
Description: "How deprived the small area is in which somebody lives, in a copy for research: from 1, among the tenth most deprived, to 10."
Context: Patient
* insert Published
* value[x] only integer
* value[x] 1..1

Instance: Patient-age-band
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Patient, age-band, token)
* name = "CopyAgeBand"
* description = "Copies for research by age band, such as 35-44."
* expression = "Patient.extension('https://sprig-fhir.github.io/ig/StructureDefinition/research-age-band').value"

Instance: Patient-deprivation
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Patient, deprivation, number)
* name = "CopyDeprivation"
* description = "Copies for research by the tenth of deprivation, from 1 to 10; le3 finds the three most deprived."
* expression = "Patient.extension('https://sprig-fhir.github.io/ig/StructureDefinition/research-deprivation').value"

Instance: Patient-ethnicity
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Patient, ethnicity, token)
* name = "EthnicCategory"
* description = "People by ethnic category, a code of the national list."
* expression = "Patient.extension('https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory').value"

Instance: example-copy
InstanceOf: Patient
Usage: #example
Title: "A copy for research"
Description: "All that a researcher sees of one person, besides copies of their records: a woman between 65 and 74 who lives in the third of ten groups of areas, counted from the most deprived. Her id is of this release alone."
* extension[+].url = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory"
* extension[=].valueCodeableConcept = https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland#A
* extension[+].url = "https://sprig-fhir.github.io/ig/StructureDefinition/research-age-band"
* extension[=].valueCode = #65-74
* extension[+].url = "https://sprig-fhir.github.io/ig/StructureDefinition/research-deprivation"
* extension[=].valueInteger = 3
* gender = #female
