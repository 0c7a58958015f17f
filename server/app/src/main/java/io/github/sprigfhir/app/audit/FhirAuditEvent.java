package io.github.sprigfhir.app.audit;

import io.github.sprigfhir.domain.audit.Interaction;
import io.github.sprigfhir.domain.audit.Pattern;
import io.github.sprigfhir.domain.audit.Touched;
import io.github.sprigfhir.domain.kernel.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Makes FHIR's AuditEvent of a row when somebody reads it, after IHE's Basic Audit Log Patterns 1.1.3 (sections 3:5.7.3
 * and 3:5.7.5.2). It claims one of their profiles where it keeps to it: a success, about one thing.
 */
final class FhirAuditEvent {

    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle";
    private static final String RESOURCE_TYPE = "http://hl7.org/fhir/resource-types";
    private static final String REQUEST_ID = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String OURS = "https://sprig-fhir.github.io/ig/CodeSystem/";
    private static final String PROJECT = "ResearchStudy/";
    private static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    private final StoredEvent stored;
    private final String serverBase;
    private final AuditEvent event = new AuditEvent();
    private final Pattern roles;

    private FhirAuditEvent(StoredEvent stored, String serverBase) {
        this.stored = stored;
        this.serverBase = serverBase;
        this.roles = stored.interaction().pattern().orElse(Pattern.NONE);
    }

    /** The whole event. */
    static AuditEvent whole(StoredEvent stored, String serverBase) {
        var writer = new FhirAuditEvent(stored, serverBase);
        writer.what();
        writer.agents(true);
        writer.source();
        writer.ids();
        writer.entities();
        writer.claim();
        return writer.event;
    }

    /** What a person may know of an event that concerns them: who, when and what kind; nobody else who was concerned. */
    static AuditEvent whoLooked(StoredEvent stored, String serverBase, String patient) {
        var writer = new FhirAuditEvent(stored, serverBase);
        writer.what();
        writer.agents(false);
        writer.source();
        writer.person(patient);
        return writer.event;
    }

    private void what() {
        var interaction = stored.interaction();
        event.setId(stored.fhirId());
        event.setType(new Coding(
                interaction.type().system(),
                interaction.type().code(),
                interaction.type().display()));
        if (!interaction.code().isEmpty()) {
            event.addSubtype(new Coding(interaction.system(), interaction.code(), interaction.display()));
        }
        event.setAction(
                AuditEventAction.fromCode(String.valueOf(interaction.action().code())));
        event.setRecorded(Date.from(stored.recorded()));
        event.setOutcome(AuditEventOutcome.fromCode(Integer.toString(stored.outcome())));
        var detail = detail();
        event.setOutcomeDesc(detail.isEmpty() ? null : detail);
    }

    private String detail() {
        var detail = new StringBuilder();
        if (stored.status() != null) {
            detail.append("HTTP ").append(stored.status());
        }
        if (!stored.rules().isEmpty()) {
            detail.append(detail.isEmpty() ? "" : "; ").append(String.join(", ", stored.rules()));
        }
        if (stored.times() > 1) {
            detail.append("; ").append(stored.times()).append(" requests");
        }
        return detail.toString();
    }

    private void agents(boolean whole) {
        var who = stored.who();
        if (!who.isServer()) {
            var client = agent(roles.client(), false);
            if (stored.interaction() == Interaction.CLIENT_CHANGE) {
                client.getWho().setDisplay("Operator, as the database's user " + who.reason());
            } else if (who.client() == null) {
                client.getWho().setDisplay("Not identified");
            } else {
                client.setAltId(who.client());
                client.getWho()
                        .getIdentifier()
                        .setSystem("https://sprig-fhir.github.io/ig/client")
                        .setValue(who.client());
            }
            if (whole && who.address() != null) {
                client.getNetwork().setAddress(who.address()).setType(AuditEventAgentNetworkType._2);
            }
            var user = who.agent() == null ? client : agent(roles.user(), true).setWho(new Reference(who.agent()));
            user.setRequestor(true);
            authority(user, whole);
        }
        if (who.organisation() != null) {
            agent(Pattern.Role.ORGANISATION, false).setWho(party(who.organisation()));
        }
        var server = agent(roles.server(), who.isServer());
        server.getWho().setDisplay("Sprig");
        server.getNetwork().setAddress(serverBase).setType(AuditEventAgentNetworkType._5);
    }

    /** FHIR knows no research project as an agent. */
    private static Reference party(String name) {
        return name.startsWith(PROJECT)
                ? new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem("https://sprig-fhir.github.io/ig/research-project")
                                .setValue(name.substring(PROJECT.length())))
                : new Reference(name);
    }

    /** In what role and for what purpose: of the user, or of the client where it acts by itself. */
    private void authority(AuditEventAgentComponent agent, boolean withReason) {
        stored.who()
                .knownRole()
                .ifPresent(role -> agent.addRole(new CodeableConcept(
                        new Coding().setSystem(OURS + "caller-role").setCode(role.code()))));
        stored.who().knownPurpose().ifPresent(purpose -> {
            var use = new CodeableConcept(new Coding().setSystem(ACT_REASON).setCode(purpose.code()));
            if (withReason && purpose == Purpose.BREAK_THE_GLASS) {
                use.setText(stored.who().reason());
            }
            agent.addPurposeOfUse(use);
        });
    }

    private AuditEventAgentComponent agent(Pattern.Role role, boolean requestor) {
        return event.addAgent()
                .setRequestor(requestor)
                .setType(new CodeableConcept(new Coding(role.system(), role.code(), role.display())));
    }

    private void source() {
        event.getSource().getObserver().setDisplay("Sprig");
        event.getSource()
                .addType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
    }

    private void ids() {
        id(stored.request(), new Coding().setSystem(REQUEST_ID).setCode("XrequestId"));
        id(stored.correlation(), new Coding().setSystem(OURS + "audit-entity").setCode("x-correlation-id"));
    }

    private void id(@Nullable UUID id, Coding type) {
        if (id != null) {
            event.addEntity().setType(type).getWhat().getIdentifier().setValue(id.toString());
        }
    }

    private void entities() {
        var search = stored.interaction().isSearch();
        if (search || stored.query() != null) {
            var query = Optional.ofNullable(stored.query()).orElse("");
            event.addEntity()
                    .setType(new Coding(ENTITY_TYPE, "2", "System Object"))
                    .setRole(new Coding(OBJECT_ROLE, "24", "Query"))
                    .setQuery(query.getBytes(StandardCharsets.UTF_8));
        }
        stored.patients().forEach(this::person);
        if (stored.interaction() == Interaction.CLIENT_CHANGE) {
            stored.entities().forEach(this::registered);
            return;
        }
        for (var touched : stored.entities()) {
            // In IHE's patterns "System Object" is what the sender asked for, or the question itself.
            var type = touched.asked() && !search
                    ? new Coding(ENTITY_TYPE, "2", "System Object")
                    : new Coding(RESOURCE_TYPE, touched.type(), touched.type());
            event.addEntity()
                    .setType(type)
                    .setRole(new Coding(OBJECT_ROLE, "4", "Domain Resource"))
                    .setLifecycle(new Coding(
                            LIFECYCLE, touched.touch().code(), touched.touch().display()))
                    .setWhat(new Reference(touched.reference()));
        }
    }

    /** Somebody in the register of clients and users, who is no resource here. */
    private void registered(Touched touched) {
        var entry = event.addEntity()
                .setType(new Coding(ENTITY_TYPE, "4", "Other"))
                .setRole(new Coding(OBJECT_ROLE, "11", "Security User Entity"))
                .setLifecycle(new Coding(
                        LIFECYCLE, touched.touch().code(), touched.touch().display()));
        entry.getWhat()
                .getIdentifier()
                .setSystem("https://sprig-fhir.github.io/ig/" + touched.type())
                .setValue(touched.resource().substring(touched.type().length() + 1));
    }

    private void person(String patient) {
        event.addEntity()
                .setType(new Coding(ENTITY_TYPE, "1", "Person"))
                .setRole(new Coding(OBJECT_ROLE, "1", "Patient"))
                .setWhat(new Reference(patient));
    }

    private void claim() {
        var things =
                stored.entities().stream().filter(touched -> touched.asked()).count();
        var one = stored.interaction().isSearch() || things == 1;
        if (one && stored.outcome() == 0 && stored.who().address() != null) {
            stored.interaction().pattern().ifPresent(pattern -> event.getMeta()
                    .addProfile(pattern.profile(stored.patients().size() == 1)));
        }
    }
}
