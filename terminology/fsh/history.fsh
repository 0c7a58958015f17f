ValueSet: ChangeVS
Id: change
Title: "Change"
Description: "What was done to a resource. A move of a handover is said by a second coding, from the code system of handover moves."
* insert Published
* $DataOperation#CREATE "create"
* $DataOperation#UPDATE "revise"
* $DataOperation#DELETE "delete"
