Alias: $SCT = http://snomed.info/sct
Alias: $UCUM = http://unitsofmeasure.org
Alias: $BarsReason = https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars
Alias: $DataOperation = http://terminology.hl7.org/CodeSystem/v3-DataOperation
Alias: $RequestStatus = http://hl7.org/fhir/request-status
Alias: $EncounterStatus = http://hl7.org/fhir/encounter-status
Alias: $TaskStatus = http://hl7.org/fhir/task-status
Alias: $ServiceProvision = http://terminology.hl7.org/CodeSystem/service-provision-conditions
