package io.github.sprigfhir.app.directory.openreferral;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.domain.directory.feed.Finding;
import io.github.sprigfhir.domain.directory.feed.NeedTable;
import io.github.sprigfhir.domain.directory.feed.Remark;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** Stores what one run of a feed brings, a batch at a time: each is stored whole, with its part of the report, or not. */
final class ImportRun {

    /** Counts as another mapping of everything: to be raised when {@link Mapping} makes something else of a document. */
    private static final String MAPPING = "1";

    private static final int RETIRED_AT_ONCE = 50;

    private final Runs.Run run;
    private final Runs runs;
    private final SourceTable sources;
    private final PublicationKeeper publication;
    private final Store store;
    private final FhirContext fhir;
    private final Clock clock;
    private final Mapping mapping;
    private final String version;

    ImportRun(
            Runs.Run run,
            Runs runs,
            SourceTable sources,
            PublicationKeeper publication,
            Store store,
            FhirContext fhir,
            Clock clock,
            List<String> needs) {
        this.run = run;
        this.runs = runs;
        this.sources = sources;
        this.publication = publication;
        this.store = store;
        this.fhir = fhir;
        this.clock = clock;
        this.mapping = new Mapping(run.feed(), new NeedTable(needs));
        this.version = MAPPING + "|" + String.join("|", needs);
    }

    /** A service as it was sent, by its id; that of one that has none is empty. */
    record Item(String id, JsonNode sent) {

        static Item of(JsonNode sent) {
            return new Item(
                    sent.path("id").isValueNode() ? sent.path("id").asText().strip() : "", sent);
        }
    }

    /** What is known of the services of these ids. */
    Map<String, SourceTable.Known> known(List<String> ids) {
        return sources.known(run.feed(), ids);
    }

    /** Whether the run was there before, and has been stored. */
    boolean isSeen(SourceTable.Known known) {
        return known.seen() == run.id();
    }

    /** These are still in the feed, and as they were. */
    void unchanged(List<String> ids) {
        store.inOneTransaction(request(), () -> {
            sources.see(run.feed(), ids, run.id());
            runs.progress(run, new Runs.Progress(0, 0, 0, ids.size(), 0));
            return ids;
        });
    }

    void found(String source, Finding finding) {
        store.inOneTransaction(request(), () -> {
            runs.found(run, List.of(new Runs.About(source, finding)));
            return finding;
        });
    }

    void checkpoint(int checkpoint) {
        store.inOneTransaction(request(), () -> {
            runs.progress(run, new Runs.Progress(checkpoint, 0, 0, 0, 0));
            return checkpoint;
        });
    }

    /**
     * Stores services.
     *
     * @param checkpoint how far the run is when they are stored
     * @param again whether some of them may have been stored already, before the server was stopped
     */
    void store(List<Item> items, int checkpoint, boolean again) {
        var digests = new HashMap<String, String>();
        items.forEach(item -> digests.put(item.id(), Json.digest(version + Json.digest(item.sent()))));
        var known = known(items.stream().map(Item::id).toList());
        var same = new ArrayList<String>();
        var refused = new ArrayList<Mapped>();
        var mapped = new ArrayList<Mapped>();
        Set<String> taken = new HashSet<>();
        for (var item : items) {
            var before = known.get(item.id());
            if (!item.id().isEmpty() && (!taken.add(item.id()) || (!again && before != null && isSeen(before)))) {
                refused.add(left(item, Remark.DUPLICATE_ID, "Another service of this feed has the same id."));
            } else if (before != null && !before.gone() && before.digest().equals(digests.get(item.id()))) {
                same.add(item.id());
            } else if (item.sent() instanceof ObjectNode sent) {
                var one = mapping.map(sent, clock.instant());
                (one.service().isPresent() ? mapped : refused).add(one);
            } else {
                refused.add(left(item, Remark.NOT_A_SERVICE, "This is not an object."));
            }
        }
        try {
            write(mapped, digests, same, refused, checkpoint);
        } catch (BaseServerResponseException wrong) {
            write(List.of(), digests, same, refused, 0);
            apart(mapped, digests, wrong);
            checkpoint(checkpoint);
        }
    }

    private static Mapped left(Item item, Remark remark, String text) {
        return new Mapped(
                item.id(), Published.object(), Optional.empty(), Map.of(), List.of(new Finding(remark, "", text)));
    }

    private void write(
            List<Mapped> mapped, Map<String, String> digests, List<String> same, List<Mapped> refused, int checkpoint) {
        var request = request();
        store.inOneTransaction(request, () -> {
            var done = mapped.isEmpty()
                    ? new Batch.Done(0, 0, List.of())
                    : new Batch(run.feed(), run.id(), store, sources, fhir).write(mapped, digests, request);
            // What is refused stays as it was: it is still in the feed.
            sources.see(
                    run.feed(),
                    Stream.concat(same.stream(), refused.stream().map(Mapped::id))
                            .toList(),
                    run.id());
            publication.publish(done.untouched());
            runs.found(
                    run,
                    Stream.concat(mapped.stream(), refused.stream())
                            .flatMap(one -> one.findings().stream().map(finding -> new Runs.About(one.id(), finding)))
                            .toList());
            runs.progress(
                    run, new Runs.Progress(checkpoint, done.created(), done.changed(), same.size(), refused.size()));
            return done;
        });
    }

    /** One of them is refused: the others need not suffer for it, and are stored by halves until it is alone. */
    private void apart(List<Mapped> mapped, Map<String, String> digests, BaseServerResponseException wrong) {
        if (mapped.size() == 1) {
            write(List.of(), digests, List.of(), List.of(refusal(mapped.get(0), wrong)), 0);
            return;
        }
        var middle = mapped.size() / 2;
        for (var half : List.of(mapped.subList(0, middle), mapped.subList(middle, mapped.size()))) {
            try {
                write(half.stream().map(this::afresh).toList(), digests, List.of(), List.of(), 0);
            } catch (BaseServerResponseException refusal) {
                apart(half, digests, refusal);
            }
        }
    }

    /** What was tried already has references in place. */
    private Mapped afresh(Mapped tried) {
        var again = mapping.map(tried.document(), clock.instant());
        return new Mapped(tried.id(), tried.document(), again.service(), again.others(), tried.findings());
    }

    private static Mapped refusal(Mapped mapped, BaseServerResponseException wrong) {
        var findings = new ArrayList<>(mapped.findings());
        findings.add(new Finding(Remark.REFUSED, "", reason(wrong)));
        return new Mapped(mapped.id(), mapped.document(), Optional.empty(), Map.of(), findings);
    }

    private static String reason(BaseServerResponseException wrong) {
        if (wrong instanceof ResourceGoneException) {
            return "The record was deleted here, and no feed brings it back.";
        }
        return wrong.getOperationOutcome() instanceof OperationOutcome outcome
                ? outcome.getIssue().stream().limit(3).map(ImportRun::sentence).collect(Collectors.joining("; "))
                : wrong.getClass().getSimpleName();
    }

    private static String sentence(OperationOutcomeIssueComponent issue) {
        var at = issue.getExpression().stream().map(Objects::toString).collect(Collectors.joining(" "));
        var text = issue.getDetails().hasText() ? issue.getDetails().getText() : issue.getDiagnostics();
        return "%s %s".formatted(at, text);
    }

    long countListed() {
        return sources.countListed(run.feed());
    }

    long countUnseen() {
        return sources.countUnseen(run.feed(), run.id());
    }

    /** Makes inactive what this run did not see. */
    void retire() {
        while (true) {
            var addresses = sources.unseen(run.feed(), run.id(), RETIRED_AT_ONCE);
            if (addresses.isEmpty()) {
                return;
            }
            var request = request();
            store.inOneTransaction(request, () -> {
                var ids = addresses.stream()
                        .map(address -> new IdType(address).getIdPart())
                        .toList();
                store.readAll(HealthcareService.class, ids).stream()
                        .filter(HealthcareService::getActive)
                        .forEach(service -> store.update(service.setActive(false), request));
                sources.retire(run.feed(), addresses);
                runs.retired(run, addresses.size());
                return addresses;
            });
        }
    }

    private FromFeed request() {
        return new FromFeed("Directory feed %s, read for %s".formatted(run.feed(), run.askedBy()));
    }
}
