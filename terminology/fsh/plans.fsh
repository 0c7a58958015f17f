ValueSet: GoalAchievementVS
Id: goal-achievement
Title: "Goal attainment"
Description: "How far a person has come with a goal, in HL7's codes."
* insert Published
* $GoalAchievement#in-progress "In Progress"
* $GoalAchievement#improving "Improving"
* $GoalAchievement#worsening "Worsening"
* $GoalAchievement#no-change "No Change"
* $GoalAchievement#achieved "Achieved"
* $GoalAchievement#sustaining "Sustaining"
* $GoalAchievement#not-achieved "Not Achieved"
* $GoalAchievement#no-progress "No Progress"
* $GoalAchievement#not-attainable "Not Attainable"

ValueSet: SupportPlanStatusVS
Id: support-plan-status
Title: "Status of a support plan"
Description: "How a support plan stands."
* insert Published
* $RequestStatus#draft "Draft"
* $RequestStatus#active "Active"
* $RequestStatus#on-hold "On Hold"
* $RequestStatus#revoked "Revoked"
* $RequestStatus#completed "Completed"
* $RequestStatus#entered-in-error "Entered in Error"
