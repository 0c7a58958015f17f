CodeSystem: Role
Id: role
Title: "Role"
Description: "The part a practitioner plays in social prescribing."
* insert OwnCodes
* #link-worker "Link worker" "Works with people on what matters to them, and hands over to services."
* #referrer "Referrer" "Refers people to a link-worker service."

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

ValueSet: CapacityStatusVS
Id: capacity-status
Title: "Capacity status"
Description: "Every capacity status."
* insert Published
* include codes from system CapacityStatus

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

ValueSet: AssuranceEvidenceVS
Id: assurance-evidence
Title: "Assurance evidence"
Description: "Every kind of assurance evidence."
* insert Published
* include codes from system AssuranceEvidence
