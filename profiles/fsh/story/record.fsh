// What the server itself writes as the story goes on, and the subscription by which the GP's system hears of it.

Instance: example-lifecycle-seen
InstanceOf: SprigLifecycle
Title: "Seen by the link worker"
Description: "Written when Maud's first contact took place, for the GP's record."
Usage: #example
* identifier.system = $Lifecycle
* identifier.value = "example-referral-1362931000000106"
* basedOn.reference = "ServiceRequest/example-referral"
* category = $ObservationCategory#social-history "Social History"
* code = $SCT#1362931000000106 "Seen by social prescribing link worker"
* subject.reference = "Patient/example-patient"
* effectiveDateTime = "2026-09-14T13:00:00+01:00"
* performer.reference = "PractitionerRole/example-link-worker-role"

Instance: example-unmet-need
InstanceOf: SprigUnmetNeed
Title: "No service for a need"
Description: "Written when the bereavement group could not take Maud on, and nobody else near her offers what she needs."
Usage: #example
* identifier.system = $UnmetNeed
* identifier.value = "example-onward-handover-bereavement"
* basedOn.reference = "ServiceRequest/example-referral"
* status = #final
* category = $ObservationCategory#social-history "Social History"
* code = ObservationKind#unmet-need "Unmet need"
* subject.reference = "Patient/example-patient"
* effectiveDateTime = "2026-09-30T11:00:00+01:00"
* valueCodeableConcept = NeedCategory#bereavement "Bereavement"
* component.code = ObservationKind#unsuitable "Why nothing suited"
* component.valueCodeableConcept = $BarsReason#42 "Distance"

Instance: example-experience
InstanceOf: SprigExperience
Title: "How Maud liked the walking group"
Description: "Jo asks Maud at their last meeting, and writes it down."
Usage: #example
* identifier.system = $LinkWorkers
* identifier.value = "EXPERIENCE-1"
* basedOn.reference = "ServiceRequest/example-onward-referral"
* questionnaire = "https://sprig-fhir.github.io/ig/Questionnaire/experience"
* status = #completed
* subject.reference = "Patient/example-patient"
* authored = "2026-11-16T10:00:00+00:00"
* author.reference = "PractitionerRole/example-link-worker-role"
* source.reference = "Patient/example-patient"
* item[rating].linkId = "rating"
* item[rating].answer.valueCoding = ExperienceRating#5 "Very good"
* item[recommend].linkId = "recommend"
* item[recommend].answer.valueBoolean = true
* item[comment].linkId = "comment"
* item[comment].answer.valueString = "Nobody hurried me, and there was tea."

Instance: example-answers
InstanceOf: SprigOutcomeResponse
Title: "Maud's answers to the PHQ-9"
Description: "Jo and Maud go through the questions together at their first meeting. The server makes the score of it: 9."
Usage: #example
* identifier.system = $LinkWorkers
* identifier.value = "ANSWERS-1"
* extension[point].valueCoding = OutcomePoint#baseline "Baseline"
* extension[mode].valueCoding = OutcomeMode#assisted "Assisted"
* basedOn.reference = "ServiceRequest/example-referral"
* questionnaire = "https://sprig-fhir.github.io/ig/Questionnaire/phq-9"
* status = #completed
* subject.reference = "Patient/example-patient"
* authored = "2026-09-14T13:30:00+01:00"
* author.reference = "PractitionerRole/example-link-worker-role"
* source.reference = "Patient/example-patient"
* item[+].linkId = "44250-9"
* item[=].answer.valueCoding = $LOINC#LA6570-1 "More than half the days"
* item[+].linkId = "44255-8"
* item[=].answer.valueCoding = $LOINC#LA6569-3 "Several days"
* item[+].linkId = "44259-0"
* item[=].answer.valueCoding = $LOINC#LA6570-1 "More than half the days"
* item[+].linkId = "44254-1"
* item[=].answer.valueCoding = $LOINC#LA6570-1 "More than half the days"
* item[+].linkId = "44251-7"
* item[=].answer.valueCoding = $LOINC#LA6568-5 "Not at all"
* item[+].linkId = "44258-2"
* item[=].answer.valueCoding = $LOINC#LA6569-3 "Several days"
* item[+].linkId = "44252-5"
* item[=].answer.valueCoding = $LOINC#LA6569-3 "Several days"
* item[+].linkId = "44253-3"
* item[=].answer.valueCoding = $LOINC#LA6568-5 "Not at all"
* item[+].linkId = "44260-8"
* item[=].answer.valueCoding = $LOINC#LA6568-5 "Not at all"

Instance: example-feedback
InstanceOf: SprigFeedback
Title: "Feedback to the GP"
Description: "Written when the episode ends: the GP hears what became of the referral."
Usage: #example
* identifier.system = $Feedback
* identifier.value = "example-handover-completed"
* basedOn.reference = "ServiceRequest/example-referral"
* category = CommunicationKind#feedback "Feedback"
* subject.reference = "Patient/example-patient"
* about.reference = "Task/example-handover"
* sent = "2026-11-16T09:30:00Z"
* recipient.reference = "PractitionerRole/example-gp-role"
* sender.reference = "HealthcareService/example-link-worker-service"
* reasonCode = $TaskStatus#completed "Completed"
* payload.contentString = "Maud joined a walking group and goes most weeks; she now leads the tea."

Instance: example-provenance
InstanceOf: SprigProvenance
Title: "Who accepted the handover"
Description: "Written when the link worker accepted the GP's handover for the service."
Usage: #example
* target.reference = "Task/example-handover"
* recorded = "2026-09-08T09:15:00+01:00"
* activity.coding[0] = $DataOperation#UPDATE "revise"
* activity.coding[1] = HandoverMove#accept "Accept"
* agent.who.reference = "PractitionerRole/example-link-worker-role"
* agent.onBehalfOf.reference = "Organization/example-primary-care-network"

Instance: example-subscription
InstanceOf: SprigSubscription
Title: "Subscription of the GP's system"
Description: "The practice asks to be told of changes to the handovers that its GP has requested; ids only."
Usage: #example
* status = #requested
* reason = "Changes to handovers that our practice requested"
* criteria = "https://sprig-fhir.github.io/ig/SubscriptionTopic/handover"
* criteria.extension.url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-filter-criteria"
* criteria.extension.valueString = "Task?requester=PractitionerRole/example-gp-role"
* channel.endpoint = "https://fellside-surgery.example/told"
* channel.payload = #application/fhir+json
* channel.payload.extension.url = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-payload-content"
* channel.payload.extension.valueCode = #id-only
