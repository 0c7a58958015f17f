package io.github.sprigfhir.app.running;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Requests for what this server does not do, or cannot understand. */
final class BadRequests {

    private static final int TERMS = 8_000;

    private BadRequests() {}

    static List<Bad> searches() {
        return List.of(
                Bad.search("an unknown parameter", "Patient?shoesize=9", "bad-request"),
                Bad.search("an unknown modifier", "Patient?family:soundslike=x", "search-parameter"),
                Bad.search("another type's modifier", "Patient?birthdate:exact=1950-01-01", "search-parameter"),
                Bad.search("a reverse chain of nothing", "Patient?_has:::=a", "search-parameter"),
                Bad.search("a reverse chain without end", "Patient?_has:Observation:subject=a", "bad-request"),
                Bad.search(
                        "a reverse chain by an unknown parameter",
                        "Patient?_has:Observation:subject:shoes=a",
                        "bad-request"),
                Bad.search("a chain without end", "Observation?based-on.=a", "search-parameter"),
                Bad.search(
                        "a chain by an unknown parameter",
                        "Observation?based-on:ServiceRequest.shoes=a",
                        "bad-request"),
                Bad.search("a wrong date", "Patient?birthdate=yesterday", "bad-request"),
                Bad.search("a wrong prefix", "Observation?value-quantity=xx7", "bad-request"),
                Bad.search("an absurd number", "Observation?value-quantity=ge1E999999999", "search-parameter"),
                Bad.search("half a composite", "Observation?code-value-quantity=x", "search-parameter"),
                Bad.search("what is missing", "Task?owner:missing=true", "search-parameter"),
                Bad.search("a place that is none", "Location?near=here", "search-parameter"),
                Bad.search("a count below nothing", "Patient?_count=-1", "search-parameter"),
                Bad.search("a count that is no number", "Patient?_count=many", "bad-request"),
                Bad.search("an unknown summary", "Patient?_summary=most", "search-parameter"),
                Bad.search("an unknown include", "Observation?_include=Observation:shoes", "bad-request"),
                Bad.search("an unknown order", "Patient?_sort=shoesize", "bad-request"),
                Bad.search("a NUL", "Patient?family=a%00b", "query-encoding"),
                Bad.search("bytes that are not UTF-8", "Patient?family=%ff%fe", "query-encoding"),
                Bad.search("no type at all", "?name=x", "bad-request"));
    }

    static List<Bad> interactions(String task) {
        var definition = "{\"resourceType\":\"StructureDefinition\",\"id\":\"sprig-patient\"}";
        var someone = "{\"resourceType\":\"Patient\",\"id\":\"chosen\"}";
        var all = new ArrayList<>(List.of(
                asking("an unknown type", "Nonsense", 404, "not-found"),
                asking("a type that is not kept", "Medication", 404, "not-found"),
                asking("an unknown id", "Patient/nobody", 404, "not-found"),
                asking("an unknown version", task + "/_history/99", 404, "not-found"),
                asking("the history of a type", "Patient/_history", 405, "not-supported"),
                asking("the history of everything", "_history", 405, "not-supported"),
                Bad.sent(
                        "a PUT to an unknown id",
                        "PUT",
                        "Patient/chosen",
                        Server.JSON,
                        Person.next().patient().replaceFirst("\\{", "{\"id\":\"chosen\","),
                        405,
                        "server-assigns-ids"),
                Bad.sent(
                        "a PUT of another id",
                        "PUT",
                        task,
                        Server.JSON,
                        "{\"resourceType\":\"Task\",\"id\":\"chosen\"}",
                        400,
                        "bad-request"),
                Bad.sent("a PUT without id", "PUT", "Patient", Server.JSON, someone, 400, "bad-request"),
                Bad.json("a new definition", "StructureDefinition", definition, 405, "not-supported"),
                Bad.sent(
                        "a changed definition",
                        "PUT",
                        "StructureDefinition/sprig-patient",
                        Server.JSON,
                        definition,
                        405,
                        "not-supported"),
                Bad.bytes(
                        "a deleted definition",
                        "DELETE",
                        "StructureDefinition/sprig-patient",
                        BodyPublishers.noBody(),
                        405,
                        Set.of("not-supported")),
                Bad.bytes(
                        "an unknown method", "BREW", "Patient", BodyPublishers.noBody(), 405, Set.of("not-supported")),
                Bad.bytes(
                        "TRACE",
                        "TRACE",
                        "Patient",
                        BodyPublishers.noBody(),
                        405,
                        Set.of("web-server", "not-supported"))));
        Stream.of(
                        "$expunge",
                        "Patient/$expunge",
                        task + "/$expunge",
                        "Patient/$validate",
                        task + "/$meta-add",
                        "$reindex",
                        "ServiceRequest/$export",
                        "$mark-all-resources-for-reindexing",
                        "ValueSet/$invalidate-expansion",
                        "$process-message",
                        "$nonsense")
                .map(path -> Bad.json(path, path, "{\"resourceType\":\"Parameters\"}", 405, "not-supported"))
                .forEach(all::add);
        Stream.of(
                        "$meta",
                        "$get-resource-counts",
                        "Patient/$everything",
                        "Patient/$validate",
                        "ServiceRequest/$export",
                        "$graphql")
                .map(path -> asking("GET " + path, path, 405, "not-supported"))
                .forEach(all::add);
        return all;
    }

    static List<Bad> patches(String task) {
        return List.of(
                Bad.sent(
                        "a JSON Patch that is no list",
                        "PATCH",
                        task,
                        Server.JSON_PATCH,
                        "{\"op\":\"remove\"}",
                        400,
                        "bad-request"),
                Bad.sent(
                        "an unknown operation",
                        "PATCH",
                        task,
                        Server.JSON_PATCH,
                        "[{\"op\":\"x\",\"path\":\"/status\"}]",
                        400,
                        "bad-request"),
                Bad.sent(
                        "a path that leads nowhere",
                        "PATCH",
                        task,
                        Server.JSON_PATCH,
                        "[{\"op\":\"replace\",\"path\":\"/x/1\",\"value\":1}]",
                        400,
                        "bad-request"),
                fhirPathPatch(task, "a broken FHIRPath", "Task.((("),
                fhirPathPatch(task, "8,000 alternatives", "Task.status" + " | Task.status".repeat(TERMS)),
                fhirPathPatch(task, "8,000 terms", "Task.where(true" + " and true".repeat(TERMS) + ").status"),
                fhirPathPatch(
                        task,
                        "8,000 brackets",
                        "Task.where(" + "(".repeat(TERMS) + "true" + ")".repeat(TERMS) + ").status"),
                Bad.sent(
                        "a resource that is no patch",
                        "PATCH",
                        task,
                        Server.JSON,
                        "{\"resourceType\":\"Task\"}",
                        400,
                        "patch-body"),
                Bad.sent(
                        "a broken XML Patch",
                        "PATCH",
                        task,
                        "application/xml-patch+xml",
                        "<diff><remove sel=\"f:Task/f:focus\"/></diff>",
                        400,
                        "patch-path"));
    }

    static List<Bad> bundles() {
        var medication = "{\"resourceType\":\"Medication\"}";
        var definition = "{\"resourceType\":\"Parameters\",\"parameter\":[]}";
        return List.of(
                Bad.json(
                        "a collection",
                        "",
                        "{\"resourceType\":\"Bundle\",\"type\":\"collection\"}",
                        400,
                        "bundle-type"),
                Bad.json("no type", "", "{\"resourceType\":\"Bundle\"}", 400, "bundle-type"),
                Bad.json("no Bundle", "", Person.next().patient(), 400, "bad-request"),
                entry("an entry without request", "{\"resource\":" + medication + "}", 400, "bundle-entry"),
                entry("a NUL in an address", request("GET", "Patient?family=a%00b", ""), 400, "query-encoding"),
                entry("a broken escape in an address", request("GET", "Patient?family=%zz", ""), 400, "query-encoding"),
                entry("an entry without resource", request("POST", "Patient", ""), 400, "bundle-entry"),
                entry(
                        "an entry at another type's address",
                        request("POST", "Task", Person.next().patient()),
                        400,
                        "bundle-entry"),
                entry("a type that is not stored", request("POST", "Medication", medication), 422, "type-not-stored"),
                entry(
                        "a definition deleted",
                        request("DELETE", "StructureDefinition/sprig-patient", ""),
                        400,
                        "not-supported"),
                entry(
                        "a definition patched",
                        request("PATCH", "StructureDefinition/sprig-patient", definition),
                        400,
                        "not-supported"),
                entry(
                        "a PUT to an unknown id",
                        request(
                                "PUT",
                                "Patient/chosen",
                                Person.next().patient().replaceFirst("\\{", "{\"id\":\"chosen\",")),
                        405,
                        "server-assigns-ids"));
    }

    private static Bad asking(String name, String path, int status, String rule, String... headers) {
        return Bad.bytes(name, "GET", path, BodyPublishers.noBody(), status, Set.of(rule), headers);
    }

    private static Bad fhirPathPatch(String task, String name, String path) {
        return Bad.sent(name, "PATCH", task, Server.JSON, Changes.fhirPathDelete(path), 400, "patch-path");
    }

    private static Bad entry(String name, String entry, int status, String rule) {
        return Bad.json(name, "", Changes.bundle("transaction", entry), status, rule);
    }

    private static String request(String method, String url, String resource) {
        return Changes.entry(method, url, resource);
    }
}
