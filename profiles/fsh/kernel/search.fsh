RuleSet: OwnSearchParameter(base, code, type)
* url = "https://sprig-fhir.github.io/ig/SearchParameter/{base}-{code}"
* version = "0.1.0"
* status = #active
* experimental = false
* date = "2026-11-22"
* publisher = "Sprig"
* base = #{base}
* code = #{code}
* type = #{type}

RuleSet: SearchBy(base, code, type)
* insert OwnSearchParameter({base}, {code}, {type})
* xpathUsage = #normal
