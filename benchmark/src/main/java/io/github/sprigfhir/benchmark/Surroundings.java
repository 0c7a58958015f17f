package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Asks for what stands around a resource: what it refers to, what refers to it, and the pages of others. */
final class Surroundings {

    private static final int OK = 200;
    private static final int WITHHELD = 400;

    /** What refers to a person, as it is included backwards. */
    private static final List<String> BACKWARDS = List.of(
            "Task:patient",
            "ServiceRequest:patient",
            "Consent:patient",
            "Flag:patient",
            "Observation:patient",
            "Communication:patient",
            "Encounter:patient",
            "Goal:patient");

    private final Asking asking;

    Surroundings(Asking asking) {
        this.asking = asking;
    }

    void included() throws IOException, InterruptedException {
        var tasks = asking.view().records().stream()
                .filter(address -> address.startsWith("Task/"))
                .toList();
        var task = asking.view().of(asking.one(tasks));
        var call = Call.of(
                "GET",
                "/fhir/Task?_id=%s&_include=Task:focus&_include=Task:patient&_include=Task:owner%s"
                        .formatted(
                                task.id(),
                                asking.one(List.of(
                                        "",
                                        "&_count=1",
                                        "&_total=accurate",
                                        "&_include:iterate=ServiceRequest:based-on"))));
        if (!Readings.may(asking.who(), Act.SEARCH, "Task")) {
            asking.send(call);
            return;
        }
        var reply = asking.finds(call, asking.sees(task) ? List.of(task.address()) : List.of());
        if (asking.sees(task)) {
            includes(call, reply, Stream.of(task.at("/focus/reference"), task.person()));
        }
    }

    private void includes(Call call, Reply reply, Stream<String> addresses) {
        var lacking = new HashSet<>(addresses
                .filter(address -> asking.view().sees(asking.who(), address))
                .filter(address -> !asking.view().of(address).deleted())
                .toList());
        lacking.removeAll(reply.included());
        asking.expect(
                reply.status() != OK || lacking.isEmpty(),
                call,
                reply,
                "not included although the caller sees it: " + lacking);
    }

    void referring() throws IOException, InterruptedException {
        var person = asking.record().person();
        var backwards = asking.one(BACKWARDS);
        var type = backwards.substring(0, backwards.indexOf(':'));
        if (person.isEmpty()) {
            return;
        }
        var record = asking.view().of(person);
        var call = Call.of(
                "GET",
                "/fhir/Patient?_id=%s&_revinclude=%s&_count=200%s"
                        .formatted(
                                record.id(),
                                backwards,
                                asking.one(List.of("", "&_total=accurate", "&_revinclude=Provenance:target"))));
        var who = asking.who();
        if (who.role() == Role.PROVIDER) {
            asking.expect(WITHHELD, call);
        } else if (!Readings.may(who, Act.SEARCH, type) || !Readings.may(who, Act.SEARCH, "Patient")) {
            asking.send(call);
        } else {
            var reply = asking.finds(call, asking.sees(record) ? List.of(person) : List.of());
            if (asking.sees(record)) {
                includes(
                        call,
                        reply,
                        asking.view()
                                .found(who, type)
                                .filter(other -> other.person().equals(person))
                                .map(Kept::address));
            }
        }
    }

    /** The directory leads to nobody's records. */
    void fromTheDirectory() throws IOException, InterruptedException {
        var player = asking.one(asking.view().players());
        var id = player.organisation().substring(player.organisation().indexOf('/') + 1);
        asking.send(Call.of(
                "GET",
                "/fhir/Organization?_id=%s&_revinclude=%s&_revinclude:iterate=Task:patient"
                        .formatted(
                                id,
                                asking.one(List.of(
                                        "Patient:general-practitioner",
                                        "Patient:organization",
                                        "Consent:organization",
                                        "Task:owner",
                                        "ServiceRequest:requester",
                                        "Communication:recipient")))));
    }

    /** Somebody else's page, followed by the caller: it shows what the caller sees. */
    void anothersPage() throws IOException, InterruptedException {
        var other = asking.one(asking.view().players());
        var type =
                asking.one(List.of("Task", "Patient", "ServiceRequest", "Communication", "Provenance", "Observation"));
        var first = asking.send(other, Call.of("GET", "/fhir/%s?_count=2&_sort=-_lastUpdated".formatted(type)));
        if (first.link("next").isPresent()) {
            var path = first.link("next").get();
            var second = asking.send(Call.of("GET", path));
            var whole =
                    asking.view().found(asking.who(), type).map(Kept::address).toList();
            asking.expect(
                    second.status() != OK || whole.containsAll(second.matches()),
                    Call.of("GET", path),
                    second,
                    "somebody else's page shows what is hidden");
            asking.expect(
                    second.status() != OK
                            || second.body().path("total").isMissingNode()
                            || second.body().path("total").asInt() == whole.size(),
                    Call.of("GET", path),
                    second,
                    "somebody else's page counts what is hidden");
        }
    }
}
