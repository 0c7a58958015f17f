CodeSystem: HandoverReason
Id: handover-reason
Title: "Handover reason"
Description: "Why a referral is not taken or does not finish, where the Booking and Referral Standard has no code for it."
* insert OwnCodes
* #duplicate "Duplicate" "The person is already referred to this service."
* #consent-withdrawn "Consent withdrawn" "The person no longer agrees to the referral or to sharing."
* #did-not-attend "Did not attend" "The person stopped attending, or never did."
* #moved-away "Moved away" "The person no longer lives in the area."
* #deceased "Deceased" "The person has died."
* #escalated-to-gp "Escalated to GP" "The person was sent back to the GP because of risk."
* #insufficient-assurance "Insufficient assurance" "The service is not assured for the level of need."
* #no-suitable-service "No suitable service" "No service fits: unmet need."

ValueSet: HandoverReasonVS
Id: handover-reason
Title: "Handover reason"
Description: "Why a referral is not taken, is held, is cancelled or does not finish: the rejection reasons of the Booking and Referral Standard, and ours."
* insert Published
* $BarsReason#21 "Transport"
* $BarsReason#22 "Capacity"
* $BarsReason#23 "Not clinically appropriate"
* $BarsReason#24 "Service declined"
* $BarsReason#26 "Patient choice"
* $BarsReason#27 "Not contactable"
* $BarsReason#31 "No appointments"
* $BarsReason#32 "Appointments unsuitable"
* $BarsReason#40 "Not eligible"
* $BarsReason#41 "Home visit requested"
* $BarsReason#42 "Distance"
* $BarsReason#99 "Other"
* include codes from system HandoverReason

ValueSet: HandoverStatusVS
Id: handover-status
Title: "Handover status"
Description: "The statuses that a handover Task passes through; the other statuses of Task are not used."
* insert Published
* $TaskStatus#requested "Requested"
* $TaskStatus#received "Received"
* $TaskStatus#accepted "Accepted"
* $TaskStatus#rejected "Rejected"
* $TaskStatus#in-progress "In Progress"
* $TaskStatus#on-hold "On Hold"
* $TaskStatus#completed "Completed"
* $TaskStatus#failed "Failed"
* $TaskStatus#cancelled "Cancelled"

CodeSystem: HandoverOutput
Id: handover-output
Title: "Handover output"
Description: "What a handover yields when it is completed."
* insert OwnCodes
* #what-happened "What happened" "What the service did with the person, in words."
* #attendance "Attendance" "How many contacts took place."
* #outcome "Outcome" "An outcome measure that was recorded."

ValueSet: HandoverOutputVS
Id: handover-output
Title: "Handover output"
Description: "Every kind of handover output."
* insert Published
* include codes from system HandoverOutput
