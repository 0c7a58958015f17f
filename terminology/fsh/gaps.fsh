CodeSystem: ObservationKind
Id: observation-kind
Title: "Kind of observation"
Description: "What an Observation of ours says, where no code of others is known."
* insert OwnCodes
* #unmet-need "Unmet need" "The person needs something for which there was no service that suits."
* #unsuitable "Why nothing suited" "What spoke against the services that there are."

ValueSet: UnmetNeedStatusVS
Id: unmet-need-status
Title: "Status of an unmet need"
Description: "How a statement that a need is unmet stands: it holds while it is final or amended, and counts no more once it is cancelled or was entered in error."
* insert Published
* $ObservationStatus#final "Final"
* $ObservationStatus#amended "Amended"
* $ObservationStatus#cancelled "Cancelled"
* $ObservationStatus#entered-in-error "Entered in Error"

CodeSystem: ReportTerm
Id: report-term
Title: "Term of a report"
Description: "The terms in which reports of measures speak."
* insert OwnCodes
* #area "Area" "Where people live, as the first half of the postcode."
* #unknown "Unknown" "It is not on record."
* #rating "Rating" "How people rate a service, from 1 to 5."
* #recommend "Would recommend" "Whether people would recommend a service."
* #yes "Yes" "They would."
* #no "No" "They would not."
* #others "Others" "The answers are not told one by one, because so few people gave some of them."
* #elsewhere "Elsewhere" "All parts that are not named, together: among them those with so few people that they are not told one by one."
