Profile: SprigProvenance
Parent: Provenance
Id: sprig-provenance
Title: "Provenance"
Description: "Who changed something, for which organisation, when, and what they did. The server writes it with each change."
* insert Published
* target MS
* target ^short = "The version that came of the change"
* recorded MS
* activity 1..1 MS
* activity from ChangeVS (required)
* activity ^short = "Created, revised or deleted; a move of a handover as a second coding"
* agent MS
* agent.who MS
* agent.onBehalfOf MS
