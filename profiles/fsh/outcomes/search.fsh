Instance: Observation-outcome-point
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Observation, outcome-point, token)
* name = "OutcomePoint"
* description = "Outcomes by the point of the episode at which they were measured."
* expression = "Observation.extension('https://sprig-fhir.github.io/ig/StructureDefinition/outcome-point').value"
