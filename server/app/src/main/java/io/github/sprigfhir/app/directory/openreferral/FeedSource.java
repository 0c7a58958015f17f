package io.github.sprigfhir.app.directory.openreferral;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sprigfhir.app.directory.openreferral.ImportRun.Item;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.PageWalk;
import io.github.sprigfhir.domain.directory.feed.Remark;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Brings the services of a feed to a run: page by page over the network, or from a file. */
final class FeedSource {

    private static final int AT_ONCE = 100;
    private static final int MOST_FAILURES = 20;

    /** What only the full form of a service has. */
    private static final Set<String> LISTS = Set.of(
            "schedules",
            "service_areas",
            "service_at_locations",
            "languages",
            "funding",
            "cost_options",
            "contacts",
            "phones",
            "attributes",
            "required_documents",
            "capacities");

    private final Runs.Run asked;
    private final ImportRun run;
    private final OpenReferralSettings settings;
    private final BooleanSupplier timeIsUp;
    private int services;

    FeedSource(Runs.Run asked, ImportRun run, OpenReferralSettings settings, BooleanSupplier timeIsUp) {
        this.asked = asked;
        this.run = run;
        this.settings = settings;
        this.timeIsUp = timeIsUp;
    }

    /** Thrown when the run is to be gone on with later. */
    static final class Later extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Takes all services of a file; what was taken before the server was stopped is passed over. */
    void readFile(byte[] content) throws FeedTrouble, Later {
        var reader = new PageReader(settings, Integer.MAX_VALUE);
        var waiting = new ArrayList<Item>();
        var later = new boolean[1];
        // Of the first batch some may be stored already: the server can be stopped where it is stored in parts.
        var again = new boolean[] {true};
        reader.read(new ByteArrayInputStream(content), item -> {
            countOne();
            if (later[0] || services <= asked.checkpoint()) {
                return;
            }
            waiting.add(Item.of(item));
            if (waiting.size() == AT_ONCE) {
                run.store(waiting, services, again[0]);
                waiting.clear();
                again[0] = false;
                later[0] = timeIsUp.getAsBoolean();
            }
        });
        if (later[0]) {
            throw new Later();
        }
        run.store(waiting, services, again[0]);
    }

    private void countOne() throws FeedTrouble {
        services++;
        if (services > settings.mostServices()) {
            throw new FeedTrouble("There are more than %d services.".formatted(settings.mostServices()));
        }
    }

    /** Takes all services of a feed's pages. */
    void readPages(Fetcher fetcher, boolean full) throws FeedTrouble, Later {
        var walk = new PageWalk(settings.mostPages());
        var number = asked.checkpoint() + 1;
        while (true) {
            var items = new ArrayList<Item>();
            var page = number;
            var head = inPage(
                    page,
                    () -> fetcher.page(address(page, full), item -> {
                        countOne();
                        items.add(Item.of(item));
                    }));
            var news = take(fetcher, items, page);
            var next = walk.after(page, head.lastPage(), head.totalPages(), items.size(), news);
            if (next instanceof PageWalk.Next.Stopped stopped) {
                throw new FeedTrouble(stopped.why());
            }
            if (!(next instanceof PageWalk.Next.Page more)) {
                return;
            }
            number = more.number();
            if (timeIsUp.getAsBoolean()) {
                throw new Later();
            }
        }
    }

    private String address(int page, boolean full) {
        var since = asked.whole()
                ? ""
                : asked.since()
                        .map(moment ->
                                "&modified_after=" + URLEncoder.encode(moment.toString(), StandardCharsets.UTF_8))
                        .orElse("");
        return "%s/services?page=%d&per_page=%d%s%s"
                .formatted(base(), page, settings.perPage(), full ? "&full=true" : "", since);
    }

    private String base() {
        return asked.address().replaceAll("/+$", "");
    }

    /** Stores a page, and says how many of its services were on no page before. */
    private int take(Fetcher fetcher, List<Item> items, int page) throws FeedTrouble {
        var known = run.known(items.stream().map(Item::id).toList());
        var again = page == asked.checkpoint() + 1;
        var news = (int) items.stream()
                .map(item -> known.get(item.id()))
                .filter(one -> again || one == null || !run.isSeen(one))
                .count();
        if (news == 0) {
            return 0;
        }
        var same = new ArrayList<String>();
        var waiting = new ArrayList<Item>();
        var failures = 0;
        for (var item : items) {
            var before = known.get(item.id());
            if (!isShort(item.sent())) {
                waiting.add(item);
            } else if (before != null && !before.gone() && isAsItWas(item, before)) {
                same.add(item.id());
            } else {
                try {
                    waiting.add(Item.of(fetcher.one(base() + "/services/" + item.id())));
                    failures = 0;
                } catch (FeedTrouble trouble) {
                    run.found(item.id(), new Finding(Remark.NOT_READ, "", trouble.sentence()));
                    if (before != null) {
                        same.add(item.id());
                    }
                    if (++failures == MOST_FAILURES) {
                        throw new FeedTrouble("%d services in a row could not be read.".formatted(failures));
                    }
                }
            }
            if (waiting.size() == AT_ONCE) {
                run.store(waiting, page - 1, again);
                waiting.clear();
            }
        }
        run.unchanged(same);
        run.store(waiting, page, again);
        return news;
    }

    private static boolean isShort(JsonNode sent) {
        return sent.isObject() && LISTS.stream().noneMatch(sent::has);
    }

    private static boolean isAsItWas(Item item, SourceTable.Known before) {
        return before.modified()
                .filter(moment ->
                        moment.equals(item.sent().path("last_modified").asText("")))
                .isPresent();
    }

    /** What reads a page. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws FeedTrouble;
    }

    private static <T> T inPage(int page, Reading<T> reading) throws FeedTrouble {
        try {
            return reading.read();
        } catch (FeedTrouble trouble) {
            throw new FeedTrouble("Page %d: %s".formatted(page, trouble.sentence()));
        }
    }
}
