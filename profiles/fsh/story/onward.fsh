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
* valueQuantity = {value} '{score}' "score"

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

Instance: example-onward-referral
InstanceOf: SprigOnwardReferral
Title: "Onward referral"
Description: "The link worker hands Maud over to the walking group."
Usage: #example
* insert MaudsOnwardReferral(Patient/example-patient, PractitionerRole/example-link-worker-role, HealthcareService/example-walking-group, ServiceRequest/example-referral, Consent/example-sharing-consent, Flag/example-no-known-risks)

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
