package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.AskedSearch.Search;
import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses searches whose results the model can work out. */
final class Searches {

    private static final int WITHHELD = 400;

    private static final List<String> ABOUT_SOMEBODY =
            List.of("Task", "ServiceRequest", "Encounter", "Observation", "Flag", "Consent", "Communication", "Goal");

    /** References to the request, by type. */
    private static final Map<String, String> OF_THE_REQUEST =
            Map.of("Task", "focus", "Encounter", "based-on", "Observation", "based-on");

    private final Asking asking;

    Searches(Asking asking) {
        this.asking = asking;
    }

    void ids() throws IOException, InterruptedException {
        var type = asking.record().type();
        var some = Stream.generate(asking::record)
                .limit(40)
                .filter(record -> record.type().equals(type))
                .limit(8)
                .map(Kept::id)
                .toList();
        var ids = Stream.concat(some.stream(), Stream.of(asking.nothing())).toList();
        ask(new Search(type, "_id", "_id=" + String.join(",", ids), record -> ids.contains(record.id())));
    }

    void ofSomebody() throws IOException, InterruptedException {
        var type = asking.one(ABOUT_SOMEBODY);
        var person = asking.record().person();
        if (person.isEmpty()) {
            return;
        }
        var parameter = type.equals("Task") || asking.dice().nextBoolean() ? "patient" : "subject";
        if (Set.of("Consent").contains(type)) {
            parameter = "patient";
        }
        var value = asking.one(List.of(person, person.substring(person.indexOf('/') + 1)));
        if (parameter.equals("subject")) {
            value = person;
        }
        ask(new Search(type, parameter, parameter + "=" + value, record -> record.person()
                .equals(person)));
    }

    void byStatus() throws IOException, InterruptedException {
        var type = asking.one(List.of("Task", "ServiceRequest", "Encounter", "Consent"));
        var status = asking.one(List.of(
                "requested",
                "received",
                "in-progress",
                "completed",
                "cancelled",
                "rejected",
                "active",
                "revoked",
                "finished",
                "inactive"));
        ask(new Search(type, "status", "status=" + status, record -> record.at("/status")
                .equals(status)));
    }

    /** Notices to stop among them, which name nobody. */
    void byCategory() throws IOException, InterruptedException {
        var kind = asking.one(List.of("stop", "feedback", "signposting"));
        var category = "https://sprig-fhir.github.io/ig/CodeSystem/communication-kind|" + kind;
        ask(new Search("Communication", "category", "category=" + encoded(category), record -> record.at(
                        "/category/0/coding/0/code")
                .equals(kind)));
    }

    void byParty() throws IOException, InterruptedException {
        var player = asking.one(asking.view().players());
        var party = player.services().isEmpty() || asking.dice().nextBoolean()
                ? player.voice()
                : asking.one(player.services());
        var parameter = asking.one(List.of("owner", "requester"));
        var type = parameter.equals("owner") ? "Task" : asking.one(List.of("Task", "ServiceRequest"));
        ask(new Search(type, parameter, parameter + "=" + party, record -> record.at("/" + parameter + "/reference")
                .equals(party)));
    }

    void byIdentifier() throws IOException, InterruptedException {
        var record = asking.record();
        var system = record.at("/identifier/0/system");
        var value = record.at("/identifier/0/value");
        if (value.isEmpty()) {
            return;
        }
        ask(new Search(
                record.type(),
                "identifier",
                "identifier=" + encoded(system + "|" + value),
                other -> other.at("/identifier/0/system").equals(system)
                        && other.at("/identifier/0/value").equals(value)));
    }

    void all() throws IOException, InterruptedException {
        ask(new Search(asking.record().type(), "_id", "", record -> true));
    }

    void byTarget() throws IOException, InterruptedException {
        var target = asking.record().address();
        ask(new Search("Provenance", "target", "target=" + target, record -> Stream.iterate(0, index -> index + 1)
                .map(index -> record.at("/target/" + index + "/reference"))
                .takeWhile(reference -> !reference.isEmpty())
                .anyMatch(
                        reference -> reference.replaceFirst("/_history/.*", "").equals(target))));
    }

    void byRequest() throws IOException, InterruptedException {
        var type = asking.one(List.copyOf(new java.util.TreeSet<>(OF_THE_REQUEST.keySet())));
        var parameter = OF_THE_REQUEST.getOrDefault(type, "");
        var request = request(asking.record());
        if (!request.isEmpty()) {
            ask(new Search(type, parameter, parameter + "=" + request, record -> request(record)
                    .equals(request)));
        }
    }

    /** From a record to its person, or to its request. */
    void chained() throws IOException, InterruptedException {
        var record = asking.record();
        if (asking.dice().nextBoolean() && OF_THE_REQUEST.containsKey(record.type())) {
            var status = asking.one(List.of("active", "revoked", "completed"));
            var parameter = OF_THE_REQUEST.getOrDefault(record.type(), "");
            chain(new Search(record.type(), parameter, parameter + ":ServiceRequest.status=" + status, other -> at(
                            request(other), "/status")
                    .equals(status)));
            return;
        }
        var number = at(record.person(), "/identifier/0/value");
        if (!number.isEmpty() && ABOUT_SOMEBODY.contains(record.type())) {
            var name = record.type().equals("Task") && asking.dice().nextBoolean()
                    ? "patient.identifier"
                    : "patient:Patient.identifier";
            chain(new Search(
                    record.type(),
                    "patient",
                    name + "=" + encoded("https://fhir.nhs.uk/Id/nhs-number|" + number),
                    other -> at(other.person(), "/identifier/0/value").equals(number)));
        }
    }

    private void chain(Search search) throws IOException, InterruptedException {
        if (asking.who().role() == Role.PROVIDER && Readings.may(asking.who(), Act.SEARCH, search.type())) {
            asking.expect(WITHHELD, Call.of("GET", "/fhir/%s?%s".formatted(search.type(), search.query())));
        } else {
            ask(search);
        }
    }

    static String request(Kept record) {
        return switch (record.type()) {
            case "Task" -> record.at("/focus/reference");
            case "ServiceRequest" -> record.address();
            case "Goal" -> record.at("/addresses/0/reference");
            default -> record.at("/basedOn/0/reference");
        };
    }

    private String at(String address, String place) {
        return asking.view().isKnown(address) ? asking.view().of(address).at(place) : "";
    }

    private void ask(Search search) throws IOException, InterruptedException {
        new AskedSearch(asking).ask(search);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
