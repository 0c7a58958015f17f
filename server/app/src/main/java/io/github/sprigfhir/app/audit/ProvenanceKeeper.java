package io.github.sprigfhir.app.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.FromFeed;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Agent;
import io.github.sprigfhir.app.platform.caller.Callers;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.domain.kernel.Party;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes one Provenance for each transaction: who did what, and every version that came of it, what the server made of
 * it included. Several moves in one transaction are several codings of its activity.
 */
@Component
@Order(AtCommit.Turn.PROVENANCE)
class ProvenanceKeeper implements AtCommit {

    private static final Reference NOT_STATED = new Reference().setDisplay("Not stated");

    private static final String DELETED = "https://sprig-fhir.github.io/ig/deleted";

    private final Store store;
    private final Callers callers;
    private final Clock clock;

    ProvenanceKeeper(Store store, Callers callers, Clock clock, FhirContext fhir) {
        this.store = store;
        this.callers = callers;
        this.clock = clock;
        // What is on record is the version that was changed or read, not whatever stands there now.
        fhir.getParserOptions()
                .setDontStripVersionsFromReferencesAtPaths("Provenance.target", "AuditEvent.entity.what");
    }

    @Override
    public void follow(List<Change> changes) {
        var asked = changes.stream().filter(change -> !change.isOurOwn()).toList();
        if (asked.isEmpty()) {
            return;
        }
        var provenance = new Provenance().setRecorded(Date.from(clock.instant()));
        changes.stream()
                .collect(Collectors.toMap(
                        ProvenanceKeeper::version, ProvenanceKeeper::target, (one, same) -> one, LinkedHashMap::new))
                .values()
                .forEach(provenance::addTarget);
        for (var change : asked) {
            Activity.of(change).getCoding().stream()
                    .filter(coding -> !provenance.getActivity().hasCoding(coding.getSystem(), coding.getCode()))
                    .forEach(provenance.getActivity()::addCoding);
        }
        addAgents(provenance, asked.get(0).request());
        store.create(provenance);
    }

    private void addAgents(Provenance provenance, @Nullable RequestDetails request) {
        callers.agents(request).forEach(agent -> provenance.addAgent(stated(agent)));
        FromFeed.sourceOf(request)
                .ifPresent(source -> provenance.addAgent().setWho(new Reference().setDisplay(source)));
        if (!provenance.hasAgent()) {
            provenance.addAgent().setWho(NOT_STATED.copy());
        }
    }

    private Provenance.ProvenanceAgentComponent stated(Agent agent) {
        var stated = new Provenance.ProvenanceAgentComponent(responsible(agent.who()));
        agent.onBehalfOf().ifPresent(party -> stated.setOnBehalfOf(responsible(party)));
        return stated;
    }

    /** FHIR has no services among those who answer for something: the organisation that provides it does. */
    private Reference responsible(Party party) {
        var named = new Reference(party.name());
        return named.getReferenceElement().getResourceType().equals("HealthcareService")
                ? store.read(
                                HealthcareService.class,
                                named.getReferenceElement().getIdPart())
                        .getProvidedBy()
                        .copy()
                : named;
    }

    /** FHIR's store lets nothing refer to what is deleted, so a deleted resource is named, not referred to. */
    private static Reference target(Change change) {
        if (change.after() != null) {
            return new Reference(version(change));
        }
        var named = new Reference()
                .setType(change.before() == null ? null : change.before().fhirType());
        named.getIdentifier().setSystem(DELETED).setValue(version(change));
        return named;
    }

    private static String version(Change change) {
        Resource resource = Objects.requireNonNull(change.after() == null ? change.before() : change.after());
        return resource.getIdElement().toUnqualified().getValue();
    }
}
