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

Instance: HealthcareService-level
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, level, token)
* name = "ServiceAssuranceLevel"
* description = "Services by the level of need for which they are assured today. There is no at least: list every level that will do."
* expression = "HealthcareService.extension('https://sprig-fhir.github.io/ig/StructureDefinition/service-assurance-level').value"

Instance: HealthcareService-mode
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, mode, token)
* name = "ServiceDeliveryMode"
* description = "Services by how they meet people."
* expression = "HealthcareService.extension('https://sprig-fhir.github.io/ig/StructureDefinition/service-delivery-mode').value"

Instance: HealthcareService-language
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, language, token)
* name = "ServiceLanguage"
* description = "Services by a language in which they are given (BCP 47)."
* expression = "HealthcareService.communication"

Instance: HealthcareService-provision
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, provision, token)
* name = "ServiceProvision"
* description = "Services by whether they are free."
* expression = "HealthcareService.serviceProvisionCode"

Instance: HealthcareService-day
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, day, token)
* name = "ServiceDay"
* description = "Services by a day of the week on which they are open every week. What service-schedule says is not looked at: see open."
* expression = "HealthcareService.availableTime.daysOfWeek"

Instance: HealthcareService-lowest-age
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, lowest-age, number)
* name = "ServiceLowestAge"
* description = "Services by the lowest age in completed years that they are for; 0 where there is no bound."
* expression = "HealthcareService.iif(eligibility.extension('https://sprig-fhir.github.io/ig/StructureDefinition/eligibility-ages').value.low.exists(), eligibility.extension('https://sprig-fhir.github.io/ig/StructureDefinition/eligibility-ages').value.low.value, 0.0)"

Instance: HealthcareService-highest-age
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, highest-age, number)
* name = "ServiceHighestAge"
* description = "Services by the highest age in completed years that they are for; 150 where there is no bound."
* expression = "HealthcareService.iif(eligibility.extension('https://sprig-fhir.github.io/ig/StructureDefinition/eligibility-ages').value.high.exists(), eligibility.extension('https://sprig-fhir.github.io/ig/StructureDefinition/eligibility-ages').value.high.value, 150.0)"

Instance: HealthcareService-text
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, text, special)
* name = "ServiceText"
* description = "Community services that have all of these words in the name, the description, the activities or the needs, or in the name of the place or the organisation. Accents do not count; a word that no service has is mended."
* expression = "HealthcareService.name"

Instance: HealthcareService-near
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, near, special)
* name = "ServiceNear"
* description = "Community services with a place near: latitude|longitude|distance|unit as for Location, or postcode|distance|unit. The unit is km or m, the distance 25 km where it is left out."
* expression = "HealthcareService.name"

Instance: HealthcareService-open
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(HealthcareService, open, special)
* name = "ServiceOpen"
* description = "Community services that are open then, by the clock in the United Kingdom: a day and a time, such as 2026-12-01T18:30, a day alone, or a day of the week with or without a time, such as tue-18:30. What service-schedule says is looked at."
* expression = "HealthcareService.name"

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
