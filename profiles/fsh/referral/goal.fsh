Extension: GoalImportance
Id: goal-importance
Title: "Importance of a goal"
Description: "How important the goal is to the person, as they say it: from 1, hardly, to 10, more than anything."
Context: Goal
* insert Published
* value[x] only integer
* value[x] 1..1

Extension: Confidence
Id: confidence
Title: "Confidence"
Description: "How confident the person is that they will reach a goal, or do what was agreed, as they say it: from 1, not at all, to 10, certain."
Context: Goal, CarePlan.activity.detail
* insert Published
* value[x] only integer
* value[x] 1..1

Invariant: sprig-one-to-ten
Severity: #error
Description: "How important something is to a person, and how confident they are of it, is a whole number from 1 to 10."
Expression: "value >= 1 and value <= 10"

Profile: SprigGoal
Parent: Goal
Id: sprig-goal
Title: "Goal"
Description: "What a person and their link worker have agreed to reach, in the person's episode: how important it is to the person, how confident they are, by when, and how far they have come."
* insert Published
* insert Identified
* extension contains
    GoalImportance named importance 0..1 MS and
    Confidence named confidence 0..1 MS and
    PartOfGoalExtension named partOf 0..1 MS
* outcomeCode MS
* outcomeCode ^short = "What came of it, in a code or in words"
* extension[importance] obeys sprig-one-to-ten
* extension[confidence] obeys sprig-one-to-ten
* lifecycleStatus MS
* achievementStatus MS
* achievementStatus from GoalAchievementVS (required)
* achievementStatus ^short = "How far the person has come"
* description MS
* description ^short = "What matters to the person, as they would say it"
* subject MS
* subject only Reference(Patient)
* start[x] MS
* target MS
* target.due[x] 1..1 MS
* target.due[x] only date
* target.due[x] ^short = "By when"
* statusReason MS
* expressedBy MS
* addresses 1..* MS
* addresses only Reference(ServiceRequest)
* addresses ^short = "The referral"
* outcomeReference MS
* outcomeReference only Reference(Observation)
* outcomeReference ^short = "Scores that say how far the person has come, such as those of Goal-Based Outcomes, of the same episode"
