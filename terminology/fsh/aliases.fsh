Alias: $SCT = http://snomed.info/sct
Alias: $UCUM = http://unitsofmeasure.org
Alias: $BarsReason = https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars
Alias: $TaskStatus = http://hl7.org/fhir/task-status
