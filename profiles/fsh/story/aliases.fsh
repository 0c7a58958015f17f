// Each organisation of the story numbers its own records in a system of its own.
Alias: $Surgery = https://fellside-surgery.example/id
Alias: $LinkWorkers = https://dale-link-workers.example/id
Alias: $Riverside = https://riverside-trust.example/id
Alias: $Hilltop = https://hilltop-collective.example/id
Alias: $Lifecycle = https://sprig-fhir.github.io/ig/lifecycle
Alias: $UnmetNeed = https://sprig-fhir.github.io/ig/unmet-need
Alias: $Feedback = https://sprig-fhir.github.io/ig/feedback
Alias: $SdsUser = https://fhir.nhs.uk/Id/sds-user-id
Alias: $SdsRole = https://fhir.nhs.uk/Id/sds-role-profile-id
Alias: $VerificationStatus = https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland
Alias: $EthnicCategory = https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland
