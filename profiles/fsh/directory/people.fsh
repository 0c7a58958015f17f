Profile: SprigPractitioner
Parent: Practitioner
Id: sprig-practitioner
Title: "Practitioner"
Description: "A referrer or link worker as a person; what they do, and for whom, is in their role."
* insert Published
* insert Identified
* name 1..* MS
* telecom MS

RuleSet: GradeAndTeam
* specialty MS
* telecom MS
* extension contains
    GradeExtension named grade 0..1 MS and
    TeamExtension named team 0..1 MS

Profile: SprigLinkWorker
Parent: PractitionerRole
Id: sprig-link-worker
Title: "Link worker"
Description: "A link worker of a link-worker service."
* insert Published
* insert Identified
* active MS
* practitioner MS
* organization 1..1 MS
* code 1..1 MS
* code = Role#link-worker
* healthcareService MS
* insert GradeAndTeam

Profile: SprigReferrer
Parent: PractitionerRole
Id: sprig-referrer
Title: "Referrer"
Description: "Whoever refers people to a link-worker service, in the role in which they do so: any PractitionerRole that is neither a link worker's nor a service contact's."
* insert Published
* insert Identified
* active MS
* practitioner MS
* organization 1..1 MS
* code 1..* MS
* code ^short = "What the referrer works as; Sprig's own code 'referrer' where nothing more exact is known"
* healthcareService MS
* healthcareService ^short = "The service in which they refer: one of the directory, or its name as display"
* insert GradeAndTeam

Profile: SprigServiceContact
Parent: PractitionerRole
Id: sprig-service-contact
Title: "Service contact"
Description: "Somebody who answers for a service: whom a link worker rings."
* insert Published
* insert Identified
* active MS
* practitioner MS
* organization 1..1 MS
* code 1..1 MS
* code = Role#service-contact
* healthcareService 1..* MS
* telecom MS
