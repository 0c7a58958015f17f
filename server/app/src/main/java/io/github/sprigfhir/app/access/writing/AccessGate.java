package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.sprigfhir.app.access.circle.ScopeParts;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.Refusals;
import io.github.sprigfhir.domain.access.Access;
import io.github.sprigfhir.domain.access.AccessRules;
import io.github.sprigfhir.domain.access.Act;
import io.github.sprigfhir.domain.access.Operation;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks whether a caller may do something, and lets through or refuses: 403 with the reason, or as if nothing were there. */
@Component
class AccessGate {

    private final Stored stored;
    private final Relations relations;
    private final ScopeParts parts;

    AccessGate(Stored stored, Relations relations, ScopeParts parts) {
        this.stored = stored;
        this.relations = relations;
        this.parts = parts;
    }

    /** Judges by the role alone. */
    void byRole(Identity caller, Act act, @Nullable String type, String expression) {
        refuse(
                FhirKind.of(type)
                        .map(kind -> AccessRules.decide(caller, act, kind))
                        .orElseGet(() -> AccessRules.unknownKind(caller)),
                expression);
    }

    /**
     * Judges by the role, and by what stands under an id.
     *
     * @param hidden what to say where nothing does, or nothing that the caller may know of
     * @return what stands there
     */
    Optional<Resource> byId(
            Identity caller,
            Act act,
            IIdType id,
            RequestDetails request,
            String expression,
            Function<IIdType, BaseServerResponseException> hidden) {
        byRole(caller, act, id.getResourceType(), expression);
        var kind = FhirKind.of(id.getResourceType()).orElseThrow();
        var current = stored.find(id);
        var access = AccessRules.decide(caller, act, kind, relations.of(current, kind, caller, request));
        refuse(access, expression);
        if (access instanceof Access.Hidden
                || current.filter(known -> !parts.speaksOf(known, act, request)).isPresent()) {
            throw hidden.apply(id);
        }
        return current;
    }

    /** Judges a change to what was read already. */
    void byContent(Identity caller, Act act, Resource current, RequestDetails request) {
        byRole(caller, act, current.fhirType(), current.fhirType());
        var kind = FhirKind.of(current.fhirType()).orElseThrow();
        var access = AccessRules.decide(caller, act, kind, relations.of(current, kind, caller, request));
        refuse(access, current.fhirType());
        if (access instanceof Access.Hidden || !parts.speaksOf(current, act, request)) {
            throw Refusals.notFound(current.getIdElement());
        }
    }

    /** Judges the call of an operation on what stands under an id. */
    void byOperation(Identity caller, Optional<Operation> operation, @Nullable IIdType id, RequestDetails request) {
        if (operation.isEmpty()
                || (id == null ? !operation.get().isOnType() : !operation.get().isOnOne())) {
            refuse(AccessRules.unknownOperation(caller), "");
            return;
        }
        if (id == null) {
            refuse(AccessRules.decide(caller, operation.get()), "");
            return;
        }
        var called = stored.find(id);
        // An operation may be called on several types.
        var kind = called.flatMap(resource -> FhirKind.of(resource.fhirType()))
                .orElse(operation.get().kind());
        var access = AccessRules.decide(caller, operation.get(), relations.of(called, kind, caller, request));
        refuse(access, "");
        if (access instanceof Access.Hidden) {
            throw Refusals.notFound(id);
        }
    }

    private static void refuse(Access access, String expression) {
        if (access instanceof Access.Refused refused) {
            throw Refusals.forbidden(List.of(forbidden(refused.refusal(), expression)));
        }
    }

    static Problem forbidden(Refusal refusal, String expression) {
        return new Problem(
                IssueSeverity.ERROR,
                IssueType.FORBIDDEN,
                refusal.reason(),
                expression,
                refusal.text(),
                refusal.remedy());
    }
}
