package io.github.sprigfhir.app.running;

import java.util.List;
import java.util.UUID;

/** Sends scores of people, as a link worker of the story does. */
final class Scores {

    static final String IG = "https://sprig-fhir.github.io/ig/";
    static final String PHQ9 = "{\"system\": \"http://loinc.org\", \"code\": \"44261-6\"}";
    static final String HAPPINESS =
            "{\"system\": \"%sCodeSystem/outcome-measure\", \"code\": \"ons4-happiness\"}".formatted(IG);

    private static final List<String> FIRST_EIGHT =
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3");

    private final Server sender;
    private final String patient;

    Scores(Server sender, String patient) {
        this.sender = sender;
        this.patient = patient;
    }

    /** The id of a PHQ-9 total that was stored. */
    String phq9(String request, int value, String when) {
        return send(request, "phq-9", PHQ9, value, when, "");
    }

    /** The id of a PHQ-9 total of eight items with one answer and the last with another. */
    String phq9(String request, int each, int last, String when) {
        var items = new StringBuilder(", \"component\": [");
        for (var code : FIRST_EIGHT) {
            items.append(item(code, each)).append(", ");
        }
        return send(
                request,
                "phq-9",
                PHQ9,
                8 * each + last,
                when,
                items.append(item("44260-8", last)).append(']').toString());
    }

    /** The id of an answer to how happy somebody was yesterday. */
    String happiness(String request, int value, String when) {
        return send(request, "ons4", HAPPINESS, value, when, "");
    }

    private static String item(String code, int answer) {
        return "{\"code\": {\"coding\": [{\"system\": \"http://loinc.org\", \"code\": \"%s\"}]}, \"valueInteger\": %d}"
                .formatted(code, answer);
    }

    private String send(String request, String instrument, String code, int value, String when, String items) {
        return sender.post("Observation", """
                {"resourceType": "Observation", "status": "final",
                 "extension": [
                   {"url": "%1$sStructureDefinition/outcome-point", "valueCoding": {"system": "%1$sCodeSystem/outcome-point", "code": "review"}},
                   {"url": "%1$sStructureDefinition/outcome-mode", "valueCoding": {"system": "%1$sCodeSystem/outcome-mode", "code": "self"}}],
                 "identifier": [{"system": "https://dale-link-workers.example/id", "value": "%2$s"}],
                 "basedOn": [{"reference": "%3$s"}],
                 "category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}]}],
                 "code": {"coding": [%4$s]},
                 "subject": {"reference": "%5$s"},
                 "effectiveDateTime": "%6$s",
                 "performer": [{"reference": "PractitionerRole?identifier=https://fhir.nhs.uk/Id/sds-role-profile-id|999000000030"}],
                 "valueQuantity": {"value": %7$d, "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}"},
                 "method": {"coding": [{"system": "%1$sCodeSystem/outcome-instrument", "version": "1", "code": "%8$s"}]}%9$s}
                """.formatted(
                                IG, UUID.randomUUID(), request, code, patient, when, value, instrument, items))
                .hasStatus(201)
                .id();
    }
}
