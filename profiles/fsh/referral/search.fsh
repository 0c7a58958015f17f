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
