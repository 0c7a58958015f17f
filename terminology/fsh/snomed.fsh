// Value sets by reference set of SNOMED CT. Their members come only with a licensed edition; the codes that stand in for
// them are those of the second half, each list known by the address of the reference set as its identifier.

RuleSet: OfSnomed
* insert Published
* ^copyright = "Includes SNOMED CT, which is used by permission of SNOMED International. SNOMED CT was originally created by the College of American Pathologists."

RuleSet: Members(refset)
* include codes from system $SCT where concept in "{refset}"

RuleSet: StandsInFor(refset)
* ^identifier.system = "urn:ietf:rfc:3986"
* ^identifier.value = "http://snomed.info/sct?fhir_vs=refset/{refset}"

ValueSet: NeedsAndConcernsVS
Id: needs-and-concerns
Title: "Needs and concerns"
Description: "Why a person is referred: our need categories, and the members of SNOMED CT's reference set of social prescribing needs and concerns. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* include codes from valueset NeedCategoryVS
* insert Members(1373501000000105)

ValueSet: SupportVS
Id: support
Title: "Support"
Description: "What support is offered: our need categories, by which services are found too, and the members of SNOMED CT's reference set of social prescribing support. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* include codes from valueset NeedCategoryVS
* insert Members(1373511000000107)

ValueSet: ServicesVS
Id: services
Title: "Services"
Description: "Services, by SNOMED CT's reference set of them. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* insert Members(1127531000000102)

ValueSet: HealthIssuesVS
Id: health-issues
Title: "Health issues"
Description: "Problems and issues, by SNOMED CT's reference set of health issues. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* insert Members(1127581000000103)

ValueSet: HealthcareMattersVS
Id: healthcare-matters
Title: "Healthcare matters"
Description: "Strengths, outcomes and what else matters, by SNOMED CT's reference set of healthcare matters. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* insert Members(1127601000000107)

ValueSet: SafeguardingIssuesVS
Id: safeguarding-issues
Title: "Safeguarding issues"
Description: "Safeguarding issues, by SNOMED CT's reference set of them. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* insert Members(999002381000000108)

ValueSet: GoalStatusVS
Id: care-planning-goal-status
Title: "Care-planning goal status"
Description: "How a goal stands, by SNOMED CT's reference set of care-planning goal contexts. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* insert Members(999000091000000107)

ValueSet: ActionStatusVS
Id: care-planning-action-status
Title: "Care-planning action status"
Description: "How an action stands, by SNOMED CT's reference set of care-planning action contexts. Without a licensed edition it holds the codes that are known, and says so."
* insert OfSnomed
* insert Members(999000081000000105)

ValueSet: KnownNeedsVS
Id: known-needs
Title: "Known needs"
Description: "The codes that serve for SNOMED CT's reference set of needs where no licensed edition is loaded. Whether each is a member, only an edition can say."
* insert OfSnomed
* insert StandsInFor(1373501000000105)
* $SCT#422650009 "Social isolation"
* $SCT#32911000 "Homeless"
* $SCT#73438004 "Unemployed"
* $SCT#733423003 "Food insecurity"
* $SCT#160695008 "Transport too expensive"
* $SCT#224484003 "Person themselves is a carer"

ValueSet: KnownSupportVS
Id: known-support
Title: "Known support"
Description: "The codes that serve for SNOMED CT's reference set of support where no licensed edition is loaded. Whether each is a member, only an edition can say."
* insert OfSnomed
* insert StandsInFor(1373511000000107)
* $SCT#390893007 "Referral to physical activity programme"
* $SCT#515721000000104 "Social prescribing for mental health"

ValueSet: KnownSafeguardingVS
Id: known-safeguarding-issues
Title: "Known safeguarding issues"
Description: "The codes that serve for SNOMED CT's reference set of safeguarding issues where no licensed edition is loaded. Whether each is a member, only an edition can say."
* insert OfSnomed
* insert StandsInFor(999002381000000108)
* $SCT#766561000000109 "Adult safeguarding concern"
* $SCT#861931000000100 "No safeguarding issues identified"

ValueSet: KnownCodesVS
Id: known-snomed-codes
Title: "Known SNOMED CT codes"
Description: "Codes of SNOMED CT that this server and its senders use beside those of the lifecycle, known without a licensed edition."
* insert OfSnomed
* $SCT#108161000000109 "Referred by general practitioner"
* $SCT#1108111000000107 "Requires reasonable adjustments for health and care access (Equality Act 2010)"
* $SCT#718466001 "Short Warwick-Edinburgh Mental Wellbeing Scale score"
* $SCT#718426000 "Warwick-Edinburgh Mental Wellbeing Scale score"
* $SCT#720433000 "PHQ-9 score"
* $SCT#445455005 "GAD-7 score"
* $SCT#736534008 "EQ-5D-5L index value"
