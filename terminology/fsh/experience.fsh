CodeSystem: ExperienceRating
Id: experience-rating
Title: "Rating of an experience"
Description: "How a service was for the person who was handed over to it."
* insert OwnCodes
* #1 "Very poor" "It was very poor."
* #2 "Poor" "It was poor."
* #3 "Neither good nor poor" "It was neither good nor poor."
* #4 "Good" "It was good."
* #5 "Very good" "It was very good."

ValueSet: ExperienceRatingVS
Id: experience-rating
Title: "Rating of an experience"
Description: "Every rating of an experience."
* insert Published
* include codes from system ExperienceRating

ValueSet: ExperienceStatusVS
Id: experience-status
Title: "Status of an experience"
Description: "How an answer stands: it counts while it is completed or amended."
* insert Published
* $QuestionnaireAnswers#completed "Completed"
* $QuestionnaireAnswers#amended "Amended"
* $QuestionnaireAnswers#entered-in-error "Entered in Error"
