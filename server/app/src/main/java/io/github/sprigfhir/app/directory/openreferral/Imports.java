package io.github.sprigfhir.app.directory.openreferral;

import ca.uhn.fhir.context.FhirContext;
import io.github.sprigfhir.app.platform.OneServer;
import io.github.sprigfhir.app.platform.Rounds;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.Remark;
import io.github.sprigfhir.domain.directory.feed.Retirement;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries out the imports that are due or asked for, one at a time on each server and one at a time for each feed: whoever
 * holds the feed's lock in the database. A server that dies lets it go, and another goes on from the last checkpoint.
 */
@Component
class Imports implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(20);

    private final Runs runs;
    private final SourceTable sources;
    private final PublicationKeeper publication;
    private final Store store;
    private final FhirContext fhir;
    private final OpenReferralSettings settings;
    private final OneServer oneServer;
    private final Clock clock;
    private final Fetcher fetcher;
    private final Rounds rounds = new Rounds("sprig-imports", PAUSE, LAST_MOMENTS);

    Imports(
            Runs runs,
            SourceTable sources,
            PublicationKeeper publication,
            Store store,
            FhirContext fhir,
            OpenReferralSettings settings,
            OneServer oneServer,
            Clock clock) {
        this.runs = runs;
        this.sources = sources;
        this.publication = publication;
        this.store = store;
        this.fhir = fhir;
        this.settings = settings;
        this.oneServer = oneServer;
        this.clock = clock;
        this.fetcher = new Fetcher(settings);
    }

    @Override
    public void start() {
        rounds.start(this::round);
    }

    @Override
    public void stop() {
        rounds.stop();
        fetcher.close();
    }

    @Override
    public boolean isRunning() {
        return rounds.areRunning();
    }

    private void round() {
        settings.feeds().forEach(runs::askIfDue);
        for (var run : runs.open()) {
            if (rounds.areRunning()) {
                oneServer.does(
                        "sprig-feed-" + run.feed(), () -> runs.find(run.id()).ifPresent(this::work));
            }
        }
    }

    private void work(Runs.Run run) {
        LOG.info("Import {} of feed {} begins after {}", run.id(), run.feed(), run.checkpoint());
        runs.begin(run);
        var importing = new ImportRun(run, runs, sources, publication, store, fhir, clock, settings.needs());
        var end = clock.instant().plus(settings.longestRun());
        var source = new FeedSource(
                run,
                importing,
                settings,
                () -> !rounds.areRunning() || clock.instant().isAfter(end));
        var rests = false;
        try {
            if (run.isFile()) {
                source.readFile(runs.content(run));
            } else {
                source.readPages(fetcher, isFull(run));
            }
            end(run, importing);
            rests = true;
        } catch (FeedTrouble trouble) {
            rests = true;
            importing.found("", new Finding(Remark.RUN_ENDED, "", trouble.sentence()));
            runs.end(run, Runs.STOPPED, trouble.sentence());
        } catch (FeedSource.Later later) {
            rests = true;
            runs.putOff(run);
        } finally {
            if (!rests) {
                runs.end(run, Runs.STOPPED, "The server could not go on; its log says why. What was stored is whole.");
            }
        }
        LOG.info("Import {} of feed {} rests", run.id(), run.feed());
    }

    private void end(Runs.Run run, ImportRun importing) {
        if (run.whole()) {
            var verdict = Retirement.decide(true, importing.countListed(), importing.countUnseen(), most(run));
            if (verdict instanceof Retirement.Kept kept) {
                importing.found("", new Finding(Remark.RUN_ENDED, "", kept.why()));
                runs.end(run, Runs.DONE, kept.why());
                return;
            }
            importing.retire();
        }
        runs.end(run, Runs.DONE, null);
    }

    private Retirement.Most most(Runs.Run run) {
        return run.retireAll()
                ? Retirement.Most.ALL
                : new Retirement.Most(settings.retireAtMost(), settings.retireAlways());
    }

    private boolean isFull(Runs.Run run) {
        return settings.feeds().stream().anyMatch(feed -> feed.name().equals(run.feed()) && feed.full());
    }
}
