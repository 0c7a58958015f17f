// In June the GP offers social prescribing, and Maud declines: it is too soon after her sister's death.

RuleSet: MaudsOffer(person, referrer)
* identifier.system = $Surgery
* identifier.value = "OFFER-1"
* category = ReferralCategory#social-prescribing "Social prescribing"
* code = $SCT#871731000000106 "Referral to social prescribing service"
* subject.reference = "{person}"
* authoredOn = "2026-06-08T09:40:00+01:00"
* requester.reference = "{referrer}"
* reasonCode = NeedCategory#bereavement "Bereavement"

Instance: example-offer
InstanceOf: SprigOffer
Title: "Offer, declined"
Description: "What the GP offered Maud in June, and that she did not want it then."
Usage: #example
* insert MaudsOffer(Patient/example-patient, PractitionerRole/example-gp-role)
* status = #revoked
* extension[statusReason].valueCodeableConcept = $BarsReason#26 "Patient choice"
