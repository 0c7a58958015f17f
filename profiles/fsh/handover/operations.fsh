Instance: handover-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(ServiceRequest, handover)
* name = "Handover"
* title = "Hand a person over"
* description = "Makes an onward referral and its Task, both or neither. Called on the referral to the link-worker service; called on an onward referral by its service, it refers the person on to another one, and the new onward referral is based on the same referral. The two meet the same rules as in a transaction. Called again with the same identifier, it makes nothing and returns what is there."
* insert Parameter(in, service, 1, 1, Reference, The service to which the person is handed over.)
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/HealthcareService"
* insert Parameter(in, reason, 0, *, CodeableConcept, [[Why, as need categories; those of the referral if none is given.]])
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/need-category"
* insert Parameter(in, firstContact, 1, 1, Coding, Who makes the first contact.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/first-contact"
* insert Parameter(in, returnUntil, 0, 1, date, Until when the person may come back to the link worker.)
* insert Parameter(in, nonAttendanceAction, 1, 1, Coding, What the service does first if the person stops attending.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/non-attendance-action"
* insert Parameter(in, nonAttendance, 0, 1, string, [[What else is agreed for that, in words.]])
* insert Parameter(in, outcomesReturned, 1, 1, boolean, Whether the service records outcomes and returns them.)
* insert Parameter(in, identifier, 1, 1, Identifier, The identifier of the onward referral and of its Task; by it the call is recognised when it is repeated.)
* insert Parameter(in, code, 0, 1, CodeableConcept, [[What kind of onward referral it is; onward-referral if left out.]])
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/onward-referral-code"
* insert Parameter(in, note, 0, 1, string, What else the service should know.)
* insert Parameter(in, replaces, 0, 1, Reference, [[The Task that is re-assigned: it is cancelled, and the new Task is part of it.]])
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/Task"
* insert Parameter(in, requester, 0, 1, Reference, [[Who hands over; whoever makes the call if left out.]])
* insert Parameter(in, overrideBy, 0, 1, Reference, [[Who answers for handing over although the service is assured at a lower level than the risks ask for; given together with overrideReason.]])
* parameter[=].targetProfile = "http://hl7.org/fhir/StructureDefinition/PractitionerRole"
* insert Parameter(in, overrideReason, 0, 1, string, [[Why; given together with overrideBy.]])
* insert Parameter(out, return, 1, 1, Bundle, The onward referral and its Task.)

Instance: return-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(Task, return)
* name = "Return"
* title = "Return a handover"
* description = "Gives a handover back to whoever asked for it, with the reason: one that has not been accepted is rejected, one that has been accepted fails. The moves that lead there are made one by one, so that the history holds each."
* insert Parameter(in, reason, 1, 1, CodeableConcept, Why it is returned.)
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://sprig-fhir.github.io/ig/ValueSet/handover-reason"
* insert Parameter(in, note, 0, 1, string, What whoever asked should know.)
* insert Parameter(out, return, 1, 1, Task, The Task as it ended.)

Instance: escalate-operation
InstanceOf: OperationDefinition
Usage: #definition
* insert OwnOperation(ServiceRequest, escalate)
* name = "Escalate"
* title = "Escalate to the GP"
* description = "For immediate risk: every open Task of the episode ends with the reason escalated-to-gp, and the GP is told. This is a record and a message, not an alarm: whoever sees immediate risk also telephones."
* insert Parameter(in, reason, 1, 1, string, [[What was seen, in words.]])
* insert Parameter(in, requester, 0, 1, Reference, [[Who escalates; whoever makes the call if left out.]])
* insert Parameter(out, return, 1, 1, Bundle, The referral and every Task that ended.)
