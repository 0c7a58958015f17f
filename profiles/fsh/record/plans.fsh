RuleSet: PlanInAnEpisode
* insert Identified
* obeys sprig-plan-referral
* status MS
* intent = #plan
* category 1..1 MS
* subject MS
* subject only Reference(Patient)
* created MS
* author MS
* supportingInfo 1..* MS
* supportingInfo ^short = "The referral, its reference saying the type ServiceRequest; and whatever else the plan rests on"
* activity.reference 0..0

Profile: SprigCarePackage
Parent: CarePlan
Id: sprig-care-package
Title: "Social care package"
Description: "Care that a local authority arranges or pays for: its name and type, from when to when, by which authority, and who pays."
* insert Published
* insert PlanInAnEpisode
* category = RecordKind#care-package
* category.text MS
* category.text ^short = "The type of package, in words"
* title MS
* period MS
* extension contains
    LocalAuthorityExtension named localAuthority 0..1 MS and
    CareFundingExtension named funding 0..1 MS

Profile: SprigRequestedActions
Parent: CarePlan
Id: sprig-requested-actions
Title: "Plan and requested actions"
Description: "What professionals, and the person or their carer, are asked to do, and whether the person has agreed."
* insert Published
* insert PlanInAnEpisode
* category = RecordKind#requested-actions
* activity 1..* MS
* activity.detail 1..1 MS
* activity.detail.code 1..1 MS
* activity.detail.code ^short = "Who is asked: for-professionals or for-person of our kinds of record"
* activity.detail.description 1..1 MS
* extension contains PlanAgreedExtension named agreed 0..1 MS
