package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.correlation.Correlation;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.audit.AskedQuery;
import io.github.sprigfhir.domain.audit.AuditOutcome;
import io.github.sprigfhir.domain.audit.AuditRule;
import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Recording;
import io.github.sprigfhir.domain.audit.Touched;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Puts requests on record: a change in its own transaction, all else before its answer leaves. What cannot be recorded is
 * not done and not shown.
 */
class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int SUCCESS = 200;

    private final AuditStore store;
    private final RefusalCounts counts;
    private final AuditSettings settings;
    private final boolean everybodyIsKnown;

    /**
     * Makes the recorder of one server.
     *
     * @param everybodyIsKnown whether access control is off, so that nobody is expected to say who they are
     */
    Recorder(AuditStore store, RefusalCounts counts, AuditSettings settings, boolean everybodyIsKnown) {
        this.store = store;
        this.counts = counts;
        this.settings = settings;
        this.everybodyIsKnown = everybodyIsKnown;
    }

    boolean isOn() {
        return settings.enabled();
    }

    /** In the transaction that is about to be committed; what this throws undoes it. */
    void changed(Trail trail, List<Touched> changed, Set<String> people) {
        store.write(entry(trail, AuditOutcome.SUCCESS, 0, changed, people));
    }

    /** Before an answer that shows something leaves. */
    void shows(Trail trail, List<Resource> shown) {
        var touched = trail.notOnRecord(shown.stream().map(FhirTouched::read).toList());
        if (trail.isSuccessOnRecord() && touched.isEmpty() && trail.interaction() != Interaction.BATCH) {
            return;
        }
        try {
            write(trail, SUCCESS, entry(trail, AuditOutcome.SUCCESS, 0, touched, FhirTouched.people(shown)));
        } catch (DataAccessException unwell) {
            LOG.error("The audit cannot be written, so nothing is shown: {}", reason(unwell));
            throw unavailable();
        }
        trail.successIsOnRecord();
    }

    /** Before an answer that refuses leaves; it shows nothing, so it leaves even if this fails. */
    void refuses(Trail trail, int status) {
        if (!trail.takeRefusal()) {
            return;
        }
        try {
            write(trail, status, entry(trail, AuditOutcome.ofStatus(status), status, List.of(), Set.of()));
        } catch (DataAccessException unwell) {
            LOG.error(
                    "The audit cannot be written: {} was refused with {} ({})",
                    trail.interaction(),
                    status,
                    reason(unwell));
        }
    }

    private void write(Trail trail, int status, Entry entry) {
        var known = everybodyIsKnown || entry.who().client() != null;
        var recorded =
                switch (Recording.of(trail.interaction(), status, known)) {
                    case EACH -> true;
                    case COUNTED -> counts.isFirst(entry);
                    case NOT -> false;
                };
        if (!recorded) {
            return;
        }
        if (settings.readsWaitForDisk()) {
            store.write(entry);
        } else {
            store.writeWithoutWaiting(entry);
        }
    }

    /** The kind of error; its message may hold the row. */
    private static String reason(DataAccessException unwell) {
        return unwell.getClass().getSimpleName();
    }

    private Entry entry(Trail trail, AuditOutcome outcome, int status, List<Touched> entities, Set<String> people) {
        var request = trail.request();
        var asked = new Asked(request);
        var address = request.getRemoteAddr();
        // Free text of a sender, so only of one whom we gave what they asked for.
        var reason =
                outcome == AuditOutcome.SUCCESS ? Identities.reason(request).orElse(null) : null;
        var who = Identities.of(request)
                .map(identity -> Who.of(identity, reason, address))
                .orElseGet(() ->
                        Who.at(address, Identities.client(request).orElse(null)).breaking(reason));
        var interaction = trail.interaction();
        var concerned = new HashSet<>(people);
        if (interaction.isSearch()) {
            concerned.addAll(AskedQuery.people(asked.parameters()));
        }
        asked.person().ifPresent(concerned::add);
        return new Entry(
                interaction,
                outcome,
                status == 0 ? null : status,
                1,
                trail.rules(),
                who,
                Correlation.of(request),
                asked.type().orElse(null),
                interaction.isSearch() || interaction == Interaction.OPERATION ? asked.query() : null,
                entities.isEmpty() ? asked.target(interaction) : entities,
                concerned);
    }

    static RuntimeException unavailable() {
        return Refusals.unavailable(new Problem(
                IssueSeverity.ERROR,
                IssueType.TRANSIENT,
                AuditRule.AUDIT_UNAVAILABLE,
                "",
                "What is asked for cannot be put on record now, and so cannot be shown.",
                "Try again later."));
    }
}
