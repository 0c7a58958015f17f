package io.github.sprigfhir.benchmark.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An episode told in full: a referral whose one Task was held, resumed and failed after a contact; tests spoil it. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = "\"owner\": {\"reference\": \"HealthcareService/s\"}, ";
    private static final String REASON = "\"statusReason\": {\"text\": \"why\"}, ";

    final List<JsonNode> task = new ArrayList<>(List.of(
            task(1, "requested", ""),
            task(2, "requested", OWNER),
            task(3, "received", OWNER),
            task(4, "accepted", OWNER),
            task(5, "in-progress", OWNER),
            task(6, "on-hold", OWNER + REASON),
            task(7, "in-progress", OWNER + REASON),
            task(8, "failed", OWNER + REASON)));
    final List<JsonNode> root = new ArrayList<>(
            List.of(request(1, "active"), request(2, "on-hold"), request(3, "active"), request(4, "revoked")));
    final List<JsonNode> provenances = new ArrayList<>(List.of(
            provenance("request", "Task/t/_history/1", "ServiceRequest/r/_history/1"),
            provenance("claim", "Task/t/_history/2"),
            provenance("receive", "Task/t/_history/3"),
            provenance("accept", "Task/t/_history/4"),
            provenance("start", "Task/t/_history/5"),
            provenance("hold", "Task/t/_history/6", "ServiceRequest/r/_history/2"),
            provenance("resume", "Task/t/_history/7", "ServiceRequest/r/_history/3"),
            provenance("fail", "Task/t/_history/8", "ServiceRequest/r/_history/4")));
    final List<JsonNode> observations = new ArrayList<>(
            List.of(observation("871731000000106"), observation("1362931000000106"), observation("1362721000000106")));
    final List<JsonNode> communications = new ArrayList<>(List.of(feedback("failed", "PractitionerRole/gp")));
    final List<JsonNode> encounters = new ArrayList<>(List.of(contact("attended")));

    List<Disagreement> broken() {
        return Agreement.broken(records());
    }

    Records records() {
        return new Records(
                List.of(History.of(task)),
                List.of(History.of(root)),
                provenances,
                observations,
                communications,
                encounters);
    }

    static JsonNode task(int version, String status, String more) {
        return json("""
                {"resourceType": "Task", "id": "t", "meta": {"versionId": "%d"}, "status": "%s", %s
                 "requester": {"reference": "PractitionerRole/gp"}, "focus": {"reference": "ServiceRequest/r"}}""".formatted(version, status, more));
    }

    static JsonNode request(int version, String status) {
        return json("""
                {"resourceType": "ServiceRequest", "id": "r", "meta": {"versionId": "%d"}, "status": "%s",
                 "code": {"coding": [{"system": "http://snomed.info/sct", "code": "871731000000106"}]}}""".formatted(version, status));
    }

    static JsonNode provenance(String move, String... targets) {
        return json("""
                {"resourceType": "Provenance", "id": "p", "target": [%s], "activity": {"coding": [
                  {"system": "http://terminology.hl7.org/CodeSystem/v3-DataOperation", "code": "UPDATE"},
                  {"system": "https://sprig-fhir.github.io/ig/CodeSystem/handover-move", "code": "%s"}]}}""".formatted(
                Arrays.stream(targets).map("{\"reference\": \"%s\"}"::formatted).collect(Collectors.joining(", ")),
                move));
    }

    static JsonNode observation(String code) {
        return json("""
                {"resourceType": "Observation", "id": "o", "identifier": [
                  {"system": "https://sprig-fhir.github.io/ig/lifecycle", "value": "r-%s"}]}""".formatted(code));
    }

    static JsonNode feedback(String status, String recipient) {
        return json("""
                {"resourceType": "Communication", "id": "c", "about": [{"reference": "Task/t"}],
                 "category": [{"coding": [
                   {"system": "https://sprig-fhir.github.io/ig/CodeSystem/communication-kind", "code": "feedback"}]}],
                 "reasonCode": [{"coding": [{"system": "http://hl7.org/fhir/task-status", "code": "%s"}]}],
                 "recipient": [{"reference": "%s"}]}""".formatted(status, recipient));
    }

    static JsonNode contact(String attendance) {
        return json("""
                {"resourceType": "Encounter", "id": "e", "status": "finished",
                 "basedOn": [{"reference": "ServiceRequest/r"}], "extension": [
                   {"url": "https://sprig-fhir.github.io/ig/StructureDefinition/attendance",
                    "valueCoding": {"code": "%s"}}]}""".formatted(attendance));
    }

    /** The same with an element set or, where the value is null, taken away. */
    static JsonNode with(JsonNode resource, String element, String value) {
        ObjectNode changed = resource.deepCopy();
        changed.set(element, json(value));
        return changed;
    }

    static JsonNode without(JsonNode resource, String element) {
        ObjectNode changed = resource.deepCopy();
        changed.remove(element);
        return changed;
    }

    static Stream<Disagreement.Kind> kinds(List<Disagreement> disagreements) {
        return disagreements.stream().map(Disagreement::kind).distinct();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException mistake) {
            throw new UncheckedIOException(mistake);
        }
    }
}
