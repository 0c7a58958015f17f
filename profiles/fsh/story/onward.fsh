// The link worker measures where Maud starts from, and hands her over to the walking group.

RuleSet: MaudsLifeSatisfaction(identifier, point, display, date, value, person, referral, worker)
* extension[point].valueCoding = OutcomePoint#{point} "{display}"
* extension[mode].valueCoding = OutcomeMode#assisted "Assisted"
* identifier.system = $LinkWorkers
* identifier.value = "{identifier}"
* basedOn.reference = "{referral}"
* status = #final
* category = $ObservationCategory#survey "Survey"
* code = OutcomeMeasure#ons4-life-satisfaction "ONS4 life satisfaction"
* subject.reference = "{person}"
* effectiveDateTime = "{date}"
* performer.reference = "{worker}"
* insert By(ons4, ONS4)
* valueQuantity = {value} '{score}' "score"

RuleSet: By(instrument, display)
* method = OutcomeInstrument#{instrument} "{display}"
* method.coding.version = "1"

RuleSet: Answer(item, value)
* component[+].code = OutcomeItem#{item}
* component[=].valueInteger = {value}

RuleSet: MaudsOnwardConsent(person, network, charity)
* identifier.system = $LinkWorkers
* identifier.value = "CONSENT-1"
* status = #active
* scope = $ConsentScope#patient-privacy "Privacy Consent"
* category = $ActCode#IDSCL "information disclosure"
* patient.reference = "{person}"
* dateTime = "2026-09-14T13:45:00+01:00"
* organization.reference = "{network}"
* policyRule = $ActCode#OPTIN "opt-in"
* provision.type = #permit
* provision.period.start = "2026-09-14"
* provision.actor.role = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP "information recipient"
* provision.actor.reference.reference = "{charity}"
* provision.purpose = $ActReason#TREAT "treatment"

RuleSet: MaudsOnwardReferral(person, worker, service, referral, consent, risk)
* extension[terms].extension[firstContact].valueCoding = Party#provider "Provider"
* extension[terms].extension[returnUntil].valueDate = "2027-03-14"
* extension[terms].extension[nonAttendanceAction].valueCoding = NonAttendanceAction#contact-person "Contact the person"
* extension[terms].extension[nonAttendance].valueString = "Ring after the first missed walk, and tell the link worker after the second."
* extension[terms].extension[outcomesReturned].valueBoolean = true
* identifier.system = $LinkWorkers
* identifier.value = "REFERRAL-1"
* basedOn.reference = "{referral}"
* status = #active
* category = ReferralCategory#social-prescribing "Social prescribing"
* priority = #routine
* code = ReferralKind#onward-referral "Onward referral"
* subject.reference = "{person}"
* authoredOn = "2026-09-14T14:00:00+01:00"
* requester.reference = "{worker}"
* performer.reference = "{service}"
* reasonCode = NeedCategory#loneliness-isolation "Loneliness and isolation"
* supportingInfo[0].type = "Consent"
* supportingInfo[0].reference = "{consent}"
* supportingInfo[1].type = "Flag"
* supportingInfo[1].reference = "{risk}"

RuleSet: MaudsOnwardHandover(person, worker, service, referral)
* identifier.system = $LinkWorkers
* identifier.value = "HANDOVER-1"
* priority = #routine
* focus.reference = "{referral}"
* for.reference = "{person}"
* authoredOn = "2026-09-14T14:00:00+01:00"
* requester.reference = "{worker}"
* owner.reference = "{service}"
* restriction.period.end = "2026-09-28"

Instance: example-outcome-baseline
InstanceOf: SprigOutcomeOns4
Title: "Life satisfaction before"
Description: "Maud's answer at her first meeting with the link worker."
Usage: #example
* insert MaudsLifeSatisfaction(OUTCOME-1, baseline, Baseline, 2026-09-14, 4, Patient/example-patient, ServiceRequest/example-referral, PractitionerRole/example-link-worker-role)

Instance: example-outcome-exit
InstanceOf: SprigOutcomeOns4
Title: "Life satisfaction after"
Description: "Maud's answer when the support ends."
Usage: #example
* insert MaudsLifeSatisfaction(OUTCOME-2, exit, Exit, 2026-11-09, 7, Patient/example-patient, ServiceRequest/example-referral, PractitionerRole/example-link-worker-role)

Instance: example-onward-consent
InstanceOf: SprigSharingConsent
Title: "Consent to the handover"
Description: "Maud agrees that the charity that runs the walking group may know what it needs."
Usage: #example
* insert MaudsOnwardConsent(Patient/example-patient, Organization/example-primary-care-network, Organization/example-charity)
* performer.reference = "Patient/example-patient"

Instance: example-consent-withdrawn
InstanceOf: SprigSharingConsent
Title: "A consent that was withdrawn"
Description: "How the consent to the handover would stand if Maud had changed her mind."
Usage: #example
* insert MaudsOnwardConsent(Patient/example-patient, Organization/example-primary-care-network, Organization/example-charity)
* performer.reference = "Patient/example-patient"
* identifier.value = "CONSENT-2"
* status = #inactive

Instance: example-consent-exception
InstanceOf: SprigSharingConsent
Title: "A consent with an exception"
Description: "How Maud would agree to the charity for a year, but not in January, when she is away."
Usage: #example
* insert MaudsOnwardConsent(Patient/example-patient, Organization/example-primary-care-network, Organization/example-charity)
* performer.reference = "Patient/example-patient"
* identifier.value = "CONSENT-3"
* provision.period.end = "2027-09-14"
* provision.provision.type = #deny
* provision.provision.period.start = "2027-01-01"
* provision.provision.period.end = "2027-01-31"

Instance: example-consent-by-attorney
InstanceOf: SprigSharingConsent
Title: "A consent by a representative"
Description: "How Maud's attorney would agree for her if she could not decide; the practice has seen the registered power."
Usage: #example
* insert MaudsOnwardConsent(Patient/example-patient, Organization/example-primary-care-network, Organization/example-charity)
* identifier.value = "CONSENT-4"
* extension[representative].extension[authority].valueCoding = RepresentativeAuthority#lasting-power-of-attorney "Lasting power of attorney"
* extension[representative].extension[name].valueString = "Ivy Examplewood"
* performer.type = "RelatedPerson"
* verification.verified = true
* verification.verificationDate = "2026-09-14"

Instance: example-stop-notice
InstanceOf: SprigStopNotice
Title: "Stop notice"
Description: "What the server would write to the walking group if Maud had changed her mind."
Usage: #example
* identifier.system = "https://sprig-fhir.github.io/ig/stop"
* identifier.value = "example-onward-handover"
* category = CommunicationKind#stop "Stop"
* about.type = "Task"
* about.identifier.system = $LinkWorkers
* about.identifier.value = "HANDOVER-1"
* sent = "2026-10-02T09:30:00Z"
* recipient.reference = "HealthcareService/example-walking-group"
* reasonCode = $TaskStatus#cancelled "Cancelled"
* payload.contentString = "Please stop work on this handover. It is closed, and you can no longer read it."

Instance: example-onward-referral
InstanceOf: SprigOnwardReferral
Title: "Onward referral"
Description: "The link worker hands Maud over to the walking group."
Usage: #example
* insert MaudsOnwardReferral(Patient/example-patient, PractitionerRole/example-link-worker-role, HealthcareService/example-walking-group, ServiceRequest/example-referral, Consent/example-onward-consent, Flag/example-no-known-risks)

Instance: example-onward-handover
InstanceOf: SprigHandover
Title: "Handover to the walking group, completed"
Description: "The Task that the walking group owns, when it has done its part."
Usage: #example
* insert MaudsOnwardHandover(Patient/example-patient, PractitionerRole/example-link-worker-role, HealthcareService/example-walking-group, ServiceRequest/example-onward-referral)
* status = #completed
* output[0].type = HandoverOutput#what-happened "What happened"
* output[0].valueString = "Maud came on seven of eight walks and now leads the tea."
* output[1].type = HandoverOutput#attendance "Attendance"
* output[1].valueUnsignedInt = 7

Instance: example-handover-missed
InstanceOf: SprigHandover
Title: "A handover that needs its owner's notice"
Description: "What the link worker's handover would have come to if Maud had missed two meetings running."
Usage: #example
* insert MaudsHandover(Patient/example-patient, PractitionerRole/example-gp-role, HealthcareService/example-link-worker-service, ServiceRequest/example-referral)
* extension[reviewBy].valueDate = "2026-10-19"
* identifier.value = "HANDOVER-2"
* status = #in-progress
* businessStatus = HandoverFlag#did-not-attend-twice "Did not attend twice"

Instance: example-handover-rejected
InstanceOf: SprigHandover
Title: "A rejected handover"
Description: "What the walking group would have answered if it had been full."
Usage: #example
* insert MaudsOnwardHandover(Patient/example-patient, PractitionerRole/example-link-worker-role, HealthcareService/example-walking-group, ServiceRequest/example-onward-referral)
* identifier.value = "HANDOVER-2"
* status = #rejected
* statusReason = $BarsReason#22 "Capacity"

Instance: example-handover-pool
InstanceOf: SprigHandover
Title: "A handover in the open pool"
Description: "How the handover would wait if the link worker had named no owner: whoever of the walking group claims it, owns it."
Usage: #example
* identifier.system = $LinkWorkers
* identifier.value = "HANDOVER-3"
* status = #requested
* priority = #routine
* focus.reference = "ServiceRequest/example-onward-referral"
* for.reference = "Patient/example-patient"
* authoredOn = "2026-09-14T14:00:00+01:00"
* requester.reference = "PractitionerRole/example-link-worker-role"
* restriction.period.end = "2026-09-28"

Instance: example-outcome-score
InstanceOf: SprigOutcomeScore
Title: "Wellbeing by a licensed scale"
Description: "A metric SWEMWBS score with its seven items, as codes and numbers alone: 3 + 4 + 2 + 3 + 3 + 4 + 2 = 21, which the table makes 19.25."
Usage: #example
* extension[point].valueCoding = OutcomePoint#review "Review"
* extension[mode].valueCoding = OutcomeMode#self "Self"
* identifier.system = $LinkWorkers
* identifier.value = "OUTCOME-3"
* basedOn.reference = "ServiceRequest/example-referral"
* status = #final
* category = $ObservationCategory#survey "Survey"
* code = $SCT#718466001
* subject.reference = "Patient/example-patient"
* effectiveDateTime = "2026-10-12"
* performer.reference = "PractitionerRole/example-link-worker-role"
* insert By(swemwbs, SWEMWBS)
* valueQuantity = 19.25 '{score}' "score"
* insert Answer(swemwbs-1, 3)
* insert Answer(swemwbs-2, 4)
* insert Answer(swemwbs-3, 2)
* insert Answer(swemwbs-4, 3)
* insert Answer(swemwbs-5, 3)
* insert Answer(swemwbs-6, 4)
* insert Answer(swemwbs-7, 2)
