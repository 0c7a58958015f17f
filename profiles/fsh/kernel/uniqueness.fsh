// HAPI keeps a unique index for each of these, so that two requests at the same instant cannot store the same thing twice.
RuleSet: UniqueIdentifier(base, definition)
* insert OwnSearchParameter({base}, unique-identifier, composite)
* extension[+].url = "http://hapifhir.io/fhir/StructureDefinition/sp-unique"
* extension[=].valueBoolean = true
* description = "No two {base} resources may have the same identifier."
* expression = "{base}"
* component.definition = "http://hl7.org/fhir/SearchParameter/{definition}"
* component.expression = "{base}"

Instance: Patient-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Patient, Patient-identifier)
* name = "PatientUniqueIdentifier"

Instance: ServiceRequest-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(ServiceRequest, clinical-identifier)
* name = "ServiceRequestUniqueIdentifier"

Instance: Task-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Task, Task-identifier)
* name = "TaskUniqueIdentifier"

Instance: Observation-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Observation, clinical-identifier)
* name = "ObservationUniqueIdentifier"

Instance: Encounter-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Encounter, clinical-identifier)
* name = "EncounterUniqueIdentifier"

Instance: Communication-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Communication, Communication-identifier)
* name = "CommunicationUniqueIdentifier"
