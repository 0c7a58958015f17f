Instance: Observation-outcome-point
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Observation, outcome-point, token)
* name = "OutcomePoint"
* description = "Outcomes by the point of the episode at which they were measured."
* expression = "Observation.extension('https://sprig-fhir.github.io/ig/StructureDefinition/outcome-point').value"

Instance: Observation-instrument
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Observation, instrument, token)
* name = "OutcomeInstrument"
* description = "Outcomes by the instrument by which they were measured."
* expression = "Observation.method"

Instance: Observation-episode
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Observation, episode, reference)
* name = "OutcomeEpisode"
* description = "Observations of a whole episode: based on the referral that is named, or on an onward referral of the same episode, whichever of them is named. based-on finds those of one request alone. It takes no chain."
* expression = "Observation.basedOn"
* target = #ServiceRequest

Instance: Observation-change
InstanceOf: SearchParameter
Usage: #definition
* insert SearchBy(Observation, change, special)
* name = "OutcomeChange"
* description = "Later outcomes of an episode by what became of the person since the first score of the same kind in that episode: codes of the code system outcome-change, such as reliably-better, with or without the system; several with commas between them. The first score of an episode, and one that stands no more, has no change. The server keeps it; no element of the Observation holds it."
* expression = "Observation.identifier.value"
