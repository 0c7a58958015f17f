Extension: ReviewBy
Id: review-by
Title: "Review by"
Description: "The day by which whoever answers for something will look at it again: the owner at a handover, the person and the link worker at a support plan or at one of its actions."
Context: Task, CarePlan, CarePlan.activity.detail
* insert Published
* value[x] only date
* value[x] 1..1

Invariant: sprig-reason-given
Severity: #error
Description: "A handover that is rejected, failed, cancelled or on hold must say why."
Expression: "statusReason.exists() or (status in ('rejected' | 'failed' | 'cancelled' | 'on-hold')).not()"

Invariant: sprig-output-given
Severity: #error
Description: "A completed handover must say what came of it."
Expression: "output.exists() or status != 'completed'"

Profile: SprigHandover
Parent: Task
Id: sprig-handover
Title: "Handover"
Description: "The Task by which one party takes a referral over from another, and which someone owns until it ends. A Task with no owner waits in the open pool."
* insert Published
* insert Identified
* obeys sprig-routine-only and sprig-reason-given and sprig-output-given
* extension contains ReviewBy named reviewBy 0..1 MS
* partOf MS
* partOf only Reference(Task)
* status MS
* status from HandoverStatusVS (required)
* statusReason MS
* statusReason from HandoverReasonVS (required)
* businessStatus MS
* businessStatus from HandoverFlagVS (required)
* businessStatus ^short = "What the server brings to the owner's notice"
* intent = #order
* code 1..1 MS
* code = $TaskCode#fulfill
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* for 1..1 MS
* for only Reference(Patient)
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(PractitionerRole or Practitioner or Organization or Patient)
* owner MS
* owner only Reference(HealthcareService or Organization or PractitionerRole)
* restriction MS
* restriction.period MS
* restriction.period.end MS
* restriction.period.end ^short = "Acknowledge by; the server computes it"
* output MS
* output.type from HandoverOutputVS (extensible)
