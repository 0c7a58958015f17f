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
    waiting 0..1 MS and
    expectedWait 0..1 MS and
    asOf 0..1 MS
* extension[status] ^short = "Whether the service can take referrals now"
* extension[status].value[x] only Coding
* extension[status].value[x] 1..1
* extension[status].valueCoding from CapacityStatusVS (required)
* extension[places] ^short = "How many more people the service can take; each handover takes one"
* extension[places].value[x] only unsignedInt
* extension[places].value[x] 1..1
* extension[waiting] ^short = "How many people are waiting for a place; a service that says a number keeps a list, and each handover that has to wait adds one"
* extension[waiting].value[x] only unsignedInt
* extension[waiting].value[x] 1..1
* extension[expectedWait] ^short = "How long a person is expected to wait"
* extension[expectedWait].value[x] only Duration
* extension[expectedWait].value[x] 1..1
* extension[asOf] ^short = "When this was last confirmed; the server fills it in where it is left out. What was confirmed too long ago is set to unknown"
* extension[asOf].value[x] only dateTime
* extension[asOf].value[x] 1..1

Extension: ServiceAssuranceLevel
Id: service-assurance-level
Title: "Assurance level"
Description: "The level of need for which the service is assured today. The server computes it from the evidence that is valid, and writes it."
Context: HealthcareService
* insert Published
* value[x] only Coding
* value[x] 1..1
* valueCoding from AssuranceLevelVS (required)

Extension: EligibilityAges
Id: eligibility-ages
Title: "Ages"
Description: "The ages in completed years that a service is for, from the lowest to the highest, both included. Without one of them there is no bound on that side."
Context: HealthcareService.eligibility
* insert Published
* value[x] only Range
* value[x] 1..1
* valueRange.low.system = $UCUM
* valueRange.low.code = #a
* valueRange.high.system = $UCUM
* valueRange.high.code = #a

Extension: ServiceDeliveryMode
Id: service-delivery-mode
Title: "Delivery mode"
Description: "How the service and the people it supports are in contact."
Context: HealthcareService
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from ContactModeVS (required)

Extension: ServiceFundingKind
Id: service-funding
Title: "Funding"
Description: "Where the money for the service comes from, as a code, in words, or both."
Context: HealthcareService
* insert Published
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from ServiceFundingVS (extensible)

Extension: ServiceHost
Id: service-host
Title: "Host organisation"
Description: "The organisation that hosts the service for the one that provides it, such as a larger charity for a small group."
Context: HealthcareService
* insert Published
* value[x] only Reference(Organization)
* value[x] 1..1

Extension: ServiceCost
Id: service-cost
Title: "Cost"
Description: "What taking part costs, for whom and when."
Context: HealthcareService
* insert Published
* extension contains
    option 0..1 MS and
    amount 0..1 MS and
    description 0..1 MS and
    valid 0..1 MS
* extension[option] ^short = "For whom, or in which form"
* extension[option].value[x] only string
* extension[option].value[x] 1..1
* extension[amount] ^short = "How much, in pounds unless the currency says otherwise"
* extension[amount].value[x] only Money
* extension[amount].value[x] 1..1
* extension[description] ^short = "What the amount is for, such as one session"
* extension[description].value[x] only string
* extension[description].value[x] 1..1
* extension[valid] ^short = "When this is what it costs"
* extension[valid].value[x] only Period
* extension[valid].value[x] 1..1

Extension: ServiceSchedule
Id: service-schedule
Title: "Schedule"
Description: "When the service takes place, where availableTime cannot say it: every second week, the first Monday of a month, a single day. Times are those of the clock in the United Kingdom (Europe/London)."
Context: HealthcareService
* insert Published
* extension contains
    start 0..1 MS and
    rule 0..1 MS and
    opens 0..1 MS and
    closes 0..1 MS and
    valid 0..1 MS and
    description 0..1 MS
* extension[start] ^short = "The first day; where there is no rule, the only one"
* extension[start].value[x] only date
* extension[start].value[x] 1..1
* extension[rule] ^short = "How it repeats: the value of an RRULE of iCalendar (RFC 5545)"
* extension[rule].value[x] only string
* extension[rule].value[x] 1..1
* extension[opens] ^short = "When it begins"
* extension[opens].value[x] only time
* extension[opens].value[x] 1..1
* extension[closes] ^short = "When it ends"
* extension[closes].value[x] only time
* extension[closes].value[x] 1..1
* extension[valid] ^short = "Between which days the schedule holds"
* extension[valid].value[x] only Period
* extension[valid].value[x] 1..1
* extension[description] ^short = "The same, or what else there is to say, in words"
* extension[description].value[x] only string
* extension[description].value[x] 1..1

Invariant: sprig-schedule-says-when
Severity: #error
Description: "A schedule must have a day to begin with, or words; and one that repeats must have a day to begin with."
Expression: "extension.where(url = 'start').exists() or (extension.where(url = 'description').exists() and extension.where(url = 'rule').empty())"

Extension: RecordDemand
Id: record-demand
Title: "Demanded of a referral"
Description: "A row of the Social Prescribing Information Standard, by its number, that must be on record of a person before the service is asked to help them."
Context: HealthcareService
* insert Published
* value[x] only positiveInt
* value[x] 1..1

Invariant: sprig-row-known
Severity: #error
Description: "A service demands rows that the Social Prescribing Information Standard has: 1 to 355."
Expression: "value <= 355"

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
    ServiceAssuranceLevel named assuranceLevel 0..1 MS and
    ServiceDeliveryMode named deliveryMode 0..* MS and
    ServiceCost named cost 0..* MS and
    ServiceFundingKind named funding 0..* MS and
    ServiceHost named host 0..1 MS and
    ServiceSchedule named schedule 0..* MS
* extension[schedule] obeys sprig-schedule-says-when
* type ^short = "Activities: what people do there"
* comment MS
* comment ^short = "What the service is, in words for the people it is for"
* extraDetails MS
* extraDetails ^short = "What everybody should know at the moment"
* serviceProvisionCode MS
* serviceProvisionCode from ServiceProvisionVS (required)
* eligibility MS
* eligibility.code MS
* eligibility.code from EligibilityKindVS (extensible)
* eligibility.extension contains EligibilityAges named ages 0..1 MS
* eligibility.comment MS
* characteristic MS
* characteristic from ServiceAccessibilityVS (extensible)
* characteristic ^short = "Accessibility"
* communication MS
* communication from http://hl7.org/fhir/ValueSet/all-languages (preferred)
* communication ^short = "Languages in which the service is given"
* referralMethod MS
* appointmentRequired MS
* coverageArea MS
* coverageArea ^short = "The area whose people the service is for; none means that it does not matter where they live"
* availableTime MS
* availableTime ^short = "Every week at these times, by the clock in the United Kingdom"
* notAvailable MS

RuleSet: AnyService
* active MS
* providedBy 1..1 MS
* category 1..1 MS
* type MS
* location MS
* name 1..1 MS
* telecom MS
* extension contains
    ServiceCapacity named capacity 0..1 MS and
    RecordDemand named demand 0..* MS
* extension[demand] obeys sprig-row-known
