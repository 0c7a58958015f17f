CodeSystem: Role
Id: role
Title: "Role"
Description: "The part a practitioner plays in social prescribing."
* insert OwnCodes
* #link-worker "Link worker" "Works with people on what matters to them, and hands over to services."
* #referrer "Referrer" "Refers people to a link-worker service."
* #service-contact "Service contact" "Answers for a service towards those who ask about it."

CodeSystem: ServiceCategory
Id: service-category
Title: "Service category"
Description: "Tells a link-worker service from the services it hands over to."
* insert OwnCodes
* #link-worker-service "Link-worker service" "Receives referrals and has link workers."
* #community-service "Community service" "A voluntary, community or statutory service to which link workers hand over."

CodeSystem: CapacityStatus
Id: capacity-status
Title: "Capacity status"
Description: "Whether a service can take referrals now."
* insert OwnCodes
* #available "Available" "The service takes referrals and has room."
* #waiting-list "Waiting list" "The service takes referrals; people wait."
* #no-capacity "No capacity" "The service takes no referrals at present."
* #unknown "Unknown" "The service has never said, or not confirmed it for too long. The server writes this when what was said is too old to rely on."

ValueSet: CapacityStatusVS
Id: capacity-status
Title: "Capacity status"
Description: "Every capacity status."
* insert Published
* include codes from system CapacityStatus

CodeSystem: EligibilityKind
Id: eligibility-kind
Title: "Eligibility kind"
Description: "What a condition for using a service is about."
* insert OwnCodes
* #age "Age" "How old a person must be; the range says it in years."
* #area "Area" "Where a person must live, study or work."
* #language "Language" "Which language a person must speak."
* #condition "Condition" "What a person must live with, such as a long-term condition."
* #gender "Gender" "For people of which gender the service is."
* #referral "Referral" "By whom a person must be referred."
* #other "Other" "Anything else, said in words."

ValueSet: EligibilityKindVS
Id: eligibility-kind
Title: "Eligibility kind"
Description: "Every kind of condition for using a service."
* insert Published
* include codes from system EligibilityKind

CodeSystem: ServiceAccessibility
Id: service-accessibility
Title: "Service accessibility"
Description: "What makes it possible for more people to use a service."
* insert OwnCodes
* #wheelchair-access "Wheelchair access" "A person in a wheelchair can come in and take part."
* #accessible-toilet "Accessible toilet" "There is a toilet for people in wheelchairs."
* #accessible-parking "Accessible parking" "There is parking for blue badge holders nearby."
* #hearing-loop "Hearing loop" "There is an induction loop."
* #sign-language "Sign language" "Somebody signs British Sign Language, or an interpreter can be had."
* #easy-read "Easy read" "Information can be had in easy read or large print."
* #quiet-space "Quiet space" "There is a quiet place to withdraw to."
* #assistance-dogs "Assistance dogs" "Assistance dogs are welcome."
* #carers-welcome "Carers welcome" "A carer or friend may come along."
* #public-transport "Public transport" "A bus, tram or train stops nearby."

ValueSet: ServiceAccessibilityVS
Id: service-accessibility
Title: "Service accessibility"
Description: "Everything that makes it possible for more people to use a service."
* insert Published
* include codes from system ServiceAccessibility

CodeSystem: ServiceFunding
Id: service-funding
Title: "Service funding"
Description: "Where the money for a service comes from."
* insert OwnCodes
* #grant "Grant" "A grant for a time."
* #contract "Contract" "A contract with a public body."
* #donations "Donations" "Gifts and fundraising."
* #fees "Fees" "What people pay to take part."
* #statutory "Statutory" "A public body runs it itself."
* #volunteers "Volunteers only" "It costs next to nothing; volunteers run it."

ValueSet: ServiceFundingVS
Id: service-funding
Title: "Service funding"
Description: "Every kind of funding."
* insert Published
* include codes from system ServiceFunding

ValueSet: ServiceProvisionVS
Id: service-provision
Title: "Service provision"
Description: "Whether a service costs people anything, in the codes of HL7."
* insert Published
* $ServiceProvision#free "Free"
* $ServiceProvision#disc "Discounts Available"
* $ServiceProvision#cost "Fees apply"

CodeSystem: AssuranceLevel
Id: assurance-level
Title: "Assurance level"
Description: "The level of need for which a service is assured. A level is computed from the evidence that is valid today."
* insert OwnCodes
* #1 "Low risk" "For example a craft or walking group."
* #2 "Some support needs" "People with some support needs."
* #3 "Complex needs" "People with complex needs or acute clinical risk."

ValueSet: AssuranceLevelVS
Id: assurance-level
Title: "Assurance level"
Description: "Every assurance level."
* insert Published
* include codes from system AssuranceLevel

CodeSystem: AssuranceMeasure
Id: assurance-measure
Title: "Assurance measure"
Description: "What is assured about a provider."
* insert OwnCodes
* #data-protection "Data protection"
* #safeguarding-dbs "Safeguarding and DBS"
* #insurance "Insurance"
* #health-safety-risk "Health, safety and risk"
* #lone-working "Lone working"
* #financial "Financial"
* #equality "Equality"
* #governing-document "Governing document"
* #pathway "Pathway"
* #skills-experience "Skills and experience"
* #first-aid "First aid"
* #mental-health-first-aid "Mental health first aid"
* #user-experience "User experience"

ValueSet: AssuranceMeasureVS
Id: assurance-measure
Title: "Assurance measure"
Description: "Every assurance measure."
* insert Published
* include codes from system AssuranceMeasure

CodeSystem: AssuranceEvidence
Id: assurance-evidence
Title: "Assurance evidence"
Description: "The kind of evidence on which an assurance rests."
* insert OwnCodes
* #self-assessment "Self-assessment" "The provider assessed itself."
* #recorded-conversation "Recorded conversation" "A structured conversation with a link worker, recorded; for small unconstituted groups."
* #umbrella "Umbrella" "A larger organisation answers for the provider."
* #grant-or-contract "Grant or contract" "An existing grant or contract required it."
* #quality-mark "Quality mark" "An external quality mark."

CodeSystem: QualityMark
Id: quality-mark
Title: "Quality mark"
Description: "An external mark or standard that a provider holds. Another one is said in text."
* insert OwnCodes
* #navca "NAVCA"
* #ncvo-quality-standards "NCVO Quality Standards"
* #trusted-charity "Trusted Charity"
* #matrix "Matrix"
* #quality-for-health-1 "Quality for Health, level 1"
* #quality-for-health-2 "Quality for Health, level 2"
* #quality-for-health-3 "Quality for Health, level 3"
* #south-devon-torbay "South Devon and Torbay QA Mark"
* #community-action-suffolk "Community Action Suffolk"
* #advice-quality-standard "Advice Quality Standard"

ValueSet: QualityMarkVS
Id: quality-mark
Title: "Quality mark"
Description: "Every quality mark."
* insert Published
* include codes from system QualityMark

CodeSystem: Pledge
Id: pledge
Title: "Pledge"
Description: "What a provider promises to those who refer people to it."
* insert OwnCodes
* #acknowledge-in-time "Acknowledge in time" "It answers each referral within the agreed time, and says when the service can start."
* #say-when-full "Say when full" "It says at the earliest opportunity when it cannot take people."
* #policies-in-place "Policies in place" "It has the policies that its level of assurance needs, and keeps to them."

ValueSet: PledgeVS
Id: pledge
Title: "Pledge"
Description: "Everything that a provider promises."
* insert Published
* include codes from system Pledge

ValueSet: AssuranceEvidenceVS
Id: assurance-evidence
Title: "Assurance evidence"
Description: "Every kind of assurance evidence."
* insert Published
* include codes from system AssuranceEvidence
