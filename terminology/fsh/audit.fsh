CodeSystem: AuditEntity
Id: audit-entity
Title: "Audit entity"
Description: "What an entity of an AuditEvent holds, where neither FHIR nor IHE has a code for it."
* insert OwnCodes
* #x-correlation-id "X-Correlation-Id" "The value of the request header X-Correlation-Id, which all requests of one undertaking may share."

CodeSystem: CallerRole
Id: caller-role
Title: "Caller role"
Description: "What whoever calls this server is here, and so what they may see and do at most."
* insert OwnCodes
* #referrer "Referrer" "Sends referrals, and reads what it sent and the feedback on it."
* #link-worker "Link worker" "Works all referrals of its own service."
* #provider "Provider" "Sees the handovers that it owns, and the minimum about those people."
* #researcher "Researcher" "Reads pseudonymised records of people who agreed to it."
* #commissioner "Commissioner" "Reads aggregates, and no records."
* #directory-editor "Directory editor" "Maintains its own organisation's entries of the directory."
* #administrator "Administrator" "Configures the server and reviews the audit; reads no records of people."
* #controller "Controller" "Answers for all records here, and takes them away as a whole; reads none one by one."
