// What the systems of the story send, in order. The journey posts these files as they are.

RuleSet: PutEntry(resource, uuid, match)
* entry[+].fullUrl = "urn:uuid:{uuid}"
* entry[=].resource = {resource}
* entry[=].request.method = #PUT
* entry[=].request.url = "{match}"

RuleSet: PostEntry(resource, uuid, type, system, value)
* entry[+].fullUrl = "urn:uuid:{uuid}"
* entry[=].resource = {resource}
* entry[=].request.method = #POST
* entry[=].request.url = "{type}"
* entry[=].request.ifNoneExist = "identifier={system}|{value}"

Instance: example-directory
InstanceOf: Bundle
Title: "Directory"
Description: "Who takes part: sent by the directory's editor, and again whenever something changes."
Usage: #example
* type = #transaction
* insert PutEntry(directory-gp-practice, 5b1c7a10-0000-4000-8000-000000000001, Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001)
* insert PutEntry(directory-network, 5b1c7a10-0000-4000-8000-000000000002, Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|U99001)
* insert PutEntry(directory-charity, 5b1c7a10-0000-4000-8000-000000000003, Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999001)
* insert PutEntry(directory-surgery-site, 5b1c7a10-0000-4000-8000-000000000004, Location?identifier=https://fhir.nhs.uk/Id/ods-site-code|A99001001)
* insert PutEntry(directory-hall, 5b1c7a10-0000-4000-8000-000000000005, Location?identifier=https://riverside-trust.example/id|LOCATION-1)
* insert PutEntry(directory-gp, 5b1c7a10-0000-4000-8000-000000000006, Practitioner?identifier=https://fhir.nhs.uk/Id/sds-user-id|999000000012)
* insert PutEntry(directory-link-worker, 5b1c7a10-0000-4000-8000-000000000007, Practitioner?identifier=https://fhir.nhs.uk/Id/sds-user-id|999000000029)
* insert PutEntry(directory-link-worker-service, 5b1c7a10-0000-4000-8000-000000000008, HealthcareService?identifier=https://dale-link-workers.example/id|SERVICE-1)
* insert PutEntry(directory-walking-group, 5b1c7a10-0000-4000-8000-000000000009, HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1)
* insert PutEntry(directory-gp-role, 5b1c7a10-0000-4000-8000-00000000000a, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013)
* insert PutEntry(directory-link-worker-role, 5b1c7a10-0000-4000-8000-00000000000b, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030)
* insert PutEntry(directory-assurance, 5b1c7a10-0000-4000-8000-00000000000c, VerificationResult?identifier=https://dale-link-workers.example/id|ASSURANCE-1)
* insert PutEntry(directory-choir, 5b1c7a10-0000-4000-8000-00000000000d, HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-2)

* insert PutEntry(directory-other-practice, 5b1c7a10-0000-4000-8000-00000000000e, Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99002)
* insert PutEntry(directory-other-charity, 5b1c7a10-0000-4000-8000-00000000000f, Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999002)
* insert PutEntry(directory-other-gp, 5b1c7a10-0000-4000-8000-000000000010, Practitioner?identifier=https://fhir.nhs.uk/Id/sds-user-id|999000000046)
* insert PutEntry(directory-other-gp-role, 5b1c7a10-0000-4000-8000-000000000011, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000047)
* insert PutEntry(directory-garden-club, 5b1c7a10-0000-4000-8000-000000000012, HealthcareService?identifier=https://hilltop-collective.example/id|SERVICE-1)
* insert PutEntry(directory-service-contact, 5b1c7a10-0000-4000-8000-000000000013, PractitionerRole?identifier=https://riverside-trust.example/id|CONTACT-1)
* insert PutEntry(directory-pledge, 5b1c7a10-0000-4000-8000-000000000014, VerificationResult?identifier=https://riverside-trust.example/id|PLEDGE-1)

Instance: directory-service-contact
InstanceOf: SprigServiceContact
Usage: #inline
* insert AlexAsContact(urn:uuid:5b1c7a10-0000-4000-8000-000000000003, urn:uuid:5b1c7a10-0000-4000-8000-000000000009)

Instance: directory-pledge
InstanceOf: SprigPledge
Usage: #inline
* insert RiversidePledge(urn:uuid:5b1c7a10-0000-4000-8000-000000000003, urn:uuid:5b1c7a10-0000-4000-8000-000000000013)

Instance: directory-gp-practice
InstanceOf: SprigOrganization
Usage: #inline
* insert FellsideSurgery

Instance: directory-network
InstanceOf: SprigOrganization
Usage: #inline
* insert DaleNetwork

Instance: directory-charity
InstanceOf: SprigOrganization
Usage: #inline
* insert RiversideTrust

Instance: directory-surgery-site
InstanceOf: SprigLocation
Usage: #inline
* insert FellsideSite(urn:uuid:5b1c7a10-0000-4000-8000-000000000001)

Instance: directory-hall
InstanceOf: SprigLocation
Usage: #inline
* insert RiversideHall(urn:uuid:5b1c7a10-0000-4000-8000-000000000003)

Instance: directory-gp
InstanceOf: SprigPractitioner
Usage: #inline
* insert RobinFictional

Instance: directory-link-worker
InstanceOf: SprigPractitioner
Usage: #inline
* insert JoSpecimen

Instance: directory-link-worker-service
InstanceOf: SprigLinkWorkerService
Usage: #inline
* insert DaleLinkWorkers(urn:uuid:5b1c7a10-0000-4000-8000-000000000002, urn:uuid:5b1c7a10-0000-4000-8000-000000000004)

Instance: directory-walking-group
InstanceOf: SprigCommunityService
Usage: #inline
* insert WalkingGroup(urn:uuid:5b1c7a10-0000-4000-8000-000000000003, urn:uuid:5b1c7a10-0000-4000-8000-000000000005)

Instance: directory-choir
InstanceOf: SprigCommunityService
Usage: #inline
* insert Choir(urn:uuid:5b1c7a10-0000-4000-8000-000000000003, urn:uuid:5b1c7a10-0000-4000-8000-000000000005)

Instance: directory-gp-role
InstanceOf: SprigReferrer
Usage: #inline
* insert RobinAsReferrer(urn:uuid:5b1c7a10-0000-4000-8000-000000000006, urn:uuid:5b1c7a10-0000-4000-8000-000000000001, urn:uuid:5b1c7a10-0000-4000-8000-000000000004)

Instance: directory-link-worker-role
InstanceOf: SprigLinkWorker
Usage: #inline
* insert JoAsLinkWorker(urn:uuid:5b1c7a10-0000-4000-8000-000000000007, urn:uuid:5b1c7a10-0000-4000-8000-000000000002, urn:uuid:5b1c7a10-0000-4000-8000-000000000008)

Instance: directory-assurance
InstanceOf: SprigAssurance
Usage: #inline
* insert RiversideInsurance(urn:uuid:5b1c7a10-0000-4000-8000-000000000003, urn:uuid:5b1c7a10-0000-4000-8000-000000000002)

Instance: directory-other-practice
InstanceOf: SprigOrganization
Usage: #inline
* insert LakesideSurgery

Instance: directory-other-charity
InstanceOf: SprigOrganization
Usage: #inline
* insert HilltopCollective

Instance: directory-other-gp
InstanceOf: SprigPractitioner
Usage: #inline
* insert SamInvented

Instance: directory-other-gp-role
InstanceOf: SprigReferrer
Usage: #inline
* insert SamAsReferrer(urn:uuid:5b1c7a10-0000-4000-8000-000000000010, urn:uuid:5b1c7a10-0000-4000-8000-00000000000e)

Instance: directory-garden-club
InstanceOf: SprigCommunityService
Usage: #inline
* insert GardenClub(urn:uuid:5b1c7a10-0000-4000-8000-00000000000f)

Instance: OfferBundle
InstanceOf: Bundle
Title: "Offer by the GP system"
Description: "One transaction: the person, and what they are offered."
Usage: #example
* id = "example-offer"
* type = #transaction
* insert PostEntry(offer-patient, 5b1c7a10-0000-4000-8000-000000000401, Patient, https://fhir.nhs.uk/Id/nhs-number, 9990000107)
* insert PostEntry(offer-offer, 5b1c7a10-0000-4000-8000-000000000402, ServiceRequest, https://fellside-surgery.example/id, OFFER-1)

Instance: offer-patient
InstanceOf: SprigPatient
Usage: #inline
* insert MaudExamplewood(Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001)

Instance: offer-offer
InstanceOf: SprigOffer
Usage: #inline
* insert MaudsOffer(urn:uuid:5b1c7a10-0000-4000-8000-000000000401, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013)
* status = #active

Instance: example-gp-referral
InstanceOf: Bundle
Title: "Referral by the GP system"
Description: "One transaction: the person, the consent, the risks, the referral and its handover. Sent twice, it makes nothing twice."
Usage: #example
* type = #transaction
* insert PostEntry(gp-referral-patient, 5b1c7a10-0000-4000-8000-000000000101, Patient, https://fhir.nhs.uk/Id/nhs-number, 9990000107)
* insert PostEntry(gp-referral-consent, 5b1c7a10-0000-4000-8000-000000000102, Consent, https://fellside-surgery.example/id, CONSENT-1)
* insert PostEntry(gp-referral-risk, 5b1c7a10-0000-4000-8000-000000000103, Flag, https://fellside-surgery.example/id, RISK-1)
* insert PostEntry(gp-referral-referral, 5b1c7a10-0000-4000-8000-000000000104, ServiceRequest, https://fellside-surgery.example/id, REFERRAL-1)
* insert PostEntry(gp-referral-handover, 5b1c7a10-0000-4000-8000-000000000105, Task, https://fellside-surgery.example/id, HANDOVER-1)

Instance: gp-referral-patient
InstanceOf: SprigPatient
Usage: #inline
* insert MaudExamplewood(Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001)

Instance: gp-referral-consent
InstanceOf: SprigSharingConsent
Usage: #inline
* insert MaudsSharingConsent(urn:uuid:5b1c7a10-0000-4000-8000-000000000101, Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|A99001, Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|U99001)

Instance: gp-referral-risk
InstanceOf: SprigRisk
Usage: #inline
* insert MaudsRisks(urn:uuid:5b1c7a10-0000-4000-8000-000000000101, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013)

Instance: gp-referral-referral
InstanceOf: SprigReferral
Usage: #inline
* insert MaudsReferral(urn:uuid:5b1c7a10-0000-4000-8000-000000000101, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013, HealthcareService?identifier=https://dale-link-workers.example/id|SERVICE-1, urn:uuid:5b1c7a10-0000-4000-8000-000000000102, urn:uuid:5b1c7a10-0000-4000-8000-000000000103)

Instance: gp-referral-handover
InstanceOf: SprigHandover
Usage: #inline
* insert MaudsHandover(urn:uuid:5b1c7a10-0000-4000-8000-000000000101, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000013, HealthcareService?identifier=https://dale-link-workers.example/id|SERVICE-1, urn:uuid:5b1c7a10-0000-4000-8000-000000000104)

Instance: ContactBundle
InstanceOf: Bundle
Title: "First meeting, by the link worker's app"
Description: "One transaction: the contact, and the goal that was agreed."
Usage: #example
* id = "example-contact"
* type = #transaction
* insert PostEntry(contact-contact, 5b1c7a10-0000-4000-8000-000000000501, Encounter, https://dale-link-workers.example/id, CONTACT-1)
* insert PostEntry(contact-goal, 5b1c7a10-0000-4000-8000-000000000502, Goal, https://dale-link-workers.example/id, GOAL-1)

Instance: contact-contact
InstanceOf: SprigContact
Usage: #inline
* insert MaudsContact(CONTACT-1, Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030, ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1)
* insert MaudsFirstMeeting

Instance: contact-goal
InstanceOf: SprigGoal
Usage: #inline
* insert MaudsGoal(Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1)

Instance: SupportPlanBundle
InstanceOf: Bundle
Title: "Support plan, by the link worker's app"
Description: "One transaction: the plan for the goal that was agreed. It needs the contact to have been sent."
Usage: #example
* id = "example-support-plan"
* type = #transaction
* insert PostEntry(plan-plan, 5b1c7a10-0000-4000-8000-000000000601, CarePlan, https://dale-link-workers.example/id, PLAN-1)

Instance: plan-plan
InstanceOf: SprigSupportPlan
Usage: #inline
* insert MaudsPlan(Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030, ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1, Goal?identifier=https://dale-link-workers.example/id|GOAL-1)

Instance: OnwardReferralBundle
InstanceOf: Bundle
Title: "Onward referral by the link worker's app"
Description: "One transaction: the first outcome measure, the onward referral, its handover, and the consent to it."
Usage: #example
* id = "example-onward-referral"
* type = #transaction
* insert PostEntry(onward-baseline, 5b1c7a10-0000-4000-8000-000000000201, Observation, https://dale-link-workers.example/id, OUTCOME-1)
* insert PostEntry(onward-referral, 5b1c7a10-0000-4000-8000-000000000202, ServiceRequest, https://dale-link-workers.example/id, REFERRAL-1)
* insert PostEntry(onward-handover, 5b1c7a10-0000-4000-8000-000000000203, Task, https://dale-link-workers.example/id, HANDOVER-1)
* insert PostEntry(onward-consent, 5b1c7a10-0000-4000-8000-000000000204, Consent, https://dale-link-workers.example/id, CONSENT-1)

Instance: onward-baseline
InstanceOf: SprigOutcomeOns4
Usage: #inline
* insert MaudsLifeSatisfaction(OUTCOME-1, baseline, Baseline, 2026-09-14, 4, Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030)

Instance: onward-referral
InstanceOf: SprigOnwardReferral
Usage: #inline
* insert MaudsOnwardReferral(Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030, HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1, ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1, urn:uuid:5b1c7a10-0000-4000-8000-000000000204, Flag?identifier=https://fellside-surgery.example/id|RISK-1)

Instance: onward-handover
InstanceOf: SprigHandover
Usage: #inline
* insert MaudsOnwardHandover(Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030, HealthcareService?identifier=https://riverside-trust.example/id|SERVICE-1, urn:uuid:5b1c7a10-0000-4000-8000-000000000202)
* status = #requested

Instance: onward-consent
InstanceOf: SprigSharingConsent
Usage: #inline
* insert MaudsOnwardConsent(Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, Organization?identifier=https://fhir.nhs.uk/Id/ods-organization-code|U99001, Organization?identifier=https://register-of-charities.charitycommission.gov.uk|9999001)
* performer.reference = "Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107"

Instance: example-exit-outcome
InstanceOf: Bundle
Title: "Last outcome, by the link worker's app"
Description: "The outcome measure at the end of the support."
Usage: #example
* type = #transaction
* insert PostEntry(exit-outcome, 5b1c7a10-0000-4000-8000-000000000301, Observation, https://dale-link-workers.example/id, OUTCOME-2)

Instance: exit-outcome
InstanceOf: SprigOutcomeOns4
Usage: #inline
* insert MaudsLifeSatisfaction(OUTCOME-2, exit, Exit, 2026-11-09, 7, Patient?identifier=https://fhir.nhs.uk/Id/nhs-number|9990000107, ServiceRequest?identifier=https://fellside-surgery.example/id|REFERRAL-1, PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030)
