// Whatever a client sends again must be recognised, so everything has an identifier with a system.
RuleSet: Identified
* identifier 1..* MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS

// The kinds of identifier that a profile knows by name, told apart by their system.
RuleSet: IdentifiersBySystem
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open

RuleSet: IdentifierOfSystem(name, system)
* identifier contains {name} 0..1 MS
* identifier[{name}].system 1..1
* identifier[{name}].system = "{system}"
* identifier[{name}].value 1..1

Invariant: sprig-routine-only
Severity: #error
Description: "Social prescribing is not an urgent or emergency service: the priority must be routine."
Expression: "priority.empty() or priority = 'routine'"
