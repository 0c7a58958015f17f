// Who takes part in the story. Every person, organisation and number here is made up.

RuleSet: FellsideSurgery
* identifier[odsCode].value = "A99001"
* active = true
* name = "Fellside Example Surgery"
* telecom.system = #phone
* telecom.value = "01632 960001"
* address.line = "1 Example Lane"
* address.city = "Exampleby"
* address.postalCode = "ZZ99 3CZ"

RuleSet: DaleNetwork
* identifier[odsCode].value = "U99001"
* active = true
* name = "Dale Example Primary Care Network"
* telecom.system = #phone
* telecom.value = "01632 960002"

RuleSet: RiversideTrust
* identifier[charityNumber].value = "9999001"
* active = true
* name = "Riverside Example Trust"
* telecom.system = #email
* telecom.value = "hello@riverside-trust.example"

RuleSet: LakesideSurgery
* identifier[odsCode].value = "A99002"
* active = true
* name = "Lakeside Example Surgery"
* telecom.system = #phone
* telecom.value = "01632 960003"
* address.line = "3 Example Quay"
* address.city = "Exampleby"
* address.postalCode = "ZZ99 3VZ"

RuleSet: HilltopCollective
* identifier[charityNumber].value = "9999002"
* active = true
* name = "Hilltop Example Collective"
* telecom.system = #email
* telecom.value = "hello@hilltop-collective.example"

RuleSet: FellsideSite(organization)
* identifier[odsSiteCode].value = "A99001001"
* status = #active
* name = "Fellside Example Surgery, main site"
* address.line = "1 Example Lane"
* address.city = "Exampleby"
* address.postalCode = "ZZ99 3CZ"
* managingOrganization.reference = "{organization}"

RuleSet: RiversideHall(organization)
* identifier.system = $Riverside
* identifier.value = "LOCATION-1"
* status = #active
* name = "Riverside Example Hall"
* address.line = "2 Example Bank"
* address.city = "Exampleby"
* address.postalCode = "ZZ99 3WZ"
* position.longitude = -2.5
* position.latitude = 54.5
* managingOrganization.reference = "{organization}"

RuleSet: RobinFictional
* identifier.system = $SdsUser
* identifier.value = "999000000012"
* name.family = "Fictional"
* name.given = "Robin"
* name.prefix = "Dr"

RuleSet: JoSpecimen
* identifier.system = $SdsUser
* identifier.value = "999000000029"
* name.family = "Specimen"
* name.given = "Jo"

RuleSet: RobinAsReferrer(practitioner, organization, location)
* identifier.system = $SdsRole
* identifier.value = "999000000013"
* active = true
* practitioner.reference = "{practitioner}"
* organization.reference = "{organization}"
* code = Role#referrer "Referrer"
* healthcareService.display = "General practice"
* location.reference = "{location}"
* telecom.system = #phone
* telecom.value = "01632 960001"

RuleSet: JoAsLinkWorker(practitioner, organization, service)
* identifier.system = $SdsRole
* identifier.value = "999000000030"
* active = true
* practitioner.reference = "{practitioner}"
* organization.reference = "{organization}"
* code = Role#link-worker "Link worker"
* healthcareService.reference = "{service}"
* telecom.system = #phone
* telecom.value = "01632 960002"

RuleSet: DaleLinkWorkers(organization, location)
* identifier.system = $LinkWorkers
* identifier.value = "SERVICE-1"
* active = true
* providedBy.reference = "{organization}"
* category = ServiceCategory#link-worker-service "Link-worker service"
* name = "Dale Example Link Workers"
* location.reference = "{location}"
* telecom.system = #phone
* telecom.value = "01632 960002"
* extension[capacity].extension[status].valueCoding = CapacityStatus#available "Available"

RuleSet: WalkingGroup(organization, location)
* identifier.system = $Riverside
* identifier.value = "SERVICE-1"
* active = true
* providedBy.reference = "{organization}"
* category = ServiceCategory#community-service "Community service"
* name = "Riverside Example Walking Group"
* comment = "A gentle walk by the river, tea afterwards. Nobody is left behind."
* location.reference = "{location}"
* telecom.system = #email
* telecom.value = "walks@riverside-trust.example"
* extension[need][0].valueCodeableConcept = NeedCategory#loneliness-isolation "Loneliness and isolation"
* extension[need][1].valueCodeableConcept = NeedCategory#physical-activity "Physical activity"
* extension[capacity].extension[status].valueCoding = CapacityStatus#available "Available"
* extension[capacity].extension[expectedWait].valueDuration = 2 'wk' "weeks"
* extension[assuranceLevel].valueCoding = AssuranceLevel#1 "Low risk"
* extension[deliveryMode].valueCodeableConcept = ContactMode#group "Group"
* extension[funding].valueCodeableConcept = ServiceFunding#grant "Grant"
* serviceProvisionCode = $ServiceProvision#free "Free"
* eligibility[0].code = EligibilityKind#age "Age"
* eligibility[0].extension[ages].valueRange.low = 18 'a' "years"
* eligibility[1].code = EligibilityKind#other "Other"
* eligibility[1].comment = "Adults who can walk a mile."
* characteristic[0] = ServiceAccessibility#assistance-dogs "Assistance dogs"
* characteristic[1] = ServiceAccessibility#public-transport "Public transport"
* communication = urn:ietf:bcp:47#en "English"
* availableTime.daysOfWeek = #tue
* availableTime.availableStartTime = "10:00:00"
* availableTime.availableEndTime = "11:30:00"

RuleSet: Choir(organization, location)
* identifier.system = $Riverside
* identifier.value = "SERVICE-2"
* active = true
* providedBy.reference = "{organization}"
* category = ServiceCategory#community-service "Community service"
* name = "Riverside Example Choir"
* comment = "Songs everybody knows. Come when you like; nobody needs to be referred."
* location.reference = "{location}"
* telecom.system = #email
* telecom.value = "choir@riverside-trust.example"
* extension[need][0].valueCodeableConcept = NeedCategory#loneliness-isolation "Loneliness and isolation"
* extension[need][1].valueCodeableConcept = NeedCategory#arts-culture-nature "Arts, culture and nature"
* extension[cost].extension[option].valueString = "Everybody"
* extension[cost].extension[amount].valueMoney.value = 2
* extension[cost].extension[amount].valueMoney.currency = #GBP
* extension[cost].extension[description].valueString = "for one evening, if you can"
* serviceProvisionCode = $ServiceProvision#cost "Fees apply"
* characteristic = ServiceAccessibility#wheelchair-access "Wheelchair access"
* extension[schedule].extension[start].valueDate = "2026-09-03"
* extension[schedule].extension[rule].valueString = "FREQ=MONTHLY;BYDAY=1TH"
* extension[schedule].extension[opens].valueTime = "19:00:00"
* extension[schedule].extension[closes].valueTime = "20:30:00"
* extension[schedule].extension[description].valueString = "The first Thursday of the month"

RuleSet: GardenClub(organization)
* identifier.system = $Hilltop
* identifier.value = "SERVICE-1"
* active = true
* providedBy.reference = "{organization}"
* category = ServiceCategory#community-service "Community service"
* name = "Hilltop Example Garden Club"
* comment = "Growing vegetables on a shared plot; tools and tea are there."
* telecom.system = #email
* telecom.value = "garden@hilltop-collective.example"
* extension[need][0].valueCodeableConcept = NeedCategory#loneliness-isolation "Loneliness and isolation"
* extension[need][1].valueCodeableConcept = NeedCategory#arts-culture-nature "Arts, culture and nature"
* extension[capacity].extension[status].valueCoding = CapacityStatus#available "Available"
* extension[capacity].extension[asOf].valueDateTime = "2026-09-01"

RuleSet: SamAsReferrer(practitioner, organization)
* identifier.system = $SdsRole
* identifier.value = "999000000047"
* active = true
* practitioner.reference = "{practitioner}"
* organization.reference = "{organization}"
* code = Role#referrer "Referrer"
* healthcareService.display = "General practice"
* telecom.system = #phone
* telecom.value = "01632 960009"

RuleSet: SamInvented
* identifier.system = $SdsUser
* identifier.value = "999000000046"
* name.family = "Invented"
* name.given = "Sam"
* name.prefix = "Dr"

RuleSet: RiversideInsurance(organization, network)
* extension[identifier].valueIdentifier.system = $LinkWorkers
* extension[identifier].valueIdentifier.value = "ASSURANCE-1"
* extension[measure][0].valueCodeableConcept = AssuranceMeasure#insurance "Insurance"
* extension[measure][1].valueCodeableConcept = AssuranceMeasure#safeguarding-dbs "Safeguarding and DBS"
* extension[measure][2].valueCodeableConcept = AssuranceMeasure#data-protection "Data protection"
* extension[measure][3].valueCodeableConcept = AssuranceMeasure#health-safety-risk "Health, safety and risk"
* target.reference = "{organization}"
* status = #validated
* statusDate = "2026-04-01"
* validationProcess = AssuranceEvidence#recorded-conversation "Recorded conversation"
* lastPerformed = "2026-04-01"
* nextScheduled = "2027-04-01"
* primarySource.who.reference = "{network}"
* primarySource.who.display = "Dale Example Link Workers"

RuleSet: AlexAsContact(organization, service)
* identifier.system = $Riverside
* identifier.value = "CONTACT-1"
* active = true
* organization.reference = "{organization}"
* code = Role#service-contact "Service contact"
* healthcareService.reference = "{service}"
* telecom.system = #phone
* telecom.value = "01632 960004"

RuleSet: RiversidePledge(organization, contact)
* extension[identifier].valueIdentifier.system = $Riverside
* extension[identifier].valueIdentifier.value = "PLEDGE-1"
* extension[pledged][0].valueCodeableConcept = Pledge#acknowledge-in-time "Acknowledge in time"
* extension[pledged][1].valueCodeableConcept = Pledge#say-when-full "Say when full"
* extension[pledged][2].valueCodeableConcept = Pledge#policies-in-place "Policies in place"
* target.reference = "{organization}"
* status = #attested
* lastPerformed = "2026-04-02"
* nextScheduled = "2028-04-02"
* attestation.who.reference = "{contact}"
* attestation.onBehalfOf.reference = "{organization}"
* attestation.date = "2026-04-02"

Instance: example-gp-practice
InstanceOf: SprigOrganization
Title: "GP practice"
Description: "The practice at which Maud Examplewood is registered."
Usage: #example
* insert FellsideSurgery

Instance: example-primary-care-network
InstanceOf: SprigOrganization
Title: "Primary care network"
Description: "The home of the link-worker service."
Usage: #example
* insert DaleNetwork

Instance: example-charity
InstanceOf: SprigOrganization
Title: "Charity"
Description: "The charity that runs the walking group."
Usage: #example
* insert RiversideTrust

Instance: example-other-practice
InstanceOf: SprigOrganization
Title: "Another GP practice"
Description: "A practice that has no part in Maud Examplewood's care, and so sees nothing of it."
Usage: #example
* insert LakesideSurgery

Instance: example-other-charity
InstanceOf: SprigOrganization
Title: "Another charity"
Description: "A charity to which Maud Examplewood is not handed over, and so sees nothing of her."
Usage: #example
* insert HilltopCollective

Instance: example-surgery-site
InstanceOf: SprigLocation
Title: "Surgery site"
Description: "Where the practice is, and where link workers see people."
Usage: #example
* insert FellsideSite(Organization/example-gp-practice)

Instance: example-hall
InstanceOf: SprigLocation
Title: "Hall"
Description: "Where the walks start."
Usage: #example
* insert RiversideHall(Organization/example-charity)

Instance: example-gp
InstanceOf: SprigPractitioner
Title: "GP"
Description: "The doctor who refers Maud Examplewood."
Usage: #example
* insert RobinFictional

Instance: example-link-worker
InstanceOf: SprigPractitioner
Title: "Link worker as a person"
Description: "The link worker who works with Maud Examplewood."
Usage: #example
* insert JoSpecimen

Instance: example-gp-role
InstanceOf: SprigReferrer
Title: "GP as a referrer"
Description: "The doctor's role at the practice."
Usage: #example
* insert RobinAsReferrer(Practitioner/example-gp, Organization/example-gp-practice, Location/example-surgery-site)

Instance: example-link-worker-role
InstanceOf: SprigLinkWorker
Title: "Link worker"
Description: "The link worker's role in the link-worker service."
Usage: #example
* insert JoAsLinkWorker(Practitioner/example-link-worker, Organization/example-primary-care-network, HealthcareService/example-link-worker-service)

Instance: example-link-worker-service
InstanceOf: SprigLinkWorkerService
Title: "Link-worker service"
Description: "The service to which the practice refers."
Usage: #example
* insert DaleLinkWorkers(Organization/example-primary-care-network, Location/example-surgery-site)

Instance: example-walking-group
InstanceOf: SprigCommunityService
Title: "Walking group"
Description: "The community service to which the link worker hands over."
Usage: #example
* insert WalkingGroup(Organization/example-charity, Location/example-hall)

Instance: example-garden-club
InstanceOf: SprigCommunityService
Title: "Garden club"
Description: "A community service of the other charity."
Usage: #example
* insert GardenClub(Organization/example-other-charity)

Instance: example-choir
InstanceOf: SprigCommunityService
Title: "Choir"
Description: "The community service of which the link worker only tells Maud."
Usage: #example
* insert Choir(Organization/example-charity, Location/example-hall)

Instance: example-assurance
InstanceOf: SprigAssurance
Title: "Assurance of the charity"
Description: "The link workers have talked the charity through its insurance and safeguarding, and recorded it."
Usage: #example
* insert RiversideInsurance(Organization/example-charity, Organization/example-primary-care-network)

Instance: example-service-contact
InstanceOf: SprigServiceContact
Title: "Contact of the walking group"
Description: "Whom a link worker rings about the walking group."
Usage: #example
* insert AlexAsContact(Organization/example-charity, HealthcareService/example-walking-group)

Instance: example-pledge
InstanceOf: SprigPledge
Title: "Pledge of the charity"
Description: "What the charity promises to those who refer people to it."
Usage: #example
* insert RiversidePledge(Organization/example-charity, PractitionerRole/example-service-contact)
