package io.github.sprigfhir.benchmark;

import io.github.sprigfhir.benchmark.circle.Kept;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Asks a search in one of the many forms that it may have, and holds the answer to what the model finds. */
final class AskedSearch {

    private static final int FORBIDDEN = 403;
    private static final int WITHHELD = 400;
    private static final int MANY = 60;

    private static final Set<String> FOR_ALL = Set.of("_id", "_lastUpdated");

    /** What providers may ask, as the guide's page on the circle of care has it. */
    private static final Map<String, Set<String>> FOR_PROVIDERS = Map.of(
            "Task",
            Set.of(
                    "status",
                    "owner",
                    "due",
                    "review",
                    "identifier",
                    "code",
                    "business-status",
                    "open-pool",
                    "focus",
                    "patient",
                    "authored-on"),
            "ServiceRequest",
            Set.of("status", "patient", "subject", "authored"),
            "Flag",
            Set.of("patient", "subject"),
            "Encounter",
            Set.of("based-on", "date", "identifier", "patient", "status", "subject"),
            "Observation",
            Set.of("based-on", "date", "identifier", "patient", "subject"),
            "Communication",
            Set.of("based-on", "category", "identifier", "patient", "sent", "subject"),
            "Provenance",
            Set.of("recorded", "target"),
            "Subscription",
            Set.of("status"));

    private final Asking asking;

    AskedSearch(Asking asking) {
        this.asking = asking;
    }

    /**
     * A search.
     *
     * @param parameter what it asks for, without a chain
     */
    record Search(String type, String parameter, String query, Predicate<Kept> matches) {}

    void ask(Search search) throws IOException, InterruptedException {
        var who = asking.who();
        var options = asking.one(List.of(
                "",
                "&_total=accurate",
                "&_total=accurate&_sort=_lastUpdated",
                "&_summary=count",
                "&_count=2&_total=accurate",
                "&_count=3",
                "&_elements=id",
                "&_summary=true",
                "&_sort=-_id",
                "&_total=accurate&_count=1",
                "&_total=none",
                "&_total=estimate"));
        var query = search.query() + options + (options.contains("_count") ? "" : "&_count=200");
        var isLong =
                asking.view().found(who, search.type()).filter(search.matches()).count() > MANY;
        query = isLong ? query.replaceFirst("_count=[123](?!\\d)", "_count=30") : query;
        var call = asking.dice().nextInt(4) == 0
                ? new Call(
                        "POST",
                        "/fhir/%s/_search".formatted(search.type()),
                        query,
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                : Call.of("GET", "/fhir/%s?%s".formatted(search.type(), query));
        if (!Readings.may(who, Act.SEARCH, search.type())) {
            asking.expect(FORBIDDEN, call);
        } else if (isWithheld(search)) {
            asking.expect(WITHHELD, call);
        } else {
            asking.finds(
                    call,
                    asking.view()
                            .found(who, search.type())
                            .filter(search.matches())
                            .map(Kept::address)
                            .toList());
        }
    }

    private boolean isWithheld(Search search) {
        return asking.who().role() == Role.PROVIDER
                && !FOR_ALL.contains(search.parameter())
                && !FOR_PROVIDERS.getOrDefault(search.type(), Set.of()).contains(search.parameter());
    }
}
