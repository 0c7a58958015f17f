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

Profile: SprigStopNotice
Parent: Communication
Id: sprig-stop-notice
Title: "Stop notice"
Description: "Tells whoever works on a handover to stop, because it has ended and they may know no more of the person. It names the handover by its identifier, and neither the person nor the reason. The server writes it."
* insert Published
* insert Identified
* status = #completed
* category 1..1 MS
* category = CommunicationKind#stop
* subject 0..0
* basedOn 0..0
* about 1..1 MS
* about.reference 0..0
* about.type 1..1 MS
* about.identifier 1..1 MS
* about ^short = "The handover, by its identifier alone: it can no longer be read"
* sent 1..1 MS
* recipient 1..* MS
* sender 0..0
* reasonCode 1..1 MS
* reasonCode = $TaskStatus#cancelled
* payload 1..1 MS
* payload.content[x] only string
