Instance: Task-due
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Task, due, date)
* name = "HandoverDue"
* description = "Handovers by the time by which they must be acknowledged."
* expression = "Task.restriction.period"
