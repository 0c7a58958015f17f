// HAPI keeps a unique index for each of these, so that two requests at the same instant cannot store the same thing twice.
RuleSet: Unique(base, definition)
* insert OwnSearchParameter({base}, unique-identifier, composite)
* extension[+].url = "http://hapifhir.io/fhir/StructureDefinition/sp-unique"
* extension[=].valueBoolean = true
* expression = "{base}"
* component[0].definition = "http://hl7.org/fhir/SearchParameter/{definition}"
* component[0].expression = "{base}"

// A refusal must not tell one sender what another has sent, so an identifier is unique among what has one keeper only,
// or belongs to one request. HAPI keeps no row for a resource that lacks one of the two.
RuleSet: UniqueIdentifier(base, definition, within, element)
* insert Unique({base}, {definition})
* description = "No two {base} resources with the same {element} may have the same identifier."
* component[1].definition = "http://hl7.org/fhir/SearchParameter/{within}"
* component[1].expression = "{base}"

Instance: Patient-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Patient, Patient-identifier, Patient-organization, managingOrganization)
* name = "PatientUniqueIdentifier"

Instance: ServiceRequest-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(ServiceRequest, clinical-identifier, ServiceRequest-requester, requester)
* name = "ServiceRequestUniqueIdentifier"

Instance: Task-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Task, Task-identifier, Task-requester, requester)
* name = "TaskUniqueIdentifier"

Instance: Observation-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Observation, clinical-identifier, Observation-based-on, basedOn)
* name = "ObservationUniqueIdentifier"

Instance: Encounter-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Encounter, clinical-identifier, Encounter-based-on, basedOn)
* name = "EncounterUniqueIdentifier"

Instance: Communication-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert UniqueIdentifier(Communication, Communication-identifier, Communication-based-on, basedOn)
* name = "CommunicationUniqueIdentifier"

// R4 has no parameter for what a CarePlan belongs to, so the second part is one of ours.
Instance: CarePlan-unique-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert Unique(CarePlan, clinical-identifier)
* name = "SupportPlanUniqueIdentifier"
* description = "No two CarePlan resources with the same referral may have the same identifier."
* component[1].definition = "https://sprig-fhir.github.io/ig/SearchParameter/CarePlan-referral"
* component[1].expression = "CarePlan"
