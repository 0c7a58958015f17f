package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.caller.Callers;
import io.github.sprigfhir.app.platform.reference.References;
import io.github.sprigfhir.app.referral.Episodes;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * {@code ServiceRequest/[id]/$handover}: makes an onward referral and its Task in one call, by the transaction that the
 * caller could have sent as well, so that it meets the same rules and is done once however often it is called.
 */
@Component
class HandoverOperation implements SprigFeature {

    private static final Set<String> PARAMETERS = Set.of(
            "service",
            "reason",
            "firstContact",
            "returnUntil",
            "nonAttendanceAction",
            "nonAttendance",
            "outcomesReturned",
            "identifier",
            "code",
            "note",
            "replaces",
            "requester",
            "overrideBy",
            "overrideReason");

    private final Store store;
    private final Callers callers;
    private final OnwardReferral onward;
    private final References references;
    private final CoveringConsent consents;

    HandoverOperation(
            Store store, Callers callers, OnwardReferral onward, References references, CoveringConsent consents) {
        this.store = store;
        this.callers = callers;
        this.onward = onward;
        this.references = references;
        this.consents = consents;
    }

    /** Answers with the onward referral and its Task, as they are stored. */
    @Operation(name = "$handover", type = ServiceRequest.class)
    public Bundle handover(@IdParam IdType id, @ResourceParam Parameters parameters, RequestDetails request) {
        var asked = new Asked(parameters, PARAMETERS);
        var base = store.read(ServiceRequest.class, id.getIdPart());
        var referral = store.read(ServiceRequest.class, Episodes.rootOf(base));
        var requester = requester(asked, request);
        var replaces = asked.one("replaces", Reference.class)
                .map(reference ->
                        store.read(Task.class, reference.getReferenceElement().getIdPart()));
        consent(asked, referral, request).ifPresent(consent -> nameInstead(referral, consent));
        var transaction = onward.transaction(asked, referral, requester, replaces);
        asked.refuseIfWrong();
        store.transact(request, transaction);
        return stored(asked.required("identifier", Identifier.class, new Identifier()));
    }

    private Reference requester(Asked asked, RequestDetails request) {
        return asked.one("requester", Reference.class)
                .or(() -> callers.agents(request).stream()
                        .findFirst()
                        .map(agent -> new Reference(agent.who().name())))
                .orElseGet(() -> asked.required("requester", Reference.class, new Reference()));
    }

    /** The person's latest word about the service; where it is no, the rules refuse what names the referral's consent. */
    private Optional<Reference> consent(Asked asked, ServiceRequest referral, RequestDetails request) {
        return asked.one("service", Reference.class)
                .map(service -> new Reference(references.settled(service, request)))
                .flatMap(service -> consents.of(referral.getSubject(), service));
    }

    private static void nameInstead(ServiceRequest referral, Reference consent) {
        referral.getSupportingInfo().removeIf(info -> consent.getType().equals(info.getType()));
        referral.getSupportingInfo().add(0, consent);
    }

    private Bundle stored(Identifier identifier) {
        var answer = new Bundle().setType(Bundle.BundleType.COLLECTION);
        store.identified(ServiceRequest.class, identifier)
                .forEach(found -> answer.addEntry().setResource(found));
        store.identified(Task.class, identifier)
                .forEach(found -> answer.addEntry().setResource(found));
        return answer;
    }
}
