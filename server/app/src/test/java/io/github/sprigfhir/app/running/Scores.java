package io.github.sprigfhir.app.running;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sends scores of people, as a link worker of the story does. */
final class Scores {

    static final String IG = "https://sprig-fhir.github.io/ig/";

    private static final String LOINC = "http://loinc.org";
    private static final String PHQ9 = coding(LOINC, "44261-6", "");
    private static final List<String> PHQ9_ITEMS =
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8");

    private final Server sender;
    private final String patient;

    Scores(Server sender, String patient) {
        this.sender = sender;
        this.patient = patient;
    }

    /** The id of a PHQ-9 total that was stored. */
    String phq9(String request, int value, String when) {
        return send(request, "phq-9", PHQ9, when, value(String.valueOf(value)));
    }

    /** The id of a PHQ-9 total of eight items with one answer and the last with another. */
    String phq9(String request, int each, int last, String when) {
        var answers = phq9Items(each, each, each, each, each, each, each, each, last);
        return send(request, "phq-9", PHQ9, when, value(String.valueOf(8 * each + last)) + answers);
    }

    /** The id of an answer to how happy somebody was yesterday. */
    String happiness(String request, int value, String when) {
        return ons4(request, "ons4-happiness", value, when);
    }

    /** The id of an answer to one of the four questions on well-being. */
    String ons4(String request, String question, int value, String when) {
        var code = coding(IG + "CodeSystem/outcome-measure", question, "");
        return send(request, "ons4", code, when, value(String.valueOf(value)));
    }

    private String send(String request, String instrument, String code, String when, String elements) {
        var method = coding(IG + "CodeSystem/outcome-instrument", instrument, "1");
        return sender.post("Observation", observation(request, patient, method, code, when, elements))
                .hasStatus(201)
                .id();
    }

    /**
     * A score in JSON.
     *
     * @param elements its value and its items, each with a comma after it
     */
    static String observation(
            String request, String patient, String method, String code, String when, String elements) {
        return """
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
                 %7$s
                 "method": {"coding": [%8$s]}}
                """.formatted(IG, UUID.randomUUID(), request, code, patient, when, elements, method);
    }

    static String coding(String system, String code, String version) {
        var versioned = version.isEmpty() ? "" : "\"version\": \"%s\", ".formatted(version);
        return "{\"system\": \"%s\", %s\"code\": \"%s\"}".formatted(system, versioned, code);
    }

    static String value(String number) {
        return """
                "valueQuantity": {"value": %s, "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}"},""".formatted(number);
    }

    /** The items of a PHQ-9. */
    static String phq9Items(int... answers) {
        var codesAndAnswers = IntStream.range(0, answers.length)
                .boxed()
                .flatMap(at -> Stream.<Object>of(PHQ9_ITEMS.get(at), answers[at]))
                .toArray();
        return components(LOINC, codesAndAnswers);
    }

    /** Items with whole numbers as answers. */
    static String components(String system, Object... codesAndAnswers) {
        return IntStream.range(0, codesAndAnswers.length / 2)
                .mapToObj(at -> String.format(
                        Locale.ROOT,
                        "{\"code\": {\"coding\": [{\"system\": \"%s\", \"code\": \"%s\"}]}, \"valueInteger\": %s}",
                        system,
                        codesAndAnswers[2 * at],
                        codesAndAnswers[2 * at + 1]))
                .collect(Collectors.joining(", ", "\"component\": [", "],"));
    }
}
