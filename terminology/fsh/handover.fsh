CodeSystem: HandoverReason
Id: handover-reason
Title: "Handover reason"
Description: "Why a referral is not taken or does not finish, where the Booking and Referral Standard has no code for it."
* insert OwnCodes
* #duplicate "Duplicate" "The person is already referred to this service."
* #consent-withdrawn "Consent withdrawn" "The person no longer agrees to the referral or to sharing."
* #consent-expired "Consent expired" "The person's agreement to the referral or to sharing has run out."
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

CodeSystem: HandoverFlag
Id: handover-flag
Title: "Handover flag"
Description: "What the server brings to the notice of whoever owns a handover."
* insert OwnCodes
* #did-not-attend-twice "Did not attend twice" "The person did not attend the last two contacts, one after the other, and may be getting more vulnerable."
* #on-waiting-list "On waiting list" "The service took the handover although it is full, because it keeps a waiting list: the person waits for a place."

ValueSet: HandoverFlagVS
Id: handover-flag
Title: "Handover flag"
Description: "Every handover flag."
* insert Published
* include codes from system HandoverFlag

CodeSystem: HandoverMove
Id: handover-move
Title: "Handover move"
Description: "The moves by which a handover passes from one status to another, as Provenance records them. Returning, re-assigning and escalating a handover are made of these."
* insert OwnCodes
* #request "Request" "The handover begins as requested."
* #claim "Claim" "An owner takes a handover that had none."
* #receive "Receive" "From requested to received: the owner acknowledges it."
* #accept "Accept" "From received to accepted."
* #reject "Reject" "From received to rejected."
* #start "Start" "From accepted to in-progress."
* #hold "Hold" "From in-progress to on-hold."
* #resume "Resume" "From on-hold to in-progress."
* #complete "Complete" "From in-progress to completed."
* #fail "Fail" "From in-progress to failed."
* #cancel "Cancel" "From any open status to cancelled: the requester takes it back."

CodeSystem: NonAttendanceAction
Id: non-attendance-action
Title: "Non-attendance action"
Description: "What a service does first if a person who was handed over to it stops attending."
* insert OwnCodes
* #contact-person "Contact the person" "The service asks the person how they are and whether they want to go on."
* #tell-link-worker "Tell the link worker" "The service tells the link worker, who contacts the person."
* #tell-referrer "Tell the referrer" "The service tells whoever referred the person to the link-worker service."
* #close "Close" "The service ends its part and says so on the handover."

ValueSet: NonAttendanceActionVS
Id: non-attendance-action
Title: "Non-attendance action"
Description: "Every non-attendance action."
* insert Published
* include codes from system NonAttendanceAction
