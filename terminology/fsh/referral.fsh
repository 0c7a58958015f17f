CodeSystem: ReferralCategory
Id: referral-category
Title: "Referral category"
Description: "Tells a social prescribing request from every other kind of ServiceRequest."
* insert OwnCodes
* #social-prescribing "Social prescribing" "A request for social prescribing, to a link-worker service or onward from one."

CodeSystem: ReferralKind
Id: referral-kind
Title: "Referral kind"
Description: "Kinds of referral for which SNOMED CT has no code that is known to us. The SNOMED CT code of a referral to social prescribing marks the start of an episode and so cannot serve for an onward referral."
* insert OwnCodes
* #onward-referral "Onward referral" "A link worker hands a person over to a voluntary, community or statutory service."

ValueSet: ReferralCodeVS
Id: referral-code
Title: "Referral code"
Description: "What a referral to a link-worker service is coded as, once per episode."
* insert Published
* insert UsesSnomed
* $SCT#871731000000106 "Referral to social prescribing service"

ValueSet: OnwardReferralCodeVS
Id: onward-referral-code
Title: "Onward referral code"
Description: "What an onward referral is coded as."
* insert Published
* insert UsesSnomed
* include codes from system ReferralKind
* $SCT#390893007 "Referral to physical activity programme"

CodeSystem: Party
Id: party
Title: "Party"
Description: "Who has a part in a person's social prescribing."
* insert OwnCodes
* #person "Person" "The person who is referred."
* #referrer "Referrer" "Who referred the person to the link-worker service."
* #link-worker "Link worker" "Who works with the person on what matters to them."
* #provider "Provider" "The voluntary, community or statutory service."

ValueSet: FirstContactVS
Id: first-contact
Title: "First contact"
Description: "Who makes the first contact after an onward referral."
* insert Published
* Party#person "Person"
* Party#link-worker "Link worker"
* Party#provider "Provider"

CodeSystem: Risk
Id: risk
Title: "Risk"
Description: "Statements about risk that a referral must be able to make and for which SNOMED CT has no code that is known to us."
* insert OwnCodes
* #no-known-risks "No known risks" "The referrer has asked, and knows of no risk to or from the person."
* #thoughts-of-self-harm "Thoughts of being better off dead or of self-harm" "The person has said so in answer to a question of an instrument. Ask them about it at once."

ValueSet: RiskVS
Id: risk
Title: "Risk"
Description: "What a risk entry says. Any other risk is said in text, or in a SNOMED CT code where the UK Edition is loaded."
* insert Published
* insert UsesSnomed
* include codes from system Risk
* $SCT#766561000000109 "Adult safeguarding concern"
* $SCT#861931000000100 "No safeguarding issues identified"

CodeSystem: EngagementLevel
Id: engagement-level
Title: "Engagement level"
Description: "How much of a link worker's time a person's episode has taken, counted in contacts that took place."
* insert OwnCodes
* #light "Light" "One or two contacts: signposting."
* #medium "Medium" "More contacts than two, for a time."
* #holistic "Holistic" "As long as it takes."

ValueSet: EngagementLevelVS
Id: engagement-level
Title: "Engagement level"
Description: "Every engagement level."
* insert Published
* include codes from system EngagementLevel

ValueSet: OfferStatusVS
Id: offer-status
Title: "Offer status"
Description: "The statuses of an offer: active while the person thinks about it, completed when they take it up, revoked when they decline."
* insert Published
* $RequestStatus#active "Active"
* $RequestStatus#completed "Completed"
* $RequestStatus#revoked "Revoked"

ValueSet: LifecycleVS
Id: lifecycle
Title: "Lifecycle"
Description: "What a GP's record holds about a person's social prescribing, each code once in an episode."
* insert Published
* insert UsesSnomed
* $SCT#871691000000100 "Social prescribing offered"
* $SCT#871711000000103 "Social prescribing declined"
* $SCT#871731000000106 "Referral to social prescribing service"
* $SCT#1084281000000109 "Signposting to social prescribing service"
* $SCT#1362931000000106 "Seen by social prescribing link worker"
* $SCT#1362721000000106 "Social prescribing case closed"
