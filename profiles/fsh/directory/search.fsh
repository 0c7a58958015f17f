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
