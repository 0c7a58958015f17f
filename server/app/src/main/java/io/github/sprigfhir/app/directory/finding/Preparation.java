package io.github.sprigfhir.app.directory.finding;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.directory.postcodes.PostcodeLoader;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes ready what services are found by, when the server starts: the postcodes, and the index where there is none of
 * this version yet. That takes minutes for a large directory; the server does everything else meanwhile.
 */
@Component
class Preparation implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    /** Of the index; to be raised with each change to what it holds or how it is read. */
    private static final int VERSION = 1;

    private static final int AT_ONCE = 100;
    private static final Duration START_WAITS = Duration.ofSeconds(5);

    private final FindingSettings settings;
    private final PostcodeLoader postcodes;
    private final IndexKeeper keeper;
    private final Store store;
    private final JdbcTemplate database;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "sprig-finding"));
    private volatile boolean running;
    private volatile boolean ready;

    Preparation(
            FindingSettings settings,
            PostcodeLoader postcodes,
            IndexKeeper keeper,
            Store store,
            DataSource database,
            Clock clock) {
        this.settings = settings;
        this.postcodes = postcodes;
        this.keeper = keeper;
        this.store = store;
        this.database = new JdbcTemplate(database);
        this.clock = clock;
    }

    /** 503 as long as there is no index to be asked. */
    void refuseUntilReady() {
        if (!ready) {
            throw Refusals.unavailable(new Problem(
                    IssueSeverity.ERROR,
                    IssueType.TRANSIENT,
                    FindingRule.NOT_READY,
                    "",
                    "The index of services is being made.",
                    "Try again in a few minutes."));
        }
    }

    /** Before the web server, which starts last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        try {
            thread.submit(this::prepare).get(START_WAITS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException goesOn) {
            LOG.info("The index of services is made while the server runs");
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void prepare() {
        try {
            var isCurrent = database.queryForList("select version from sprig_finding_version", Integer.class)
                    .equals(List.of(VERSION));
            ready = isCurrent;
            var otherPostcodes = postcodes.load();
            if (!isCurrent || otherPostcodes || settings.rebuild()) {
                rebuild();
            }
            ready = true;
        } catch (NestedRuntimeException | BaseServerResponseException failed) {
            LOG.error(
                    "The index of services cannot be made: {}",
                    failed.getClass().getSimpleName());
        }
    }

    private void rebuild() {
        var began = clock.instant();
        long last = -1;
        int count = 0;
        for (var batch = after(last); running && !batch.isEmpty(); batch = after(last)) {
            var ids = batch.stream().map(Row::id).toList();
            store.inOneTransaction(new SystemRequestDetails(), () -> {
                keeper.keep(ids, Map.of());
                return ids;
            });
            last = batch.get(batch.size() - 1).number();
            count += ids.size();
        }
        if (running) {
            database.update("delete from sprig_finding_version");
            database.update("insert into sprig_finding_version (version) values (?)", VERSION);
        }
        LOG.info(
                "Made the index of services from {} records in {} s",
                count,
                Duration.between(began, clock.instant()).toSeconds());
    }

    private record Row(long number, String id) {}

    private List<Row> after(long last) {
        return database.query("""
                select res_id, fhir_id from hfj_resource
                where res_type = 'HealthcareService' and partition_id = 0 and res_deleted_at is null and res_id > ?
                order by res_id limit ?
                """, (row, number) -> new Row(row.getLong(1), row.getString(2)), last, AT_ONCE);
    }
}
