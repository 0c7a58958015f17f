CodeSystem: CommunicationKind
Id: communication-kind
Title: "Communication kind"
Description: "What a Communication of social prescribing is for."
* insert OwnCodes
* #signposting "Signposting" "A person was told about services; nobody took anything over."
* #feedback "Feedback" "Whoever asked for something is told what became of it."
* #stop "Stop" "Whoever works on a handover is told to stop, and not why."

ValueSet: FeedbackOutcomeVS
Id: feedback-outcome
Title: "Feedback outcome"
Description: "What became of a handover or an episode: the status with which it ended, and the reason if there is one."
* insert Published
* $TaskStatus#rejected "Rejected"
* $TaskStatus#completed "Completed"
* $TaskStatus#failed "Failed"
* $TaskStatus#cancelled "Cancelled"
* include codes from valueset HandoverReasonVS
