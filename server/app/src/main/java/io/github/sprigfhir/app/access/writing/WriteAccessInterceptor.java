package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.PrePatchDetails;
import ca.uhn.fhir.jpa.dao.PreVerifyConditionalMatchCriteriaRequest;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import io.github.sprigfhir.app.platform.SprigFeature;
import io.github.sprigfhir.app.platform.caller.Identities;
import io.github.sprigfhir.app.platform.outcome.Place;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Judges every write at storage, however it arrives. The server's own writes pass: those that it makes for a caller by an
 * operation were judged when the operation was called.
 */
@Component
@Interceptor
class WriteAccessInterceptor implements SprigFeature {

    /** Before whatever looks at the content: a refusal of that would tell what is there. */
    private static final int BEFORE_ALL_JUDGES = -100;

    private static final String REFERENCES_JUDGED = "sprig.references-judged";

    private final AccessGate gate;
    private final ReferenceCheck references;

    WriteAccessInterceptor(AccessGate gate, ReferenceCheck references) {
        this.gate = gate;
        this.references = references;
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = BEFORE_ALL_JUDGES)
    void created(IBaseResource resource, @Nullable RequestDetails request) {
        asked(request, (caller, details) -> {
            gate.byRole(caller, Act.CREATE, resource.fhirType(), resource.fhirType());
            if (resource instanceof Patient person && !person.hasManagingOrganization()) {
                person.setManagingOrganization(
                        new Reference(caller.organisation().name()));
            }
            judge(null, (Resource) resource, caller, details);
        });
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = BEFORE_ALL_JUDGES)
    void updated(@Nullable IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        asked(request, (caller, details) -> {
            gate.byContent(caller, Act.UPDATE, (Resource) (before == null ? after : before), details);
            judge((Resource) before, (Resource) after, caller, details);
        });
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED, order = BEFORE_ALL_JUDGES)
    void deleted(IBaseResource resource, @Nullable RequestDetails request) {
        asked(request, (caller, details) -> gate.byContent(caller, Act.DELETE, (Resource) resource, details));
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_PREPATCH, order = BEFORE_ALL_JUDGES)
    void patched(PrePatchDetails patch, @Nullable RequestDetails request) {
        asked(request, (caller, details) -> {
            gate.byContent(caller, Act.UPDATE, (Resource) patch.getResource(), details);
            PatchCheck.judge(patch).ifPresent(refusal -> {
                var place = patch.getResource().fhirType() + ".meta";
                throw Refusals.unprocessable(
                        List.of(Problem.invalid(refusal.reason(), place, refusal.text(), refusal.remedy())));
            });
        });
    }

    @Hook(Pointcut.STORAGE_PREVERIFY_CONDITIONAL_MATCH_CRITERIA)
    void verify(PreVerifyConditionalMatchCriteriaRequest created) {
        created.setConditionalUrl(Conditions.asSent(created.getConditionalUrl()));
    }

    private void judge(@Nullable Resource before, Resource after, Identity caller, RequestDetails request) {
        var problems = new ArrayList<>(LabelCheck.between(before, after));
        problems.addAll(EntryPartCheck.between(before, after, caller));
        if (!after.hasUserData(REFERENCES_JUDGED)) {
            problems.addAll(references.beforeStorage(after, before, Set.of(), caller, request));
        }
        if (!problems.isEmpty()) {
            throw Refusals.unprocessable(Place.within(after, problems));
        }
    }

    private static void asked(@Nullable RequestDetails request, BiConsumer<Identity, RequestDetails> judge) {
        if (request != null) {
            callerOf(request).ifPresent(caller -> judge.accept(caller, request));
        }
    }

    /** Who is to be judged; nobody where the server itself writes, and where there is no access control. */
    static Optional<Identity> callerOf(@Nullable RequestDetails request) {
        return request instanceof SystemRequestDetails ? Optional.empty() : Identities.of(request);
    }

    /** References of a transaction's entries are judged when it begins; those between them are not settled before. */
    static void noteReferencesJudged(Resource resource) {
        resource.setUserData(REFERENCES_JUDGED, true);
    }
}
