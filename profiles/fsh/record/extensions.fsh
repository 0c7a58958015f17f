// What the national record says and neither FHIR R4 nor UK Core has an element or an extension for.

Extension: BirthSiteExtension
Id: birth-site
Title: "Site of birth"
Description: "The site at which the person was born: its ODS code as identifier, or its name as display."
Context: Patient
* insert Published
* value[x] only Reference(Location or Organization)
* value[x] 1..1

Extension: ImmigrationStatusExtension
Id: immigration-status
Title: "Immigration status"
Description: "By what right the person is in the country, as the Social Prescribing Information Standard lists it (1 to 10), and from when to when."
Context: Patient
* insert Published
* extension contains
    status 0..1 MS and
    period 0..1 MS and
    comment 0..1 MS
* extension[status] ^short = "The status, as a code or in words"
* extension[status].value[x] only CodeableConcept
* extension[status].value[x] 1..1
* extension[period] ^short = "From when to when"
* extension[period].value[x] only Period
* extension[period].value[x] 1..1
* extension[comment] ^short = "What else there is to know"
* extension[comment].value[x] only string
* extension[comment].value[x] 1..1

Extension: EducationalEstablishmentExtension
Id: educational-establishment
Title: "Educational establishment"
Description: "Where the person learns: its ODS code as identifier, or its name as display."
Context: Patient
* insert Published
* value[x] only Reference(Organization)
* value[x] 1..1

Extension: GpOptOutExtension
Id: gp-opt-out
Title: "No NHS general practitioner"
Description: "That the person does not wish to be registered with a general practitioner of the NHS, or has a private one."
Context: Patient
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1

Extension: ConsentWordsExtension
Id: consent-words
Title: "Consent in words"
Description: "What the person has agreed to, in words."
Context: Consent
* insert Published
* value[x] only string
* value[x] 1..1

Extension: GradeExtension
Id: grade
Title: "Grade"
Description: "The grade of somebody who works in a role."
Context: PractitionerRole
* insert Published
* value[x] only string
* value[x] 1..1

Extension: TeamExtension
Id: team
Title: "Team"
Description: "The team that somebody works in."
Context: PractitionerRole
* insert Published
* value[x] only string
* value[x] 1..1

Extension: ReferralMethodExtension
Id: referral-method
Title: "Referral method"
Description: "By which way the referral came."
Context: ServiceRequest
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1

Extension: ReturnResponseToExtension
Id: return-response-to
Title: "Return response to"
Description: "Where the referrer wants to hear back, in words."
Context: ServiceRequest
* insert Published
* value[x] only string
* value[x] 1..1

Extension: ContactSpecialtyExtension
Id: contact-specialty
Title: "Specialty of a contact"
Description: "The treatment function of whoever saw the person."
Context: Encounter
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1

Extension: RequirementExtension
Id: requirement
Title: "Requirement"
Description: "What is required, or why it is, as a code or in words."
Context: Flag
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1

Extension: EntryDetailExtension
Id: entry-detail
Title: "Detail"
Description: "What else there is to know."
Context: Flag
* insert Published
* value[x] only string
* value[x] 1..1

Extension: LocalAuthorityExtension
Id: local-authority
Title: "Local authority"
Description: "The local authority that looks after a child, protects one or arranges care: its code as identifier, or its name as display."
Context: Flag, CarePlan
* insert Published
* value[x] only Reference(Organization)
* value[x] 1..1

Extension: CareFundingExtension
Id: care-funding
Title: "Care funding"
Description: "Who pays: the ODS code as identifier, or in words as display."
Context: CarePlan
* insert Published
* value[x] only Reference(Organization)
* value[x] 1..1

Extension: AssessmentSummaryExtension
Id: assessment-summary
Title: "Summary of an assessment"
Description: "What the assessment comes to, in words."
Context: Observation
* insert Published
* value[x] only string
* value[x] 1..1

Extension: SignpostedToExtension
Id: signposted-to
Title: "Signposted to"
Description: "Whom the person was told about, where it is not a service that the directory has."
Context: Communication
* insert Published
* extension contains
    name 0..1 MS and
    role 0..1 MS and
    grade 0..1 MS and
    team 0..1 MS and
    specialty 0..1 MS and
    organisation 0..1 MS and
    contact 0..1 MS
* extension[name] ^short = "Name"
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[role] ^short = "Role"
* extension[role].value[x] only string
* extension[role].value[x] 1..1
* extension[grade] ^short = "Grade"
* extension[grade].value[x] only string
* extension[grade].value[x] 1..1
* extension[team] ^short = "Team"
* extension[team].value[x] only string
* extension[team].value[x] 1..1
* extension[specialty] ^short = "Specialty"
* extension[specialty].value[x] only string
* extension[specialty].value[x] 1..1
* extension[organisation] ^short = "Organisation"
* extension[organisation].value[x] only string
* extension[organisation].value[x] 1..1
* extension[contact] ^short = "How to reach them"
* extension[contact].value[x] only string
* extension[contact].value[x] 1..1

Extension: PlanAgreedExtension
Id: plan-agreed
Title: "Agreed"
Description: "Whether the person, or somebody who may speak for them, has agreed, and who."
Context: CarePlan
* insert Published
* extension contains
    agreed 0..1 MS and
    name 0..1 MS and
    role 0..1 MS and
    words 0..1 MS
* extension[agreed] ^short = "Whether it was agreed"
* extension[agreed].value[x] only boolean
* extension[agreed].value[x] 1..1
* extension[name] ^short = "Who agreed"
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[role] ^short = "In which role"
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] 1..1
* extension[words] ^short = "What was agreed, in words"
* extension[words].value[x] only string
* extension[words].value[x] 1..1

Extension: StrengthExtension
Id: strength
Title: "Strength"
Description: "What the person has to build on, as a code or in words."
Context: CarePlan
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1

Extension: OtherPlanExtension
Id: other-plan
Title: "Other plan"
Description: "Another plan for the person: its kind, its place and its day, in words."
Context: CarePlan
* insert Published
* value[x] only string
* value[x] 1..1

Extension: SuggestedStrategiesExtension
Id: suggested-strategies
Title: "Suggested strategies"
Description: "What to do where a problem may come up."
Context: CarePlan.activity.detail
* insert Published
* value[x] only string
* value[x] 1..1

Extension: ActionUpdatedExtension
Id: action-updated
Title: "Action last updated"
Description: "When the action was last written anew."
Context: CarePlan.activity.detail
* insert Published
* value[x] only dateTime
* value[x] 1..1

Extension: ReviewResponsibilityExtension
Id: review-responsibility
Title: "Responsibility for review"
Description: "Who sees to it that the plan is looked at again."
Context: CarePlan
* insert Published
* extension contains
    name 0..1 MS and
    role 0..1 MS and
    contact 0..1 MS
* extension[name] ^short = "Name"
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[role] ^short = "Role"
* extension[role].value[x] only CodeableConcept
* extension[role].value[x] 1..1
* extension[contact] ^short = "How to reach them"
* extension[contact].value[x] only string
* extension[contact].value[x] 1..1

Extension: PartOfGoalExtension
Id: part-of-goal
Title: "Part of a goal"
Description: "The goal on the way to which this one is a stage."
Context: Goal
* insert Published
* value[x] only Reference(Goal)
* value[x] 1..1

