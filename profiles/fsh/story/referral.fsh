// The GP refers Maud Examplewood. Her NHS number is of the range kept for tests.

RuleSet: MaudExamplewood(practice)
* identifier[nhsNumber].value = "9990000107"
* identifier[nhsNumber].extension.url = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"
* identifier[nhsNumber].extension.valueCodeableConcept = $VerificationStatus#01 "Number present and verified"
* extension.url = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory"
* extension.valueCodeableConcept = $EthnicCategory#A "White - British"
* active = true
* name.use = #official
* name.family = "Examplewood"
* name.given = "Maud"
* telecom.system = #phone
* telecom.value = "01632 960003"
* telecom.use = #home
* gender = #female
* birthDate = "1948-03-07"
* address.line = "3 Example Row"
* address.city = "Exampleby"
* address.postalCode = "ZZ99 3VZ"
* communication.language = urn:ietf:bcp:47#en "English"
* communication.preferred = true
* generalPractitioner.reference = "{practice}"
* generalPractitioner.identifier.system = "https://fhir.nhs.uk/Id/ods-organization-code"
* generalPractitioner.identifier.value = "A99001"
* generalPractitioner.display = "Fellside Example Surgery"
* managingOrganization.reference = "{practice}"

RuleSet: MaudsSharingConsent(person, practice, network)
* identifier.system = $Surgery
* identifier.value = "CONSENT-1"
* status = #active
* scope = $ConsentScope#patient-privacy "Privacy Consent"
* category = $ActCode#IDSCL "information disclosure"
* patient.reference = "{person}"
* dateTime = "2026-09-07T10:05:00+01:00"
* performer.reference = "{person}"
* organization.reference = "{practice}"
* policyRule = $ActCode#OPTIN "opt-in"
* provision.type = #permit
* provision.period.start = "2026-09-07"
* provision.actor.role = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP "information recipient"
* provision.actor.reference.reference = "{network}"
* provision.purpose = $ActReason#TREAT "treatment"

RuleSet: MaudsResearchConsent(person, practice)
* identifier.system = $Surgery
* identifier.value = "CONSENT-2"
* status = #active
* scope = $ConsentScope#research "Research"
* category = $ActCode#RSDID "de-identified information access"
* patient.reference = "{person}"
* dateTime = "2026-09-07T10:06:00+01:00"
* performer.reference = "{person}"
* organization.reference = "{practice}"
* policyRule = $ActCode#OPTIN "opt-in"
* provision.type = #permit
* provision.period.start = "2026-09-07"
* provision.purpose = $ActReason#HRESCH "healthcare research"

RuleSet: MaudsRisks(person, referrer)
* identifier.system = $Surgery
* identifier.value = "RISK-1"
* status = #active
* category = $FlagCategory#safety "Safety"
* code = Risk#no-known-risks "No known risks"
* subject.reference = "{person}"
* period.start = "2026-09-07"
* author.reference = "{referrer}"

RuleSet: MaudsReferral(person, referrer, service, consent, risk)
* extension[ownWords].valueString = "Since my sister died I hardly see a soul from one week to the next. I used to love walking."
* extension[1].url = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-SourceOfServiceRequest"
* extension[1].valueCodeableConcept = $SCT#108161000000109 "Referred by general practitioner"
* identifier.system = $Surgery
* identifier.value = "REFERRAL-1"
* status = #active
* category = ReferralCategory#social-prescribing "Social prescribing"
* priority = #routine
* code = $SCT#871731000000106 "Referral to social prescribing service"
* subject.reference = "{person}"
* authoredOn = "2026-09-07T10:10:00+01:00"
* requester.reference = "{referrer}"
* performer.reference = "{service}"
* reasonCode[0].coding[0] = NeedCategory#loneliness-isolation "Loneliness and isolation"
* reasonCode[0].coding[1] = $SCT#422650009 "Social isolation"
* reasonCode[1] = NeedCategory#bereavement "Bereavement"
* supportingInfo[0].type = "Consent"
* supportingInfo[0].reference = "{consent}"
* supportingInfo[1].type = "Flag"
* supportingInfo[1].reference = "{risk}"

RuleSet: MaudsHandover(person, referrer, service, referral)
* identifier.system = $Surgery
* identifier.value = "HANDOVER-1"
* status = #requested
* priority = #routine
* focus.reference = "{referral}"
* for.reference = "{person}"
* authoredOn = "2026-09-07T10:10:00+01:00"
* requester.reference = "{referrer}"
* owner.reference = "{service}"
* restriction.period.end = "2026-09-21"

Instance: example-patient
InstanceOf: SprigPatient
Title: "Maud Examplewood"
Description: "The person of the story."
Usage: #example
* insert MaudExamplewood(Organization/example-gp-practice)

Instance: example-sharing-consent
InstanceOf: SprigSharingConsent
Title: "Consent to sharing"
Description: "Maud agrees that the link workers may know what they need to help her."
Usage: #example
* insert MaudsSharingConsent(Patient/example-patient, Organization/example-gp-practice, Organization/example-primary-care-network)

Instance: example-research-consent
InstanceOf: SprigResearchConsent
Title: "Consent to research"
Description: "Maud agrees that her pseudonymised record may serve research."
Usage: #example
* insert MaudsResearchConsent(Patient/example-patient, Organization/example-gp-practice)

Instance: example-no-known-risks
InstanceOf: SprigRisk
Title: "No known risks"
Description: "The GP has asked, and knows of no risk."
Usage: #example
* insert MaudsRisks(Patient/example-patient, PractitionerRole/example-gp-role)

Instance: example-referral
InstanceOf: SprigReferral
Title: "Referral"
Description: "The GP refers Maud to the link-worker service."
Usage: #example
* insert MaudsReferral(Patient/example-patient, PractitionerRole/example-gp-role, HealthcareService/example-link-worker-service, Consent/example-sharing-consent, Flag/example-no-known-risks)

Instance: example-handover
InstanceOf: SprigHandover
Title: "Handover to the link-worker service"
Description: "The Task that the link-worker service will own, as the GP sends it."
Usage: #example
* insert MaudsHandover(Patient/example-patient, PractitionerRole/example-gp-role, HealthcareService/example-link-worker-service, ServiceRequest/example-referral)
