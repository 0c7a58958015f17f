Profile: SprigGoal
Parent: Goal
Id: sprig-goal
Title: "Goal"
Description: "What a person and their link worker have agreed to reach, in the person's episode."
* insert Published
* insert Identified
* lifecycleStatus MS
* achievementStatus MS
* description MS
* description ^short = "What matters to the person, as they would say it"
* subject MS
* subject only Reference(Patient)
* start[x] MS
* target MS
* statusReason MS
* expressedBy MS
* addresses 1..* MS
* addresses only Reference(ServiceRequest)
* addresses ^short = "The referral"
* outcomeReference MS
