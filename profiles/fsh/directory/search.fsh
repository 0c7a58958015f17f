Instance: HealthcareService-need
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, need, token)
* name = "ServiceNeed"
* description = "Services by the needs that they meet."
* expression = "HealthcareService.extension('https://sprig-fhir.github.io/ig/StructureDefinition/service-need').value"

Instance: HealthcareService-capacity
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, capacity, token)
* name = "ServiceCapacityStatus"
* description = "Services by whether they can take referrals now."
* expression = "HealthcareService.extension('https://sprig-fhir.github.io/ig/StructureDefinition/service-capacity').extension('status').value"

Instance: VerificationResult-identifier
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, identifier, token)
* name = "AssuranceIdentifier"
* description = "Assurances by identifier, which FHIR R4 gives VerificationResult no element for."
* expression = "VerificationResult.extension('https://sprig-fhir.github.io/ig/StructureDefinition/assurance-identifier').value"

Instance: VerificationResult-measure
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, measure, token)
* name = "AssuranceMeasure"
* description = "Assurances by what they assure."
* expression = "VerificationResult.extension('https://sprig-fhir.github.io/ig/StructureDefinition/assured-measure').value"

Instance: VerificationResult-pledged
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, pledged, token)
* name = "AssurancePledged"
* description = "Pledges by what they promise."
* expression = "VerificationResult.extension('https://sprig-fhir.github.io/ig/StructureDefinition/pledged').value"

Instance: VerificationResult-kind
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, kind, token)
* name = "AssuranceKind"
* description = "Assurances by the kind of evidence."
* expression = "VerificationResult.validationProcess"

Instance: VerificationResult-status
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, status, token)
* name = "AssuranceStatus"
* description = "Assurances and pledges by how they stand: req-revalid must be given again soon, reval-fail is over."
* expression = "VerificationResult.status"

Instance: VerificationResult-valid-until
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, valid-until, date)
* name = "AssuranceValidUntil"
* description = "Assurances and pledges by the day on which they are valid no more."
* expression = "VerificationResult.nextScheduled"

Instance: VerificationResult-issuer
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(VerificationResult, issuer, reference)
* name = "AssuranceIssuer"
* description = "Assurances by who issued the evidence, such as the larger organisation of an umbrella."
* expression = "VerificationResult.primarySource.who"
* target[0] = #Organization
* target[1] = #PractitionerRole
* target[2] = #Practitioner
