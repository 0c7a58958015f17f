package io.github.sprigfhir.app.handover;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.OnBehalf;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.referral.Episodes;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * {@code ServiceRequest/[id]/$escalate}: for immediate risk. Every open handover of the episode ends, whoever owns it,
 * because the person is the GP's now; the referral ends with them, and the GP is told.
 */
@Component
class EscalateOperation implements SprigFeature {

    private static final Coding ESCALATED = new Coding(
            "https://sprig-fhir.github.io/ig/CodeSystem/handover-reason", "escalated-to-gp", "Escalated to GP");

    private final Store store;
    private final Episodes episodes;
    private final Endings endings;

    EscalateOperation(Store store, Episodes episodes, Endings endings) {
        this.store = store;
        this.episodes = episodes;
        this.endings = endings;
    }

    /** Answers with the referral as it ended, and every Task that ended with it. */
    @Operation(name = "$escalate", type = ServiceRequest.class)
    public Bundle escalate(@IdParam IdType id, @ResourceParam Parameters parameters, RequestDetails request) {
        var asked = new Asked(parameters, Set.of("reason", "requester"));
        var seen = asked.required("reason", StringType.class, new StringType());
        asked.one("requester", Reference.class);
        asked.refuseIfWrong();
        var base = store.read(ServiceRequest.class, id.getIdPart());
        var root = Episodes.rootOf(base);
        var ended = store.inOneTransaction(request, () -> end(root, seen.getValue(), request));
        var answer = new Bundle().setType(Bundle.BundleType.COLLECTION);
        answer.addEntry().setResource(store.read(ServiceRequest.class, root));
        ended.forEach(task -> answer.addEntry().setResource(task));
        return answer;
    }

    private List<Task> end(String root, String seen, RequestDetails request) {
        var episode = episodes.open(root);
        var reason = new CodeableConcept(ESCALATED.copy()).setText(seen);
        return store.referring(Task.class, "focus", episode.addresses()).stream()
                .filter(task -> !Handovers.hasEnded(task))
                .map(task -> task.hasOwner()
                        ? endings.end(task, reason, new OnBehalf(request))
                        : endings.withdraw(task, reason, new OnBehalf(request)))
                .toList();
    }
}
