// The link worker meets Maud, agrees a goal with her, and later tells her about a choir.

RuleSet: MaudsContact(identifier, person, worker, referral)
* identifier.system = $LinkWorkers
* identifier.value = "{identifier}"
* status = #finished
* subject.reference = "{person}"
* basedOn.reference = "{referral}"
* participant.individual.reference = "{worker}"

RuleSet: MaudsFirstMeeting
* extension[attendance].valueCoding = Attendance#attended "Attended"
* class = $ActCode#AMB "ambulatory"
* type = ContactMode#in-person "In person"
* period.start = "2026-09-14T13:00:00+01:00"
* period.end = "2026-09-14T13:50:00+01:00"
* length = 50 'min' "minutes"

RuleSet: MaudsGoal(person, referral)
* identifier.system = $LinkWorkers
* identifier.value = "GOAL-1"
* lifecycleStatus = #active
* description.text = "To have somewhere to go every week where people know my name."
* subject.reference = "{person}"
* startDate = "2026-09-14"
* target.dueDate = "2026-12-14"
* expressedBy.reference = "{person}"
* addresses.reference = "{referral}"

Instance: example-contact
InstanceOf: SprigContact
Title: "First meeting"
Description: "Maud and the link worker meet at the surgery."
Usage: #example
* insert MaudsContact(CONTACT-1, Patient/example-patient, PractitionerRole/example-link-worker-role, ServiceRequest/example-referral)
* insert MaudsFirstMeeting

Instance: example-contact-missed
InstanceOf: SprigContact
Title: "A call that was not answered"
Description: "The link worker rings at the agreed time, and Maud does not answer."
Usage: #example
* insert MaudsContact(CONTACT-2, Patient/example-patient, PractitionerRole/example-link-worker-role, ServiceRequest/example-referral)
* extension[attendance].valueCoding = Attendance#did-not-attend "Did not attend"
* class = $ActCode#VR "virtual"
* type = ContactMode#telephone "Telephone"
* period.start = "2026-10-05T10:00:00+01:00"

Instance: example-goal
InstanceOf: SprigGoal
Title: "Goal"
Description: "What Maud wants to reach, in her own words."
Usage: #example
* insert MaudsGoal(Patient/example-patient, ServiceRequest/example-referral)

Instance: example-signposting
InstanceOf: SprigSignposting
Title: "Signposting"
Description: "The link worker tells Maud about a choir that she may join as she likes."
Usage: #example
* identifier.system = $LinkWorkers
* identifier.value = "SIGNPOSTING-1"
* basedOn.reference = "ServiceRequest/example-referral"
* category = CommunicationKind#signposting "Signposting"
* subject.reference = "Patient/example-patient"
* about.reference = "HealthcareService/example-choir"
* sent = "2026-10-12T10:20:00+01:00"
* sender.reference = "PractitionerRole/example-link-worker-role"
* payload.contentString = "The choir meets on Thursdays at seven in the hall by the river. You need not sign up."
