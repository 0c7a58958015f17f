Invariant: sprig-plan-referral
Severity: #error
Description: "A support plan must point to exactly one referral: a supportingInfo reference of type 'ServiceRequest'."
Expression: "supportingInfo.where(type = 'ServiceRequest').count() = 1"

Invariant: sprig-plan-complete
Severity: #error
Description: "A support plan that is active, on hold or completed has at least one goal and one action."
Expression: "(goal.exists() and activity.exists()) or (status in ('active' | 'on-hold' | 'completed')).not()"

Invariant: sprig-action-said
Severity: #error
Description: "An action says what will be done, in a code or in words."
Expression: "code.exists() or description.exists()"

Profile: SprigSupportPlan
Parent: CarePlan
Id: sprig-support-plan
Title: "Support plan"
Description: "A personalised support plan: what a person and their link worker have agreed to do for the person's goals, who does it and when, and when they look at it again. An episode has one active plan at a time."
* insert Published
* insert Identified
* obeys sprig-plan-referral and sprig-plan-complete
* extension contains
    ReviewBy named reviewBy 1..1 MS and
    StrengthExtension named strength 0..* MS and
    PlanAgreedExtension named agreed 0..1 MS and
    CareFundingExtension named funding 0..1 MS and
    OtherPlanExtension named otherPlan 0..* MS and
    ReviewResponsibilityExtension named reviewResponsibility 0..1 MS
* addresses MS
* addresses ^short = "The needs, concerns and problems that it is about"
* extension[reviewBy] ^short = "The day by which the person and the link worker look at the plan again"
* status MS
* status from SupportPlanStatusVS (required)
* intent = #plan
* title MS
* description MS
* subject MS
* subject only Reference(Patient)
* period 1..1 MS
* period.start 1..1 MS
* created MS
* author 1..1 MS
* author only Reference(PractitionerRole or Practitioner or Organization)
* author ^short = "Who wrote the plan with the person"
* supportingInfo 1..* MS
* supportingInfo ^short = "The referral, its reference saying the type ServiceRequest; and whatever else the plan rests on"
* supportingInfo ^definition = "The referral to the link-worker service, whose episode the plan belongs to. R4 has no other element that may name it. The type is stated so that a reference within a transaction is judged without being followed."
* goal MS
* goal ^short = "Goals of the person in the same episode"
* activity MS
* activity.reference 0..0
* activity.detail 1..1 MS
* activity.detail ^short = "An action"
* activity.detail obeys sprig-action-said
* activity.detail.extension contains
    Confidence named confidence 0..1 MS and
    ReviewBy named reviewBy 0..1 MS and
    SuggestedStrategiesExtension named strategies 0..1 MS and
    ActionUpdatedExtension named updated 0..1 MS
* activity.detail.extension[confidence] obeys sprig-one-to-ten
* activity.detail.code MS
* activity.detail.code ^short = "What, in a code"
* activity.detail.description MS
* activity.detail.description ^short = "What, in words"
* activity.detail.goal MS
* activity.detail.status MS
* activity.detail.statusReason MS
* activity.detail.scheduled[x] 1..1 MS
* activity.detail.scheduled[x] ^short = "When"
* activity.detail.performer 1..* MS
* activity.detail.performer only Reference(Patient or PractitionerRole or Practitioner or Organization or HealthcareService)
* activity.detail.performer ^short = "Who"
