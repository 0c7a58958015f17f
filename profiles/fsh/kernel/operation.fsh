RuleSet: OwnOperation(type, code)
* id = "{code}"
* url = "https://sprig-fhir.github.io/ig/OperationDefinition/{code}"
* version = "0.1.0"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* kind = #operation
* affectsState = true
* code = #{code}
* resource = #{type}
* system = false
* type = false
* instance = true

RuleSet: Parameter(use, name, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = "{documentation}"

// Called on the type, with GET too, because it changes nothing.
RuleSet: OwnQuery(type, code)
* id = "{code}"
* url = "https://sprig-fhir.github.io/ig/OperationDefinition/{code}"
* version = "0.1.0"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* kind = #query
* affectsState = false
* code = #{code}
* resource = #{type}
* system = false
* type = true
* instance = false

// Called on the whole server, with GET too, because it changes nothing.
RuleSet: OwnSystemQuery(code)
* id = "{code}"
* url = "https://sprig-fhir.github.io/ig/OperationDefinition/{code}"
* version = "0.1.0"
* status = #active
* experimental = false
* date = "2026-11-23"
* publisher = "Sprig"
* kind = #operation
* affectsState = false
* code = #{code}
* system = true
* type = false
* instance = false
