Instance: ServiceRequest-need
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(ServiceRequest, need, token)
* name = "ReferralNeed"
* description = "Referrals by the need that they are for."
* expression = "ServiceRequest.reasonCode"
