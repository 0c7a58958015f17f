package io.github.sprigfhir.app.handover;

import io.github.sprigfhir.app.directory.Assurance;
import io.github.sprigfhir.app.platform.Store;
import io.github.sprigfhir.app.platform.changes.AtCommit;
import io.github.sprigfhir.app.platform.changes.Change;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.app.referral.Episodes;
import io.github.sprigfhir.app.referral.RequestKind;
import io.github.sprigfhir.domain.directory.AssuranceLevel;
import io.github.sprigfhir.domain.directory.AssuranceRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hands nobody over to a service that is assured at a lower level than the risks of the referral ask for, unless somebody
 * answers for it by name. What the risks are is told to nobody.
 */
@Component
@Order(AtCommit.Turn.ASSURANCE)
class AssuranceCheck implements AtCommit {

    private static final String FLAG = "Flag";

    private final Assurance assurance;
    private final AskedServices services;
    private final Episodes episodes;
    private final Store store;

    AssuranceCheck(Assurance assurance, AskedServices services, Episodes episodes, Store store) {
        this.assurance = assurance;
        this.services = services;
        this.episodes = episodes;
        this.store = store;
    }

    @Override
    public void follow(List<Change> changes) {
        var problems = new ArrayList<Problem>();
        changes.stream()
                .filter(Handovers::comesToAnOwner)
                .flatMap(change -> change.now(Task.class).stream())
                .forEach(task -> problems.addAll(judge(task, changes)));
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(problems);
        }
    }

    private List<Problem> judge(Task task, List<Change> changes) {
        var request =
                episodes.request(task.getFocus(), changes).filter(asked -> RequestKind.of(asked) == RequestKind.ONWARD);
        var service = services.of(task, changes);
        if (request.isEmpty() || service.isEmpty()) {
            return List.of();
        }
        var asked = asked(request.get(), changes);
        return asked.isEmpty()
                ? List.of()
                : AssuranceRules.handOver(assurance.of(service.get()), asked, isOverridden(request.get())).stream()
                        .map(refusal -> new Problem(
                                IssueSeverity.ERROR,
                                IssueType.BUSINESSRULE,
                                refusal.reason(),
                                "Task.owner",
                                refusal.text(),
                                refusal.remedy()))
                        .flatMap(problem -> Place.within(task, List.of(problem)).stream())
                        .toList();
    }

    /** By the risks that the request names, and those of the referral that it is based on. */
    private List<AssuranceLevel> asked(ServiceRequest request, List<Change> changes) {
        var risks = Stream.concat(Stream.of(request), episodes.request(request.getBasedOnFirstRep(), changes).stream())
                .flatMap(named -> risks(named).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return risks.stream()
                .map(id -> store.read(Flag.class, id))
                .flatMap(risk -> assurance.askedBy(risk).stream())
                .toList();
    }

    private static Set<String> risks(ServiceRequest request) {
        return request.getSupportingInfo().stream()
                .map(Reference::getReferenceElement)
                .filter(named -> FLAG.equals(named.getResourceType()))
                .map(named -> named.getIdPart())
                .collect(Collectors.toSet());
    }

    private static boolean isOverridden(ServiceRequest request) {
        return request.getExtensionsByUrl(OnwardReferral.OVERRIDE).stream()
                .anyMatch(override -> has(override, "by") && has(override, "reason"));
    }

    private static boolean has(Extension override, String part) {
        var given = override.getExtensionByUrl(part);
        return given != null && given.hasValue();
    }
}
