Profile: SprigFeedback
Parent: Communication
Id: sprig-feedback
Title: "Feedback"
Description: "What became of a handover or an episode, told to whoever asked for it. The server writes it when a handover or an episode ends."
* insert Published
* insert Identified
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn ^short = "The referral or onward referral that was asked for"
* status = #completed
* category 1..1 MS
* category = CommunicationKind#feedback
* subject 1..1 MS
* subject only Reference(Patient)
* about MS
* about only Reference(Task)
* about ^short = "The handovers that ended"
* sent 1..1 MS
* recipient 1..* MS
* sender MS
* reasonCode 1..* MS
* reasonCode from FeedbackOutcomeVS (required)
* reasonCode ^short = "What became of it: the status that it ended with, and the reason"
* payload 1..* MS
* payload.content[x] only string
* payload.contentString ^short = "The same in plain words"
