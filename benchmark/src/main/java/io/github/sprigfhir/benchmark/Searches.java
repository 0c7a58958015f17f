package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Searches whose results the model can work out, in every form that a search may have. */
final class Searches {

    private static final int FORBIDDEN = 403;
    private static final int WITHHELD = 400;

    private static final Set<String> FOR_ALL = Set.of("_id", "_lastUpdated");

    /** What providers may ask, as the guide's page on the circle of care has it. */
    private static final Map<String, Set<String>> FOR_PROVIDERS = Map.of(
            "Task",
            Set.of(
                    "status",
                    "owner",
                    "due",
                    "review",
                    "identifier",
                    "code",
                    "business-status",
                    "open-pool",
                    "focus",
                    "patient",
                    "authored-on"),
            "ServiceRequest",
            Set.of("status", "patient", "subject", "authored"),
            "Flag",
            Set.of("patient", "subject"),
            "Encounter",
            Set.of("based-on", "date", "identifier", "patient", "status", "subject"),
            "Observation",
            Set.of("based-on", "date", "identifier", "patient", "subject"),
            "Communication",
            Set.of("based-on", "patient", "sent", "subject"),
            "Provenance",
            Set.of("recorded", "target"),
            "Subscription",
            Set.of("status"));

    private static final List<String> ABOUT_SOMEBODY =
            List.of("Task", "ServiceRequest", "Encounter", "Observation", "Flag", "Consent", "Communication", "Goal");

    /** References to the request, by type. */
    private static final Map<String, String> OF_THE_REQUEST =
            Map.of("Task", "focus", "Encounter", "based-on", "Observation", "based-on");

    private final Asking asking;

    Searches(Asking asking) {
        this.asking = asking;
    }

    /**
     * A search.
     *
     * @param parameter what it asks for, without a chain
     */
    private record Search(String type, String parameter, String query, Predicate<Kept> matches) {}

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
        var who = asking.who();
        var options = asking.one(List.of(
                "",
                "&_total=accurate",
                "&_total=accurate&_sort=_lastUpdated",
                "&_summary=count",
                "&_count=2&_total=accurate",
                "&_count=3",
                "&_elements=id",
                "&_summary=true",
                "&_sort=-_id",
                "&_total=accurate&_count=1",
                "&_total=none",
                "&_total=estimate"));
        var query = search.query() + options + (options.contains("_count") ? "" : "&_count=200");
        var isLong =
                asking.view().found(who, search.type()).filter(search.matches()).count() > 60;
        query = isLong ? query.replaceFirst("_count=[123](?!\\d)", "_count=30") : query;
        var call = asking.dice().nextInt(4) == 0
                ? new Call(
                        "POST",
                        "/fhir/%s/_search".formatted(search.type()),
                        query,
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                : Call.of("GET", "/fhir/%s?%s".formatted(search.type(), query));
        if (!Readings.may(who, Act.SEARCH, search.type())) {
            asking.expect(FORBIDDEN, call);
        } else if (isWithheld(search)) {
            asking.expect(WITHHELD, call);
        } else {
            asking.finds(
                    call,
                    asking.view()
                            .found(who, search.type())
                            .filter(search.matches())
                            .map(Kept::address)
                            .toList());
        }
    }

    private boolean isWithheld(Search search) {
        return asking.who().role() == Role.PROVIDER
                && !FOR_ALL.contains(search.parameter())
                && !FOR_PROVIDERS.getOrDefault(search.type(), Set.of()).contains(search.parameter());
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
