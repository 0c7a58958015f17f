Instance: ServiceRequest-need
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(ServiceRequest, need, token)
* name = "ReferralNeed"
* description = "Referrals by the need that they are for."
* expression = "ServiceRequest.reasonCode"

Instance: Goal-addresses
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Goal, addresses, reference)
* name = "GoalAddresses"
* description = "Goals by the referral that they belong to."
* expression = "Goal.addresses"
* target = #ServiceRequest

Instance: CarePlan-referral
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(CarePlan, referral, reference)
* name = "SupportPlanReferral"
* description = "Support plans by the referral that they belong to."
* expression = "CarePlan.supportingInfo.where(type = 'ServiceRequest')"
* target = #ServiceRequest

Instance: CarePlan-review
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(CarePlan, review, date)
* name = "SupportPlanReview"
* description = "Support plans by the day by which the person and the link worker look at them again."
* expression = "CarePlan.extension('https://sprig-fhir.github.io/ig/StructureDefinition/review-by').value"
