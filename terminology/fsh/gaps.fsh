CodeSystem: ObservationKind
Id: observation-kind
Title: "Kind of observation"
Description: "What an Observation of ours says, where no code of others is known."
* insert OwnCodes
* #unmet-need "Unmet need" "The person needs something for which there was no service that suits."
* #unsuitable "Why nothing suited" "What spoke against the services that there are."

ValueSet: UnmetNeedStatusVS
Id: unmet-need-status
Title: "Status of an unmet need"
Description: "How a statement that a need is unmet stands: it holds while it is final or amended, and counts no more once it is cancelled or was entered in error."
* insert Published
* $ObservationStatus#final "Final"
* $ObservationStatus#amended "Amended"
* $ObservationStatus#cancelled "Cancelled"
* $ObservationStatus#entered-in-error "Entered in Error"

CodeSystem: ReportTerm
Id: report-term
Title: "Term of a report"
Description: "The terms in which reports of measures speak."
* insert OwnCodes
* #area "Area" "Where people live, as the first half of the postcode."
* #unknown "Unknown" "It is not on record."
* #rating "Rating" "How people rate a service, from 1 to 5."
* #recommend "Would recommend" "Whether people would recommend a service."
* #yes "Yes" "They would."
* #no "No" "They would not."
* #others "Others" "The answers are not told one by one, because so few people gave some of them."
* #elsewhere "Elsewhere" "All parts that are not named, together: among them those with so few people that they are not told one by one."
* #age-band "Age band" "How old people were when the referral was made, in years."
* #sex "Sex" "The administrative gender on record."
* #ethnicity "Ethnic category" "By the NHS data dictionary."
* #need "Need" "What people were referred for: the first need that the referral names."
* #provider "Provider" "The link-worker service."
* #referrer "Referrer" "The organisation that referred."
* #mean-before "Mean before" "Mean of the first scores of those who have a later one."
* #mean-after "Mean after" "Mean of their last scores."
* #mean-change "Mean change" "Last less first score, on average."
* #change-low "Lower bound" "Where the 95 % confidence interval of the mean change begins, by Student's t."
* #change-high "Upper bound" "Where it ends."
* #effect-dz "Effect size dz" "Mean change over the standard deviation of the changes."
* #effect-dav "Effect size dav" "Mean change over the mean of the standard deviations before and after."
* #effect-baseline "Effect size at baseline" "Mean change over the standard deviation of the first scores."
* #improved "Improved" "Percent of the paired whose change is for the better, by as much as is held to be reliable where that is known."
* #unchanged "No change" "Percent of the paired who did neither improve nor deteriorate."
* #deteriorated "Deteriorated" "Percent of the paired whose change is for the worse, by as much as is held to be reliable where that is known."
* #no-follow-up "No follow-up" "Percent of the measured who have no later score."

ValueSet: StatisticVS
Id: statistic
Title: "Statistic"
Description: "The figures of a report on change."
* insert Published
* ReportTerm#mean-before "Mean before"
* ReportTerm#mean-after "Mean after"
* ReportTerm#mean-change "Mean change"
* ReportTerm#change-low "Lower bound"
* ReportTerm#change-high "Upper bound"
* ReportTerm#effect-dz "Effect size dz"
* ReportTerm#effect-dav "Effect size dav"
* ReportTerm#effect-baseline "Effect size at baseline"
* ReportTerm#improved "Improved"
* ReportTerm#unchanged "No change"
* ReportTerm#deteriorated "Deteriorated"
* ReportTerm#no-follow-up "No follow-up"
