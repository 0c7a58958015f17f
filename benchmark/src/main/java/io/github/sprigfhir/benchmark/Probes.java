package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.util.List;

/** Asks round the corner: what a search may not ask, and what nobody may call. */
final class Probes {

    private static final int REFUSED = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNSUPPORTED = 405;
    private static final String LABEL = "https%3A%2F%2Fsprig-fhir.github.io%2Fig%2FCodeSystem%2Fcircle-of-care%7C";

    private static final List<String> NEVER = List.of(
            "_tag=x",
            "_security=" + LABEL + "provider.1",
            "_security=" + LABEL,
            "_security:not=" + LABEL + "referrer.1",
            "_security:missing=true",
            "_profile=https://sprig-fhir.github.io/ig/StructureDefinition/sprig-patient",
            "_source=x",
            "_text=Qz",
            "_content=Qz",
            "_filter=_id eq 1",
            "_list=x",
            "_contained=true",
            "_has:Provenance:target:recorded=2026",
            "_has:Task:patient:status=requested",
            "_has:Consent:patient:status=active",
            "_has:Task:patient:_has:Provenance:target:recorded=2026",
            "_revinclude=*",
            "_include=*");

    private static final List<String> CHAINS = List.of(
            "patient.organization.name=x",
            "patient.general-practitioner.name=x",
            "patient._has:Task:patient:status=requested",
            "patient._security=" + LABEL + "provider.1",
            "patient._tag=x");

    private static final List<String> MASKED = List.of(
            "family=Qz",
            "birthdate=1948-03-07",
            "address=Qz",
            "gender=female",
            "name:contains=Qz",
            "identifier=https://fhir.nhs.uk/Id/nhs-number%7C",
            "identifier:missing=false",
            "general-practitioner:missing=false",
            "organization:missing=true",
            "_sort=birthdate",
            "_sort=family");

    private static final List<String> NOWHERE = List.of(
            "$everything",
            "$meta",
            "$expunge",
            "$validate",
            "$diff",
            "$meta-add",
            "$meta-delete",
            "$graphql",
            "$export",
            "$document",
            "$lastn",
            "$process-message",
            "$member-match",
            "$merge",
            "$purge-history");

    private final Asking asking;

    Probes(Asking asking) {
        this.asking = asking;
    }

    void never() throws IOException, InterruptedException {
        var record = asking.record();
        var chain = List.of("Task", "Observation", "Encounter").contains(record.type())
                && asking.dice().nextBoolean();
        refused(
                record.type(),
                (chain ? asking.one(CHAINS) : asking.one(NEVER)).replace(" ", "%20")
                        + asking.one(List.of("", "&_id=" + record.id(), "&_summary=count", "&_total=accurate")));
    }

    /** Conditions on what a provider is not shown; everybody else may ask them of what they see. */
    void masked() throws IOException, InterruptedException {
        var query = asking.one(MASKED)
                + asking.one(List.of("", "&_id=" + asking.record().id(), "&_summary=count"));
        if (asking.who().role() == Role.PROVIDER) {
            refused("Patient", query);
        } else {
            asking.send(Call.of("GET", "/fhir/Patient?" + query));
        }
    }

    private void refused(String type, String query) throws IOException, InterruptedException {
        var call = Call.of("GET", "/fhir/%s?%s".formatted(type, query));
        var reply = asking.send(call);
        var status = Readings.may(asking.who(), Act.SEARCH, type) ? REFUSED : FORBIDDEN;
        // The library knows of _contained, and refuses it before anybody else does.
        var isUnsupported = query.startsWith("_contained") && reply.status() == UNSUPPORTED;
        asking.expect(
                reply.status() == status || isUnsupported,
                call,
                reply,
                "status %d, not %d".formatted(reply.status(), status));
    }

    /** Operations of others, histories of types and of all: nothing comes of them, and nothing is told. */
    void nowhere() throws IOException, InterruptedException {
        var record = asking.record();
        var name = asking.one(NOWHERE);
        var method = asking.one(List.of("GET", "POST"));
        var at = asking.one(List.of("", "", "/" + record.type(), "/" + record.type()));
        var call = Call.of(method, "/fhir" + at + "/" + name);
        var reply = asking.send(call);
        asking.expect(reply.status() >= REFUSED, call, reply, "an operation that nobody has was answered");
        asking.likeNothing(record.id(), id -> Call.of(method, "/fhir/%s/%s/%s".formatted(record.type(), id, name)));
    }

    void histories() throws IOException, InterruptedException {
        var call = Call.of(
                "GET",
                "/fhir"
                        + asking.one(List.of(
                                "/_history",
                                "/Patient/_history",
                                "/Task/_history",
                                "/Provenance/_history",
                                "",
                                "/Binary/1",
                                "/Basic",
                                "/Bundle"))
                        + asking.one(List.of("", "?_count=5", "?_since=2026-01-01T00:00:00Z", "?_summary=count")));
        var reply = asking.send(call);
        asking.expect(
                reply.status() >= REFUSED || reply.body().path("total").asInt() == 0,
                call,
                reply,
                "a history of everything was answered");
    }

    /** The audit is the administrator's alone, and names nobody. */
    void audit() throws IOException, InterruptedException {
        var call = Call.of(
                "GET", "/fhir/AuditEvent?_count=20&entity=" + asking.record().address());
        var reply = asking.send(call);
        asking.expect(
                asking.who().role() == Role.ADMINISTRATOR ? reply.status() == 200 : reply.status() == 403,
                call,
                reply,
                "the audit was shown to the wrong one, or not to the right one");
    }
}
