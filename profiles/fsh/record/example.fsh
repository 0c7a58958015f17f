// What Maud's practice and her link worker know of her besides: one of each kind of entry of the national record.

RuleSet: OfMaud(number)
* identifier.system = $Surgery
* identifier.value = "{number}"
* subject.reference = "Patient/example-patient"

RuleSet: SeenOfMaud(number)
* insert OfMaud({number})
* basedOn.reference = "ServiceRequest/example-referral"
* status = #final
* effectiveDateTime = "2026-09-07T10:00:00+01:00"
* performer.reference = "PractitionerRole/example-gp-role"

Instance: example-about-me
InstanceOf: SprigAboutMe
Title: "What Maud wants others to know"
Description: "Maud and Jo write it down together."
Usage: #example
* insert OfMaud(ABOUT-ME-1)
* basedOn.reference = "ServiceRequest/example-referral"
* questionnaire = "https://sprig-fhir.github.io/ig/Questionnaire/about-me"
* status = #completed
* authored = "2026-09-14T13:40:00+01:00"
* source.reference = "Patient/example-patient"
* item[0].linkId = "important"
* item[0].answer.valueString = "To be out of doors once a day, and to be useful to somebody."
* item[1].linkId = "do-and-dont"
* item[1].answer.valueString = "Please ring before you come. Please don't ring before ten."

Instance: example-adjustment
InstanceOf: SprigRequirement
Title: "Large print"
Description: "Maud reads large print only."
Usage: #example
* insert OfMaud(REQUIREMENT-1)
* status = #active
* category = RecordKind#reasonable-adjustment "Reasonable adjustment"
* code = $SCT#1108111000000107 "Requires reasonable adjustments for health and care access (Equality Act 2010)"
* period.start = "2026-09-07"
* author.reference = "PractitionerRole/example-gp-role"
* extension[requirement].valueCodeableConcept.text = "Large print"
* extension[detail].valueString = "Letters in 18 point."

Instance: example-safeguarding
InstanceOf: SprigSafeguarding
Title: "No safeguarding issue"
Description: "Maud's GP has thought of it, and found none."
Usage: #example
* insert OfMaud(SAFEGUARDING-1)
* meta.security = http://terminology.hl7.org/CodeSystem/v3-Confidentiality#R "restricted"
* status = #active
* category = RecordKind#safeguarding-concern "Safeguarding concern"
* code = $SCT#861931000000100 "No safeguarding issues identified"
* period.start = "2026-09-07"
* author.reference = "PractitionerRole/example-gp-role"

Instance: example-household
InstanceOf: SprigSocialContext
Title: "Lives alone"
Description: "With whom Maud lives."
Usage: #example
* insert SeenOfMaud(SOCIAL-1)
* category = $ObservationCategory#social-history "Social History"
* code = RecordKind#household-composition "Household composition"
* valueCodeableConcept.text = "Lives alone since her sister died"

Instance: example-pregnancy
InstanceOf: SprigPregnancy
Title: "Not pregnant"
Description: "The standard asks of everybody."
Usage: #example
* insert SeenOfMaud(PREGNANCY-1)
* category = $ObservationCategory#social-history "Social History"
* code = RecordKind#pregnancy "Pregnancy"
* valueBoolean = false

Instance: example-assessment
InstanceOf: SprigAssessment
Title: "How steady Maud is on her feet"
Description: "An assessment that no registry holds."
Usage: #example
* insert SeenOfMaud(ASSESSMENT-1)
* category = RecordKind#assessment "Assessment"
* category.text = "Mobility"
* code.text = "Time to get up and go"
* method.text = "Timed up and go"
* valueQuantity = 11 's' "seconds"
* note.text = "With her stick."
* extension[summary].valueString = "Steady enough for a short walk on even ground."

Instance: example-issue
InstanceOf: SprigIssue
Title: "Loneliness"
Description: "What Maud came with."
Usage: #example
* insert OfMaud(ISSUE-1)
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active "Active"
* category = $ConditionCategory#encounter-diagnosis "Encounter Diagnosis"
* code = $SCT#422650009 "Social isolation"
* recordedDate = "2026-09-07"
* recorder.reference = "PractitionerRole/example-gp-role"

Instance: example-problem
InstanceOf: SprigProblem
Title: "Worn knees"
Description: "From the problem list of Maud's practice."
Usage: #example
* insert OfMaud(PROBLEM-1)
* clinicalStatus = http://terminology.hl7.org/CodeSystem/condition-clinical#active "Active"
* category = $ConditionCategory#problem-list-item "Problem List Item"
* code.text = "Osteoarthritis of both knees"
* onsetDateTime = "2015"
* recordedDate = "2016-02-11"
* recorder.reference = "PractitionerRole/example-gp-role"

Instance: example-clinical-summary
InstanceOf: SprigClinicalSummary
Title: "What to know of Maud's health"
Description: "Written by her GP for whoever goes walking with her."
Usage: #example
* insert OfMaud(SUMMARY-1)
* status = #final
* type = RecordKind#clinical-summary "Clinical summary"
* date = "2026-09-07T10:00:00+01:00"
* author.reference = "PractitionerRole/example-gp-role"
* title = "Clinical summary"
* section.title = "Clinical summary"
* section.text.status = #generated
* section.text.div = "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Worn knees; walks for half an hour on even ground. No heart or lung disease.</p></div>"

Instance: example-care-package
InstanceOf: SprigCarePackage
Title: "Help with shopping"
Description: "What the council arranges for Maud."
Usage: #example
* insert OfMaud(PACKAGE-1)
* status = #active
* intent = #plan
* category = RecordKind#care-package "Social care package"
* category.text = "Practical help"
* title = "Help with shopping, once a week"
* period.start = "2026-05-01"
* author.reference = "PractitionerRole/example-gp-role"
* extension[localAuthority].valueReference.display = "Exampleshire County Council"
* supportingInfo.type = "ServiceRequest"
* supportingInfo.reference = "ServiceRequest/example-referral"
* extension[funding].valueReference.display = "Exampleshire County Council"

Instance: example-requested-actions
InstanceOf: SprigRequestedActions
Title: "What Maud's GP asks for"
Description: "Of the link worker, and of Maud."
Usage: #example
* insert OfMaud(ACTIONS-1)
* status = #active
* intent = #plan
* category = RecordKind#requested-actions "Plan and requested actions"
* supportingInfo.type = "ServiceRequest"
* supportingInfo.reference = "ServiceRequest/example-referral"
* activity[0].detail.code = RecordKind#for-professionals "For professionals"
* activity[0].detail.status = #not-started
* activity[0].detail.description = "Find company for walks on even ground."
* activity[1].detail.code = RecordKind#for-person "For the person or their carer"
* activity[1].detail.status = #not-started
* activity[1].detail.description = "Keep on with the exercises for the knees."
* extension[agreed].extension[agreed].valueBoolean = true
* extension[agreed].extension[words].valueString = "Maud has agreed to both."
