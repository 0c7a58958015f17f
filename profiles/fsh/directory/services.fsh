Extension: ServiceNeed
Id: service-need
Title: "Need that the service meets"
Description: "A need category for which the service offers support."
Context: HealthcareService
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from NeedCategoryVS (required)

Extension: ServiceCapacity
Id: service-capacity
Title: "Capacity"
Description: "Whether the service can take referrals now, how many, and how long people wait."
Context: HealthcareService
* insert Published
* extension contains
    status 1..1 MS and
    places 0..1 MS and
    expectedWait 0..1 MS and
    asOf 0..1 MS
* extension[status] ^short = "Whether the service can take referrals now"
* extension[status].value[x] only Coding
* extension[status].value[x] 1..1
* extension[status].valueCoding from CapacityStatusVS (required)
* extension[places] ^short = "How many more people the service can take"
* extension[places].value[x] only unsignedInt
* extension[places].value[x] 1..1
* extension[expectedWait] ^short = "How long a person is expected to wait"
* extension[expectedWait].value[x] only Duration
* extension[expectedWait].value[x] 1..1
* extension[asOf] ^short = "When this was true"
* extension[asOf].value[x] only dateTime
* extension[asOf].value[x] 1..1

Extension: ServiceAssuranceLevel
Id: service-assurance-level
Title: "Assurance level"
Description: "The level of need for which the service is assured today."
Context: HealthcareService
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from AssuranceLevelVS (required)

Profile: SprigLinkWorkerService
Parent: HealthcareService
Id: sprig-link-worker-service
Title: "Link-worker service"
Description: "A service that receives social prescribing referrals and has link workers."
* insert Published
* insert Identified
* insert AnyService
* category = ServiceCategory#link-worker-service

Profile: SprigCommunityService
Parent: HealthcareService
Id: sprig-community-service
Title: "Community service"
Description: "A voluntary, community or statutory service to which link workers hand over."
* insert Published
* insert Identified
* insert AnyService
* category = ServiceCategory#community-service
* extension contains
    ServiceNeed named need 1..* MS and
    ServiceAssuranceLevel named assuranceLevel 0..1 MS
* eligibility MS
* coverageArea MS
* availableTime MS

RuleSet: AnyService
* active MS
* providedBy 1..1 MS
* category 1..1 MS
* type MS
* location MS
* name 1..1 MS
* telecom MS
* extension contains ServiceCapacity named capacity 0..1 MS
