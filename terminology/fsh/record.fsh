CodeSystem: RecordKind
Id: record-kind
Title: "Kind of record"
Description: "What an entry of the national record is about, where the Social Prescribing Information Standard names a heading and no code."
* insert OwnCodes
* #reasonable-adjustment "Reasonable adjustment" "What must be done differently so that the person can use a service."
* #impairment "Impairment" "What the person cannot do, or finds hard."
* #mobility "Mobility" "How the person gets about, and what they need for it."
* #other-requirement "Other individual requirement" "Anything else that the person needs of whoever helps them."
* #safeguarding-concern "Safeguarding concern" "That the person may need to be kept safe."
* #looked-after-child "Looked after child" "The person is a child whom a local authority looks after."
* #unborn-child-protection-plan "Unborn child protection plan" "There is a plan to protect a child who is not born yet."
* #carer "Carer" "Whether the person cares for somebody else."
* #sexual-orientation "Sexual orientation" "What the person says of it."
* #household-composition "Household composition" "With whom the person lives."
* #occupation "Occupation" "What the person works as, or has."
* #education "Education" "What the person has learnt, and where."
* #lifestyle "Lifestyle" "How the person lives: food, movement, sleep."
* #smoking "Smoking" "Whether the person smokes, or did."
* #alcohol "Alcohol" "Whether the person drinks, and how much."
* #drugs "Drugs and substances" "Whether the person uses drugs or other substances."
* #social-circumstances "Social circumstances" "How things stand around the person."
* #access "Access" "What there is to know about getting to the person."
* #dependants "Dependants" "Who depends on the person."
* #accommodation "Accommodation" "Where the person lives, and by what right."
* #household-environment "Household environment" "What the home is like."
* #pregnancy "Pregnancy" "Whether the person is pregnant."
* #expected-delivery "Expected delivery" "When the child is expected."
* #care-package "Social care package" "Care that a local authority arranges or pays for."
* #requested-actions "Plan and requested actions" "What professionals, the person and their carers are asked to do."
* #for-professionals "For professionals" "Who is asked is a professional."
* #for-person "For the person or their carer" "Who is asked is the person, or somebody who cares for them."
* #assessment "Assessment" "How the person was found to be, by an assessment that is none of the instruments of the registry."
* #clinical-summary "Clinical summary" "What somebody must know of the person's health to help them."

ValueSet: RequirementKindVS
Id: requirement-kind
Title: "Kind of individual requirement"
Description: "What an individual requirement is about."
* insert Published
* RecordKind#reasonable-adjustment
* RecordKind#impairment
* RecordKind#mobility
* RecordKind#other-requirement

ValueSet: SafeguardingKindVS
Id: safeguarding-kind
Title: "Kind of safeguarding entry"
Description: "What a safeguarding entry is about."
* insert Published
* RecordKind#safeguarding-concern
* RecordKind#looked-after-child
* RecordKind#unborn-child-protection-plan

ValueSet: SocialContextVS
Id: social-context
Title: "Social context"
Description: "What an entry of the social context is about."
* insert Published
* RecordKind#carer
* RecordKind#sexual-orientation
* RecordKind#household-composition
* RecordKind#occupation
* RecordKind#education
* RecordKind#lifestyle
* RecordKind#smoking
* RecordKind#alcohol
* RecordKind#drugs
* RecordKind#social-circumstances
* RecordKind#access
* RecordKind#dependants
* RecordKind#accommodation
* RecordKind#household-environment

ValueSet: AlcoholVS
Id: alcohol-intake
Title: "Alcohol intake"
Description: "What may be said of it in SNOMED CT. Without a licensed edition nothing is known of it, and an answer says so."
* insert OfSnomed
* include codes from system $SCT where constraint = "<<219006 OR <<105542008 OR 783261004 OR 1104551000000109 OR 371434005"

ValueSet: SubstanceUseVS
Id: substance-use
Title: "Drug and substance use"
Description: "What may be said of it in SNOMED CT. Without a licensed edition nothing is known of it, and an answer says so."
* insert OfSnomed
* include codes from system $SCT where constraint = "<<361055000 OR <<371422002 OR <<228368007 OR 783241000000102"

ValueSet: AtRiskVS
Id: finding-at-risk
Title: "Finding of at risk"
Description: "Risks in SNOMED CT. Without a licensed edition nothing is known of it, and an answer says so."
* insert OfSnomed
* include codes from system $SCT where concept descendent-of #281694009

ValueSet: AssessmentScaleVS
Id: assessment-scale
Title: "Assessment scale"
Description: "Assessments by name in SNOMED CT. Without a licensed edition nothing is known of it, and an answer says so."
* insert OfSnomed
* include codes from system $SCT where concept descendent-of #273249006

ValueSet: ObservableVS
Id: observable
Title: "Observable entity"
Description: "What can be measured, in SNOMED CT. Without a licensed edition it holds the scores that are known, and says so."
* insert OfSnomed
* include codes from system $SCT where concept descendent-of #363787002

ValueSet: ActionVS
Id: action
Title: "Action"
Description: "What is done, in SNOMED CT. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* include codes from system $SCT where constraint = "<<71388002 OR <<129125009"

CodeSystem: RowState
Id: row-state
Title: "State of a row"
Description: "How a record stands to a row of the Social Prescribing Information Standard."
* insert OwnCodes
* #present "Present" "It is on record."
* #none-stated "None is stated" "It is on record that there is none, such as that no risk is known."
* #missing "Missing" "It is asked for, and is not on record."
* #not-asked "Not asked" "What it belongs to is not on record, or is said to be none."

ValueSet: RowStateVS
Id: row-state
Title: "State of a row"
Description: "How a record stands to a row of the Social Prescribing Information Standard."
* insert Published
* include codes from system RowState

CodeSystem: RowObligation
Id: row-obligation
Title: "Obligation of a row"
Description: "How much a row of the Social Prescribing Information Standard is asked for."
* insert OwnCodes
* #mandatory "Mandatory" "It must be there."
* #required "Required" "It is sent where it is known."
* #optional "Optional" "It may be sent."
* #demanded "Demanded" "The service that is asked demands it."

ValueSet: RowObligationVS
Id: row-obligation
Title: "Obligation of a row"
Description: "How much a row of the Social Prescribing Information Standard is asked for."
* insert Published
* include codes from system RowObligation
