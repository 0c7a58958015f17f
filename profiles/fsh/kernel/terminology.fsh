// Operations of FHIR R4 on terminology, with the parameters that this server understands; others are refused.

Instance: lookup-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(CodeSystem, lookup)
* name = "Lookup"
* title = "Look up a code"
* description = "What a code means: its name, its other names (designation), and its properties. Of SNOMED CT these are inactive, parent and replacedBy. 404 for a code that is not known here."
* base = "http://hl7.org/fhir/OperationDefinition/CodeSystem-lookup"
* insert Parameter(in, code, 0, 1, code, [[The code; with system.]])
* insert Parameter(in, system, 0, 1, uri, [[The system of the code.]])
* insert Parameter(in, coding, 0, 1, Coding, [[The code, instead of code and system.]])
* insert Parameter(in, version, 0, 1, string, [[The version of the system that must be known here.]])
* insert Parameter(in, displayLanguage, 0, 1, code, [[The language of what is displayed, such as cy, where the edition has it.]])
* insert Parameter(in, property, 0, *, code, [[Properties that are wanted; all if left out.]])
* insert Parameter(out, name, 1, 1, string, [[What the system is called.]])
* insert Parameter(out, version, 0, 1, string, [[Its version.]])
* insert Parameter(out, display, 1, 1, string, [[The name of the code.]])
* insert Parameter(out, designation, 0, *, BackboneElement, [[Other names, each with language, use and value.]])
* insert Parameter(out, property, 0, *, BackboneElement, [[Properties, each with code and value.]])

Instance: subsumes-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(CodeSystem, subsumes)
* name = "Subsumes"
* title = "Whether one code is a kind of another"
* description = "The outcome is equivalent, subsumes, subsumed-by or not-subsumed. 422 for codes that are not known here."
* base = "http://hl7.org/fhir/OperationDefinition/CodeSystem-subsumes"
* insert Parameter(in, codeA, 0, 1, code, [[The first code; with system.]])
* insert Parameter(in, codeB, 0, 1, code, [[The second.]])
* insert Parameter(in, system, 0, 1, uri, [[The system of both.]])
* insert Parameter(in, codingA, 0, 1, Coding, [[The first code, instead of codeA and system.]])
* insert Parameter(in, codingB, 0, 1, Coding, [[The second, instead of codeB and system.]])
* insert Parameter(out, outcome, 1, 1, code, [[How the first stands to the second.]])

Instance: validate-code-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(CodeSystem, validate-code)
* name = "ValidateCode"
* title = "Whether a code is right"
* description = "Of a code system: whether the code is in it, still active, and called by that name. Of a value set: besides, whether the code is in the value set. A code that is no longer active, or is called by a wrong name, is right with a message; issues has the same for software."
* base = "http://hl7.org/fhir/OperationDefinition/ValueSet-validate-code"
* resource[+] = #ValueSet
* instance = true
* insert Parameter(in, url, 0, 1, uri, [[The code system or the value set, where it is not named in the address.]])
* insert Parameter(in, valueSet, 0, 1, ValueSet, [[The value set itself, in the body.]])
* insert Parameter(in, valueSetVersion, 0, 1, string, [[The version of the value set that must be known here.]])
* insert Parameter(in, code, 0, 1, code, [[The code; with system.]])
* insert Parameter(in, system, 0, 1, uri, [[The system of the code.]])
* insert Parameter(in, display, 0, 1, string, [[What the code is said to be called.]])
* insert Parameter(in, coding, 0, 1, Coding, [[The code, instead of code and system.]])
* insert Parameter(in, codeableConcept, 0, 1, CodeableConcept, [[Several codes for one thing, of which one is enough.]])
* insert Parameter(in, displayLanguage, 0, 1, code, [[The language of what is displayed, such as cy, where the edition has it.]])
* insert Parameter(out, result, 1, 1, boolean, [[Whether it is right.]])
* insert Parameter(out, message, 0, 1, string, [[What is wrong with it, or worth knowing, and what to do.]])
* insert Parameter(out, display, 0, 1, string, [[What the code is called.]])
* insert Parameter(out, code, 0, 1, code, [[The code.]])
* insert Parameter(out, system, 0, 1, uri, [[Its system, in its registered form.]])
* insert Parameter(out, version, 0, 1, string, [[The version of the system.]])
* insert Parameter(out, issues, 0, 1, OperationOutcome, [[The message for software: each with its rule.]])

Instance: expand-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(ValueSet, expand)
* name = "Expand"
* title = "List the codes of a value set"
* description = "The codes that are in a value set now, first those that it names, then those of SNOMED CT that it means, in the order of their names. Without pages at most 1,000, else 422. Where no licensed edition is loaded, the extension valueset-unclosed and the parameter warning say that codes are missing."
* base = "http://hl7.org/fhir/OperationDefinition/ValueSet-expand"
* instance = true
* insert Parameter(in, url, 0, 1, uri, [[The value set, such as http://snomed.info/sct?fhir_vs=refset/1373501000000105, where it is not named in the address.]])
* insert Parameter(in, valueSet, 0, 1, ValueSet, [[The value set itself, in the body.]])
* insert Parameter(in, valueSetVersion, 0, 1, string, [[The version of the value set that must be known here.]])
* insert Parameter(in, filter, 0, 1, string, [[Beginnings of words that the name has, in any order: soc iso finds Social isolation.]])
* insert Parameter(in, offset, 0, 1, integer, [[How many codes to leave out at the beginning.]])
* insert Parameter(in, count, 0, 1, integer, [[How many codes the page holds, at most 1,000; with 0 only how many there are.]])
* insert Parameter(in, includeDesignations, 0, 1, boolean, [[Whether to give the other names too.]])
* insert Parameter(in, activeOnly, 0, 1, boolean, [[Whether to leave out codes that are no longer active.]])
* insert Parameter(in, excludeNested, 0, 1, boolean, [[The answer is always flat.]])
* insert Parameter(in, displayLanguage, 0, 1, code, [[The language of what is displayed, such as cy, where the edition has it.]])
* insert Parameter(out, return, 1, 1, ValueSet, [[The value set with its expansion.]])

Instance: translate-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnQuery(ConceptMap, translate)
* name = "Translate"
* title = "What a code is called in another system"
* description = "The codes that the maps of this server have for a code, each with how it stands to it."
* base = "http://hl7.org/fhir/OperationDefinition/ConceptMap-translate"
* instance = true
* insert Parameter(in, url, 0, 1, uri, [[The map; or say targetsystem, or source and target.]])
* insert Parameter(in, code, 0, 1, code, [[The code; with system.]])
* insert Parameter(in, system, 0, 1, uri, [[The system of the code.]])
* insert Parameter(in, coding, 0, 1, Coding, [[The code, instead of code and system.]])
* insert Parameter(in, codeableConcept, 0, 1, CodeableConcept, [[Several codes for one thing, of which one is enough.]])
* insert Parameter(in, source, 0, 1, uri, [[The value set that the map is from.]])
* insert Parameter(in, target, 0, 1, uri, [[The value set that the map leads to.]])
* insert Parameter(in, targetsystem, 0, 1, uri, [[The system that the code is wanted in.]])
* insert Parameter(in, reverse, 0, 1, boolean, [[Whether to go against the direction of the map.]])
* insert Parameter(out, result, 1, 1, boolean, [[Whether there is a code.]])
* insert Parameter(out, message, 0, 1, string, [[Why there is none.]])
* insert Parameter(out, match, 0, *, BackboneElement, [[Each with equivalence, concept and source, the address of the map.]])
