// What every artefact of ours says of itself.
RuleSet: Published
* ^experimental = false
* ^date = "2026-11-22"
* ^publisher = "Sprig"
* ^contact.telecom.system = #url
* ^contact.telecom.value = "https://sprig-fhir.github.io/ig"
* ^jurisdiction = urn:iso:std:iso:3166#GB

RuleSet: OwnCodes
* insert Published
* ^caseSensitive = true
* ^content = #complete

RuleSet: UsesSnomed
* ^copyright = "Includes SNOMED CT, which is used by permission of SNOMED International. SNOMED CT was originally created by the College of American Pathologists."
