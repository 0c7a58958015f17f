package io.github.sprigfhir.app.directory.openreferral;

import io.github.sprigfhir.domain.directory.feed.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the runs of imports: what is asked for, how far each has come, and what it found. */
@Component
class Runs {

    static final String DONE = "DONE";
    static final String STOPPED = "STOPPED";

    private static final int MOST_FINDINGS = 2_000;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    Runs(Tables tables) {
        this.database = tables.client();
        this.batches = tables.batches();
    }

    /**
     * One run.
     *
     * @param address of the feed, or the name of the file
     * @param whole whether all of the feed is read, so that what is gone can be told
     * @param retireAll whether whoever asked has said that all may be retired that is gone
     * @param since only what was changed since then is read, where it is not whole
     * @param checkpoint how many pages, or services of a file, are stored already
     */
    record Run(
            long id,
            String feed,
            String address,
            boolean isFile,
            boolean whole,
            boolean retireAll,
            Optional<Instant> since,
            String askedBy,
            int checkpoint,
            int findings) {}

    /** What a batch added to a run. */
    record Progress(int checkpoint, int created, int changed, int unchanged, int refused) {}

    /** Asks for a run of a feed that is read regularly, unless one waits or the last is not long ago. */
    void askIfDue(OpenReferralSettings.Feed feed) {
        database.sql("""
                        with locked as (select pg_advisory_xact_lock(hashtextextended('sprig-feed-ask', 0)))
                        insert into sprig_feed_run (feed, address, whole, since, asked_by)
                        select :feed, :address, whole.due,
                            (select max(started) - interval '10 minutes' from sprig_feed_run
                                where feed = :feed and standing = 'DONE' and content is null),
                            'the settings'
                        from locked, (select not exists (
                            select 1 from sprig_feed_run where feed = :feed and whole and standing = 'DONE'
                            and started > now() - :whole * interval '1 s') as due) as whole
                        where not exists (select 1 from sprig_feed_run where feed = :feed
                            and (ended is null or started > now() - :every * interval '1 s'))
                        """)
                .param("feed", feed.name())
                .param("address", feed.url())
                .param("whole", seconds(feed.wholeEvery()))
                .param("every", seconds(feed.every()))
                .update();
    }

    private static long seconds(Duration duration) {
        return duration.toSeconds();
    }

    /**
     * Asks for a run.
     *
     * @param address of the feed, or the name of the file
     * @param content of the file; none where the feed is read from its address
     */
    long ask(String feed, String address, byte @Nullable [] content, boolean whole, boolean retireAll, String askedBy) {
        return database.sql("""
                        insert into sprig_feed_run (feed, address, content, whole, retire_all, since, asked_by)
                        values (:feed, :address, :content, :whole, :all,
                            (select max(started) - interval '10 minutes' from sprig_feed_run
                                where feed = :feed and standing = 'DONE' and content is null), :by) returning id
                        """)
                .param("feed", feed)
                .param("address", address)
                .param("content", content, Types.BINARY)
                .param("whole", whole)
                .param("all", retireAll)
                .param("by", askedBy)
                .query(Long.class)
                .single();
    }

    /** Runs that are to be begun or gone on with, those that wait longest first. */
    List<Run> open() {
        return database.sql(
                        "select *, content is not null as file from sprig_feed_run where ended is null order by asked, id")
                .query((row, number) -> run(row))
                .list();
    }

    Optional<Run> find(long id) {
        return database.sql("select *, content is not null as file from sprig_feed_run where id = ? and ended is null")
                .param(id)
                .query((row, number) -> run(row))
                .optional();
    }

    byte[] content(Run run) {
        return database.sql("select content from sprig_feed_run where id = ?")
                .param(run.id())
                .query(byte[].class)
                .single();
    }

    void begin(Run run) {
        database.sql("update sprig_feed_run set started = coalesce(started, now()), standing = 'RUNNING' where id = ?")
                .param(run.id())
                .update();
    }

    /** In the transaction of what was stored. */
    void progress(Run run, Progress progress) {
        database.sql("""
                        update sprig_feed_run set checkpoint = greatest(checkpoint, ?), created = created + ?,
                            changed = changed + ?, unchanged = unchanged + ?, refused = refused + ? where id = ?
                        """)
                .params(
                        progress.checkpoint(),
                        progress.created(),
                        progress.changed(),
                        progress.unchanged(),
                        progress.refused(),
                        run.id())
                .update();
    }

    void retired(Run run, int count) {
        database.sql("update sprig_feed_run set retired = retired + ? where id = ?")
                .params(count, run.id())
                .update();
    }

    /** What was found about one service of a feed. */
    record About(String source, Finding finding) {}

    /** Counts all findings, and keeps the first of them. */
    void found(Run run, List<About> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var before = database.sql(
                        "update sprig_feed_run set findings = findings + ? where id = ? returning findings - ?")
                .params(findings.size(), run.id(), findings.size())
                .query(Integer.class)
                .single();
        var rows = new ArrayList<Object[]>();
        for (var about : findings.subList(0, Math.max(0, Math.min(findings.size(), MOST_FINDINGS - before)))) {
            rows.add(new Object[] {
                run.id(),
                before + rows.size() + 1,
                shortened(about.source(), 200),
                about.finding().remark().key(),
                shortened(about.finding().path(), 300),
                shortened(about.finding().text(), 500)
            });
        }
        batches.batchUpdate(
                "insert into sprig_feed_finding (run, number, source, remark, path, text) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Later, after the others that wait. */
    void putOff(Run run) {
        database.sql("update sprig_feed_run set asked = now(), standing = 'WAITING' where id = ?")
                .param(run.id())
                .update();
    }

    void end(Run run, String standing, @Nullable String reason) {
        database.sql("""
                        update sprig_feed_run set ended = now(), standing = ?, reason = ?,
                            content = case when content is null then null else ''::bytea end where id = ?
                        """)
                .params(standing, reason == null ? null : shortened(reason, 500), run.id())
                .update();
    }

    private static String shortened(String text, int most) {
        var plain = text.replace("\0", "");
        return plain.length() > most ? plain.substring(0, most) : plain;
    }

    private static Run run(ResultSet row) throws SQLException {
        var since = row.getObject("since", OffsetDateTime.class);
        return new Run(
                row.getLong("id"),
                row.getString("feed"),
                row.getString("address"),
                row.getBoolean("file"),
                row.getBoolean("whole"),
                row.getBoolean("retire_all"),
                Optional.ofNullable(since).map(OffsetDateTime::toInstant),
                row.getString("asked_by"),
                row.getInt("checkpoint"),
                row.getInt("findings"));
    }
}
