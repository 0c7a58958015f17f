Profile: SprigSharingConsent
Parent: Consent
Id: sprig-sharing-consent
Title: "Consent to sharing"
Description: "A person's agreement that the named organisations may see what they need to help: who agreed, when, for what purpose and until when. Withdrawal makes it inactive."
* insert Published
* insert PersonsConsent
* scope = $ConsentScope#patient-privacy
* provision.actor 1..* MS

Profile: SprigResearchConsent
Parent: Consent
Id: sprig-research-consent
Title: "Consent to research"
Description: "A person's agreement that their pseudonymised record may be used for research. Withdrawal makes it inactive."
* insert Published
* insert PersonsConsent
* scope = $ConsentScope#research
* provision.actor MS

RuleSet: PersonsConsent
* insert Identified
* status MS
* scope MS
* category MS
* patient 1..1 MS
* dateTime 1..1 MS
* performer 1..* MS
* performer ^short = "Who agreed: the person, or who may agree for them"
* organization MS
* policyRule MS
* verification MS
* provision 1..1 MS
* provision.type 1..1 MS
* provision.type = #permit
* provision.period 1..1 MS
* provision.period.start 1..1 MS
* provision.purpose 1..* MS
