// The link worker meets Maud, agrees a goal and a plan with her, and later tells her about a choir.

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
* extension[importance].valueInteger = 9
* extension[confidence].valueInteger = 6
* lifecycleStatus = #active
* achievementStatus = $GoalAchievement#in-progress "In Progress"
* description.text = "To have somewhere to go every week where people know my name."
* subject.reference = "{person}"
* startDate = "2026-09-14"
* target.dueDate = "2026-12-14"
* expressedBy.reference = "{person}"
* addresses.reference = "{referral}"

RuleSet: MaudsPlan(person, worker, referral, goal)
* identifier.system = $LinkWorkers
* identifier.value = "PLAN-1"
* extension[reviewBy].valueDate = "2026-10-26"
* status = #active
* title = "Getting out among people again"
* subject.reference = "{person}"
* period.start = "2026-09-14"
* period.end = "2026-12-14"
* created = "2026-09-14T13:50:00+01:00"
* author.reference = "{worker}"
* supportingInfo.type = "ServiceRequest"
* supportingInfo.reference = "{referral}"
* goal.reference = "{goal}"
* activity[0].detail.description = "Find a walking group near Maud's home, and go along with her the first time."
* activity[0].detail.goal.reference = "{goal}"
* activity[0].detail.status = #in-progress
* activity[0].detail.scheduledPeriod.start = "2026-09-14"
* activity[0].detail.scheduledPeriod.end = "2026-10-02"
* activity[0].detail.performer.reference = "{worker}"
* activity[1].detail.extension[confidence].valueInteger = 7
* activity[1].detail.extension[reviewBy].valueDate = "2026-09-28"
* activity[1].detail.description = "Ring the neighbour she used to walk with, and ask her to come too."
* activity[1].detail.goal.reference = "{goal}"
* activity[1].detail.status = #not-started
* activity[1].detail.scheduledString = "Before the first walk"
* activity[1].detail.performer.reference = "{person}"

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

Instance: example-support-plan
InstanceOf: SprigSupportPlan
Title: "Support plan"
Description: "What Maud and Jo have agreed: who does what by when, and when they look at it again."
Usage: #example
* insert MaudsPlan(Patient/example-patient, PractitionerRole/example-link-worker-role, ServiceRequest/example-referral, Goal/example-goal)

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
