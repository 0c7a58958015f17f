Instance: Task-due
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Task, due, date)
* name = "HandoverDue"
* description = "Handovers by the time by which they must be acknowledged."
* expression = "Task.restriction.period.end"

Instance: Task-review
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Task, review, date)
* name = "HandoverReview"
* description = "Handovers by the day by which their owner will look at them again."
* expression = "Task.extension('https://sprig-fhir.github.io/ig/StructureDefinition/review-by').value"

Instance: Task-open-pool
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Task, open-pool, token)
* name = "HandoverOpenPool"
* description = "Handovers that nobody owns, by their status."
* expression = "Task.where(owner.empty()).status"
