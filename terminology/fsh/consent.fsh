CodeSystem: RepresentativeAuthority
Id: representative-authority
Title: "Authority of a representative"
Description: "By what right somebody agrees for a person, in the law of England and Wales."
* insert OwnCodes
* #parental-responsibility "Parental responsibility" "They have parental responsibility for the person, who is a child and cannot decide this alone."
* #lasting-power-of-attorney "Lasting power of attorney" "The person has given them a registered lasting power of attorney for health and welfare, and cannot decide this now."
* #court-appointed-deputy "Court-appointed deputy" "The Court of Protection has appointed them deputy for the person's welfare."
* #best-interests "Best-interests decision" "The person cannot decide this, nobody has authority to, and those who care for them have decided in their best interests (Mental Capacity Act 2005, section 4)."

ValueSet: RepresentativeAuthorityVS
Id: representative-authority
Title: "Authority of a representative"
Description: "Every right by which somebody agrees for a person."
* insert Published
* include codes from system RepresentativeAuthority
