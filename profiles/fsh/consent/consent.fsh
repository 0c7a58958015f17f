Extension: Representative
Id: representative
Title: "Representative"
Description: "Who agreed for a person who cannot decide for themselves, and by what right."
Context: Consent
* insert Published
* extension contains
    authority 1..1 MS and
    name 1..1 MS
* extension[authority] ^short = "By what right"
* extension[authority].value[x] only Coding
* extension[authority].value[x] 1..1
* extension[authority].valueCoding from RepresentativeAuthorityVS (required)
* extension[name] ^short = "Their name, so that it can be asked again"
* extension[name].value[x] only string
* extension[name].value[x] 1..1

Invariant: sprig-consent-conditions
Severity: #error
Description: "A consent to sharing has no conditions but actor, purpose and period: others could not be kept."
Expression: "(provision | provision.repeat(provision)).where(action.exists() or securityLabel.exists() or class.exists() or code.exists() or dataPeriod.exists() or data.exists()).empty()"

Invariant: sprig-representative-verified
Severity: #error
Description: "Who agrees for a person is named with their right to do so, and it was verified; a person's own consent names nobody else."
Expression: "performer.where(type = 'RelatedPerson').exists() = extension.where(url = 'https://sprig-fhir.github.io/ig/StructureDefinition/representative').exists() and (performer.where(type = 'RelatedPerson').exists() implies verification.where(verified = true and verificationDate.exists()).exists())"

Profile: SprigSharingConsent
Parent: Consent
Id: sprig-sharing-consent
Title: "Consent to sharing"
Description: "A person's agreement that the named organisations may see what they need to help: who agreed, when, for what purpose and until when. Withdrawal makes it inactive. Provisions inside the first are exceptions to it."
* insert Published
* insert PersonsConsent
* obeys sprig-consent-conditions and sprig-representative-verified
* extension contains
    Representative named representative 0..1 MS and
    ConsentWordsExtension named words 0..1 MS
* scope = $ConsentScope#patient-privacy
* performer only Reference(Patient or RelatedPerson)
* performer ^definition = "The person, as a reference to the same Patient as in patient; or who may agree for them, as a reference that has no more than the type RelatedPerson, with the extension representative and a verification."
* provision.actor 1..* MS
* provision.actor.reference only Reference(Organization)
* provision.actor ^short = "The organisations that may know; a service is named by the organisation that provides it"
* provision.provision MS
* provision.provision ^short = "Exceptions, such as an organisation that may not know"

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
