package io.github.sprigfhir.app.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.app.platform.outcome.Told;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Touched;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one request has done so far and what of it is on record; it is kept with the request. Entries of a batch may come
 * from several threads.
 */
final class Trail {

    private static final String KEY = "sprig.trail";

    private final HttpServletRequest request;
    private final Interaction asked;
    private final Set<Touched> committed = new LinkedHashSet<>();
    private final Set<String> rules = new LinkedHashSet<>();
    private boolean batch;
    private boolean succeeded;
    private boolean refused;

    Trail(HttpServletRequest request, Interaction asked) {
        this.request = request;
        this.asked = asked;
        request.setAttribute(KEY, this);
    }

    static Optional<Trail> of(ServletRequest request) {
        return request.getAttribute(KEY) instanceof Trail trail ? Optional.of(trail) : Optional.empty();
    }

    /** The trail of whoever asked for this; none for what the server does by itself. */
    static Optional<Trail> of(@Nullable RequestDetails request) {
        if (request instanceof OnBehalf onBehalf) {
            return of(onBehalf.asked());
        }
        return request instanceof ServletRequestDetails http && http.getServletRequest() != null
                ? of(http.getServletRequest())
                : Optional.empty();
    }

    HttpServletRequest request() {
        return request;
    }

    synchronized Interaction interaction() {
        return batch ? Interaction.BATCH : asked;
    }

    synchronized void isBatch() {
        batch = true;
    }

    synchronized void broke(List<String> keys) {
        rules.addAll(keys);
    }

    synchronized List<String> rules() {
        var all = new LinkedHashSet<>(rules);
        all.addAll(Told.of(request));
        return List.copyOf(all);
    }

    /** A transaction that changed these was committed with its event. */
    synchronized void committed(List<Touched> changed) {
        succeeded = true;
        committed.addAll(changed);
    }

    /** What the answer shows that no event names yet. */
    synchronized List<Touched> notOnRecord(List<Touched> shown) {
        var known = new HashSet<String>();
        committed.forEach(touched -> known.add(touched.reference()));
        return new ArrayList<>(new LinkedHashSet<>(shown))
                .stream()
                        .filter(touched -> !known.contains(touched.reference()))
                        .toList();
    }

    synchronized boolean isSuccessOnRecord() {
        return succeeded;
    }

    synchronized void successIsOnRecord() {
        succeeded = true;
    }

    /** Whether the refusal is still to be recorded; it is so once only. */
    synchronized boolean takeRefusal() {
        var first = !refused;
        refused = true;
        return first;
    }
}
