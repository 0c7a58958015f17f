package io.github.sprigfhir.app.directory.openreferral;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what of each feed is stored where, and each service's document as its feed sent it. */
@Component
class SourceTable {

    /** What a service that was retired was mapped to: never the same as what it is mapped to again. */
    private static final String RETIRED = "retired";

    /** In place of what it was mapped to: the record is kept by others here, and no feed changes it. */
    static final String GIVEN = "given";

    private final JdbcClient database;
    private final JdbcTemplate batches;

    SourceTable(Tables tables) {
        this.database = tables.client();
        this.batches = tables.batches();
    }

    /**
     * Where a source is stored.
     *
     * @param address such as {@code Location/42}
     * @param digest of what it was last mapped to
     */
    record Stored(String address, String digest) {}

    /**
     * What is known of a service's document.
     *
     * @param seen the run that last saw it
     * @param modified when its feed last changed it, in the feed's own words
     */
    record Known(String address, String digest, long seen, boolean gone, Optional<String> modified) {}

    Map<Source, Stored> stored(String feed, Collection<Source> sources) {
        var all = new HashMap<Source, Stored>();
        database.sql("""
                        select kind, source, resource, digest from sprig_feed_source
                        where feed = :feed and (kind, source) in
                            (select * from unnest(cast(:kinds as varchar[]), cast(:sources as varchar[])))
                        """)
                .param("feed", feed)
                .param(
                        "kinds",
                        sources.stream().map(source -> source.kind().name()).toArray(String[]::new))
                .param("sources", sources.stream().map(Source::id).toArray(String[]::new))
                .query((row, number) -> all.put(
                        new Source(Source.Kind.valueOf(row.getString(1)), row.getString(2)),
                        new Stored(row.getString(3), row.getString(4))))
                .list();
        return all;
    }

    void store(String feed, Map<Source, Stored> stored) {
        batches.batchUpdate(
                """
                insert into sprig_feed_source (feed, kind, source, resource, digest) values (?, ?, ?, ?, ?)
                on conflict (feed, kind, source) do update set resource = excluded.resource, digest = excluded.digest
                """,
                stored.entrySet().stream()
                        .map(one -> new Object[] {
                            feed,
                            one.getKey().kind().name(),
                            one.getKey().id(),
                            one.getValue().address(),
                            one.getValue().digest()
                        })
                        .toList());
    }

    Map<String, Known> known(String feed, Collection<String> ids) {
        var all = new HashMap<String, Known>();
        database.sql("""
                        select source, resource, digest, seen, gone, document ->> 'last_modified'
                        from sprig_feed_document where feed = ? and source = any(?)
                        """)
                .params(feed, ids.toArray(String[]::new))
                .query((row, number) -> all.put(
                        row.getString(1),
                        new Known(
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getBoolean(5),
                                Optional.ofNullable(row.getString(6)))))
                .list();
        return all;
    }

    /** A service's document, as it is kept. */
    record Kept(Mapped mapped, String address, String digest) {}

    void keep(String feed, List<Kept> documents, long run) {
        batches.batchUpdate(
                """
                insert into sprig_feed_document (feed, source, resource, document, digest, seen)
                values (?, ?, ?, cast(? as json), ?, ?)
                on conflict (feed, source) do update set resource = excluded.resource,
                    document = excluded.document, digest = excluded.digest, seen = excluded.seen, gone = false
                """,
                documents.stream()
                        .map(kept -> new Object[] {
                            feed,
                            kept.mapped().id(),
                            kept.address(),
                            Json.write(kept.mapped().document()),
                            kept.digest(),
                            run
                        })
                        .toList());
    }

    void see(String feed, Collection<String> ids, long run) {
        if (!ids.isEmpty()) {
            database.sql("update sprig_feed_document set seen = ? where feed = ? and source = any(?)")
                    .params(run, feed, ids.toArray(String[]::new))
                    .update();
        }
    }

    long countListed(String feed) {
        return database.sql("select count(*) from sprig_feed_document where feed = ? and not gone")
                .param(feed)
                .query(Long.class)
                .single();
    }

    long countUnseen(String feed, long run) {
        return database.sql("select count(*) from sprig_feed_document where feed = ? and not gone and seen < ?")
                .params(feed, run)
                .query(Long.class)
                .single();
    }

    /** Addresses of services that a run did not see. */
    List<String> unseen(String feed, long run, int most) {
        return database.sql("select resource from sprig_feed_document where feed = ? and not gone and seen < ? limit ?")
                .params(feed, run, most)
                .query(String.class)
                .list();
    }

    void retire(String feed, Collection<String> addresses) {
        var all = addresses.toArray(String[]::new);
        database.sql("update sprig_feed_document set gone = true where feed = ? and resource = any(?)")
                .params(feed, all)
                .update();
        database.sql("update sprig_feed_source set digest = ? where feed = ? and resource = any(?)")
                .params(RETIRED, feed, all)
                .update();
    }
}
