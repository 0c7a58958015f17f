package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Somebody's consent to research, as their practice wrote it down.
 *
 * @param practice asks as the practice
 */
record Agreement(FhirServer practice, String consent) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;

    /** Has everybody agree whom a practice referred. */
    static void give(FhirServer practice) throws IOException, InterruptedException {
        var organisation = practice.get("/fhir/Consent?_count=1")
                .at("/entry/0/resource/organization/0/reference")
                .asText();
        for (var person : practice.all("/fhir/Patient?_elements=gender&_count=" + PAGE)) {
            var answer = practice.send(Call.of("POST", "/fhir/Consent", consent(person, organisation)));
            if (answer.statusCode() != 201) {
                throw new IOException("a consent was refused: " + answer.body());
            }
        }
    }

    /** All that a practice wrote down. */
    static List<Agreement> given(FhirServer practice) throws IOException, InterruptedException {
        return practice.all("/fhir/Consent?status=active&_count=" + PAGE).stream()
                .filter(consent -> consent.at("/scope/coding/0/code").asText().equals("research"))
                .map(consent -> new Agreement(practice, consent.path("id").asText()))
                .toList();
    }

    /** Takes it back. */
    void end() throws IOException, InterruptedException {
        var answer = practice.send(
                new Call("PATCH", "/fhir/Consent/" + consent, """
                [{"op": "replace", "path": "/status", "value": "inactive"}]
                """, Map.of("Content-Type", Call.JSON_PATCH)));
        if (answer.statusCode() != 200) {
            throw new IOException("a consent was not taken back: %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private static JsonNode consent(JsonNode person, String organisation) throws IOException {
        var patient = "Patient/" + person.path("id").asText();
        return JSON.readTree(
                """
                {"resourceType": "Consent", "status": "active",
                 "identifier": [{"system": "https://trial.example/consent", "value": "%s"}],
                 "scope": {"coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "research"}]},
                 "category": [{"coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "RSDID"}]}],
                 "patient": {"reference": "%s"}, "performer": [{"reference": "%s"}],
                 "organization": [{"reference": "%s"}], "dateTime": "2026-09-07T10:06:00+01:00",
                 "policyRule": {"coding": [
                    {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "OPTIN"}]},
                 "provision": {"type": "permit", "period": {"start": "2026-09-07"}, "purpose": [
                    {"system": "http://terminology.hl7.org/CodeSystem/v3-ActReason", "code": "HRESCH"}]}}
                """.formatted(patient.substring(patient.indexOf('/') + 1), patient, patient, organisation));
    }
}
