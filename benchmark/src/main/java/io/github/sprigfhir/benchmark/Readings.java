package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.access.Permissions;
import io.github.sprigfhir.domain.access.Reach;
import java.io.IOException;
import java.util.List;

/** Asks for one resource, by every way that there is, and for several at once. */
final class Readings {

    private static final int OK = 200;
    private static final int UNCHANGED = 304;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final Asking asking;

    Readings(Asking asking) {
        this.asking = asking;
    }

    static boolean may(Player who, Act act, String type) {
        return Permissions.of(who.role(), act, Kind.ofType(type).orElse(Kind.DEFINITION)) != Reach.NONE;
    }

    /** What a read of a record must get. */
    private int status(Kept record) {
        if (!may(asking.who(), Act.READ, record.type())) {
            return FORBIDDEN;
        }
        if (!asking.sees(record)) {
            return NOT_FOUND;
        }
        return record.deleted() ? GONE : OK;
    }

    void read() throws IOException, InterruptedException {
        var record = asking.record();
        var suffix =
                asking.one(List.of("", "", "", "?_summary=true", "?_elements=id", "?_format=json", "?_summary=data"));
        ask(record, "", suffix, status(record));
    }

    void version() throws IOException, InterruptedException {
        var record = asking.record();
        var first = status(record) == GONE ? OK : status(record);
        ask(record, "/_history/1", "", first);
    }

    void history() throws IOException, InterruptedException {
        var record = asking.record();
        var suffix = asking.one(List.of("", "?_count=1", "?_summary=count", "?_since=2026-01-01T00:00:00Z"));
        ask(record, "/_history", suffix, status(record) == GONE ? OK : status(record));
    }

    private void ask(Kept record, String more, String suffix, int status) throws IOException, InterruptedException {
        var call = Call.of("GET", "/fhir/" + record.address() + more + suffix);
        if (status == NOT_FOUND || status == FORBIDDEN) {
            var reply = asking.likeNothing(
                    record.id(), id -> Call.of("GET", "/fhir/" + record.type() + "/" + id + more + suffix));
            asking.expect(reply.status() == status, call, reply, "status %d, not %d".formatted(reply.status(), status));
            return;
        }
        var reply = asking.expect(status, call);
        asking.expect(
                status == GONE
                        || more.contains("history")
                        || reply.body().path("id").asText().equals(record.id()),
                call,
                reply,
                "another resource than was asked for");
    }

    /** A condition must not tell that something is there. */
    void conditional() throws IOException, InterruptedException {
        var record = asking.record();
        var version = asking.one(List.of("W/\"1\"", "W/\"2\"", "*"));
        var status = status(record);
        if (status == OK) {
            var now = asking.expect(OK, Call.of("GET", "/fhir/" + record.address()));
            var etag = "W/\"%s\"".formatted(now.body().at("/meta/versionId").asText());
            asking.expect(UNCHANGED, Call.of("GET", "/fhir/" + record.address()).with("If-None-Match", etag));
        } else if (status != GONE) {
            asking.likeNothing(record.id(), id -> Call.of("GET", "/fhir/" + record.type() + "/" + id)
                    .with("If-None-Match", version)
                    .with("If-Modified-Since", "Sat, 01 Jan 2050 00:00:00 GMT"));
        }
    }

    /** What everybody may read, and nobody is to be denied. */
    void directory() throws IOException, InterruptedException {
        var player = asking.one(asking.view().players());
        asking.expect(OK, Call.of("GET", "/fhir/" + asking.one(List.of(player.organisation(), player.voice()))));
    }

    /** Several reads in one Bundle: each entry as if it had come alone. */
    void several() throws IOException, InterruptedException {
        var records = java.util.stream.Stream.generate(asking::record)
                .limit(2 + asking.dice().nextInt(4))
                .toList();
        var bundle = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("type", asking.one(List.of("batch", "transaction")));
        for (var record : records) {
            bundle.withArray("entry")
                    .addObject()
                    .putObject("request")
                    .put("method", "GET")
                    .put("url", record.address());
        }
        var call = Call.of("POST", "/fhir", bundle);
        var reply = asking.send(call);
        // Of a transaction, one entry that is forbidden forbids it all.
        if (reply.status() != OK) {
            asking.expect(
                    records.stream().anyMatch(record -> status(record) != OK),
                    call,
                    reply,
                    "refused although each entry may be read");
            return;
        }
        var entries = reply.entries().toList();
        for (var index = 0; index < records.size(); index++) {
            var record = records.get(index);
            var got = entries.get(index).at("/response/status").asText().replaceFirst(" .*", "");
            asking.expect(
                    got.equals(String.valueOf(status(record))),
                    call,
                    reply,
                    "entry %d has status %s, not %d".formatted(index, got, status(record)));
        }
    }
}
