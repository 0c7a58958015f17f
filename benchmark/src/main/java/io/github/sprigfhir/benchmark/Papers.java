package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The published examples as one place writes them, filled in for one plan after the other. Thread-safe. */
final class Papers {

    private static final Map<String, String> CLASSES = Map.of("in-person", "AMB", "home-visit", "HH");
    private static final String ATTENDANCE = "https://sprig-fhir.github.io/ig/CodeSystem/attendance";
    private static final List<Coded> ONS4 = List.of(
            Coded.measure("ons4-life-satisfaction", "ONS4 life satisfaction"),
            Coded.measure("ons4-worthwhile", "ONS4 worthwhile"),
            Coded.measure("ons4-happiness", "ONS4 happiness"),
            Coded.measure("ons4-anxiety", "ONS4 anxiety"));

    private final Place place;
    private final ObjectNode offer;
    private final ObjectNode referral;
    private final ObjectNode onward;
    private final JsonNode contact;
    private final JsonNode baseline;
    private final JsonNode exit;
    private final List<String> communityServices;

    Papers(Place place, FhirServer server) throws IOException, InterruptedException {
        this.place = place;
        offer = place.told(server.example("Bundle-example-offer.json"));
        referral = place.told(server.example("Bundle-example-gp-referral.json"));
        onward = place.told(server.example("Bundle-example-onward-referral.json"));
        contact = place.told(server.example("Bundle-example-contact.json"))
                .path("entry")
                .path(0);
        exit = place.told(server.example("Bundle-example-exit-outcome.json"))
                .path("entry")
                .path(0);
        baseline = ((ArrayNode) onward.path("entry")).remove(0);
        var first = task(onward).path("owner").path("reference").asText();
        communityServices = List.of(first, place.choir());
    }

    Caller gp() {
        return new Caller(
                place.client("gp"),
                task(referral).path("requester").path("reference").asText());
    }

    Caller linkWorker() {
        return new Caller(
                place.client("link-worker"),
                task(onward).path("requester").path("reference").asText());
    }

    Caller communityService(Plan plan) {
        return new Caller(place.client("provider"), communityServices.get(plan.service()));
    }

    private static JsonNode task(JsonNode bundle) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asText().equals("Task"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The example has no Task"));
    }

    ObjectNode offer(Plan plan) {
        var bundle = offer.deepCopy();
        bundle.path("entry").forEach(entry -> named(entry, plan, ""));
        person(resource(bundle, 0), plan.person());
        referred(resource(bundle, 1), plan);
        return bundle;
    }

    ObjectNode referral(Plan plan) {
        var bundle = referral.deepCopy();
        bundle.path("entry").forEach(entry -> named(entry, plan, ""));
        person(resource(bundle, 0), plan.person());
        var agreed = resource(bundle, 1);
        agreed.put("dateTime", moment(plan.begun(), 9));
        ((ObjectNode) agreed.path("provision"))
                .putObject("period")
                .put("start", plan.begun().toString())
                .put("end", plan.begun().plusYears(1).toString());
        resource(bundle, 2).putObject("period").put("start", plan.begun().toString());
        referred(resource(bundle, 3), plan);
        resource(bundle, 4).put("authoredOn", moment(plan.begun(), 10));
        return bundle;
    }

    /**
     * The consent to it, the request and its Task.
     *
     * @param of what the referral was stored as: Patient, Consent, Flag, ServiceRequest, Task
     */
    List<JsonNode> onward(Plan plan, List<String> of, LocalDate day) {
        var bundle = onward.deepCopy();
        var request = resource(bundle, 0);
        refer(request.path("subject"), of.get(0));
        refer(request.path("basedOn").path(0), of.get(3));
        refer(request.path("supportingInfo").path(1), of.get(2));
        refer(request.path("performer").path(0), communityService(plan).reference());
        referred(request, plan);
        request.put("authoredOn", moment(day, 15));
        var task = resource(bundle, 1);
        refer(task.path("for"), of.get(0));
        refer(task.path("owner"), communityService(plan).reference());
        task.put("authoredOn", moment(day, 15));
        var agreed = resource(bundle, 2);
        refer(agreed.path("patient"), of.get(0));
        refer(agreed.path("performer").path(0), of.get(0));
        agreed.put("dateTime", moment(day, 14));
        ((ObjectNode) agreed.path("provision")).putObject("period").put("start", day.toString());
        bundle.path("entry").forEach(entry -> named(entry, plan, "-ONWARD"));
        return List.of(
                bundle.path("entry").path(2),
                bundle.path("entry").path(0),
                bundle.path("entry").path(1));
    }

    JsonNode contact(Plan plan, List<String> of, int number) {
        var entry = contact.deepCopy();
        var meeting = (ObjectNode) entry.path("resource");
        var planned = plan.contacts().get(number);
        refer(meeting.path("subject"), of.get(0));
        refer(meeting.path("basedOn").path(0), of.get(3));
        meeting.putObject("period").put("start", moment(plan.begun().plusDays(planned.day()), 11));
        Patches.coding(meeting.path("type").path(0).path("coding").path(0), planned.mode());
        ((ObjectNode) meeting.path("class"))
                .put("code", CLASSES.getOrDefault(planned.mode().code(), "VR"));
        ((ObjectNode) meeting.path("class")).remove("display");
        if (planned.minutes() > 0) {
            ((ObjectNode) meeting.path("length")).put("value", planned.minutes());
        } else {
            meeting.remove("length");
            Patches.coding(
                    meeting.path("extension").path(0).path("valueCoding"),
                    new Coded(ATTENDANCE, "did-not-attend", "Did not attend"));
        }
        // The same example serves twice in one transaction, where no two may have one name.
        ((ObjectNode) entry).remove("fullUrl");
        named(entry, plan, "-" + number);
        return entry;
    }

    /** The four answers to ONS4, one Observation each. */
    List<JsonNode> ons4(Plan plan, List<String> of, boolean atExit, LocalDate day) {
        return IntStream.range(0, ONS4.size())
                .mapToObj(index -> {
                    var entry = (atExit ? exit : baseline).deepCopy();
                    var answer = (ObjectNode) entry.path("resource");
                    refer(answer.path("subject"), of.get(0));
                    refer(answer.path("basedOn").path(0), of.get(3));
                    answer.put("effectiveDateTime", day.toString());
                    Patches.coding(answer.path("code").path("coding").path(0), ONS4.get(index));
                    ((ObjectNode) answer.path("valueQuantity")).put("value", score(plan, index, atExit));
                    ((ObjectNode) entry).remove("fullUrl");
                    named(entry, plan, "-" + index);
                    return entry;
                })
                .toList();
    }

    /** Anxiety is the last, and better when lower. */
    private static int score(Plan plan, int index, boolean atExit) {
        var change = index == ONS4.size() - 1 ? -plan.change() : plan.change();
        return Math.max(0, Math.min(10, plan.before().get(index) + (atExit ? change : 0)));
    }

    private static ObjectNode resource(JsonNode bundle, int index) {
        return (ObjectNode) bundle.path("entry").path(index).path("resource");
    }

    /** Gives what an entry creates the identifier of this episode; a person keeps theirs. */
    private static void named(JsonNode entry, Plan plan, String suffix) {
        var identifier = (ObjectNode) entry.path("resource").path("identifier").path(0);
        var person = entry.path("resource").path("resourceType").asText().equals("Patient");
        identifier.put(
                "value",
                person
                        ? plan.person().nhsNumber()
                        : plan.key() + "-" + identifier.path("value").asText() + suffix);
        ((ObjectNode) entry.path("request"))
                .put(
                        "ifNoneExist",
                        "identifier=%s|%s"
                                .formatted(
                                        identifier.path("system").asText(),
                                        identifier.path("value").asText()));
    }

    private static void person(ObjectNode patient, Plan.Person person) {
        var name = (ObjectNode) patient.path("name").path(0);
        name.put("family", person.family()).putArray("given").add(person.given());
        patient.put("gender", person.gender()).put("birthDate", person.born().toString());
    }

    private static void referred(ObjectNode request, Plan plan) {
        request.put("authoredOn", moment(plan.begun(), 10));
        var reasons = request.putArray("reasonCode");
        plan.needs()
                .forEach(need ->
                        Patches.coding(reasons.addObject().putArray("coding").addObject(), need));
    }

    private static void refer(JsonNode reference, String address) {
        ((ObjectNode) reference).put("reference", address);
    }

    private static String moment(LocalDate day, int hour) {
        return "%sT%02d:00:00Z".formatted(day, hour);
    }
}
