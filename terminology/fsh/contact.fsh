CodeSystem: ContactMode
Id: contact-mode
Title: "Contact mode"
Description: "How a link worker or service and a person are in contact."
* insert OwnCodes
* #in-person "In person" "They meet, but not at the person's home."
* #home-visit "Home visit" "They meet where the person lives."
* #telephone "Telephone" "They speak by telephone."
* #video "Video" "They see and hear each other from afar."
* #message "Message" "They write to each other, and answer."
* #group "Group" "They meet with others who are supported too."

ValueSet: ContactModeVS
Id: contact-mode
Title: "Contact mode"
Description: "Every contact mode."
* insert Published
* include codes from system ContactMode

CodeSystem: Attendance
Id: attendance
Title: "Attendance"
Description: "Whether the person was there, or could be reached, when a contact was to take place."
* insert OwnCodes
* #attended "Attended" "The contact took place."
* #did-not-attend "Did not attend" "The person was not there, or could not be reached, and had not said so before."

ValueSet: AttendanceVS
Id: attendance
Title: "Attendance"
Description: "Whether the person attended."
* insert Published
* include codes from system Attendance

ValueSet: ContactStatusVS
Id: contact-status
Title: "Contact status"
Description: "The statuses of a contact; the other statuses of Encounter are not used. Finished means that its time has passed, whether the person attended or not."
* insert Published
* $EncounterStatus#planned "Planned"
* $EncounterStatus#finished "Finished"
* $EncounterStatus#cancelled "Cancelled"
