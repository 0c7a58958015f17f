package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.outcome.ServerRule;
import io.github.sprigfhir.app.platform.reference.References;
import io.github.sprigfhir.domain.kernel.Identity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a caller refer to the directory and to what it may see. Whatever else there is, is not there for it: a reference
 * to it is answered as one to nothing, by the same code, before the store could tell the two apart.
 */
@Component
class ReferenceCheck {

    private static final String SEEN = "sprig.seen";

    private final FhirContext fhir;
    private final References references;
    private final Stored stored;

    ReferenceCheck(FhirContext fhir, References references, Stored stored) {
        this.fhir = fhir;
        this.references = references;
        this.stored = stored;
    }

    /**
     * Judges what is about to be stored, and settles its conditional references among what the caller may see.
     *
     * @param made the conditions under which the same transaction creates or changes something
     */
    List<Problem> beforeStorage(
            Resource sent, @Nullable Resource before, Set<String> made, Identity caller, RequestDetails request) {
        var known = before == null ? Set.<String>of() : addresses(before);
        var problems = new ArrayList<Problem>();
        for (var info : fhir.newTerser().getAllResourceReferences(sent)) {
            if (info.getResourceReference() instanceof Reference reference
                    && reference.hasReference()
                    && !known.contains(reference.getReference())
                    && !made.contains(reference.getReference())) {
                judge(reference, path(sent, info), caller, request).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /**
     * Judges what has been stored, its references resolved, just before the commit.
     *
     * @param made what the same transaction has created, as type and id
     */
    List<Problem> beforeCommit(
            Resource after, @Nullable Resource before, Set<String> made, Identity caller, RequestDetails request) {
        var known = before == null ? Set.<String>of() : addresses(before);
        return fhir.newTerser().getAllResourceReferences(after).stream()
                .filter(info -> info.getResourceReference() instanceof Reference reference
                        && reference.hasReference()
                        && !known.contains(reference.getReference())
                        && !made.contains(address(reference))
                        && isHidden(address(reference), caller, request))
                .map(info -> nothing(path(after, info), "What is referred to is not here."))
                .toList();
    }

    /** Whether a caller may refer to a record by its type and id. */
    boolean isHidden(String address, Identity caller, RequestDetails request) {
        var id = new IdType(address);
        if (FhirKind.of(id.getResourceType()).filter(kind -> kind.isRecord()).isEmpty()) {
            return false;
        }
        var seen = seen(request);
        if (seen.contains(address)) {
            return false;
        }
        var visible = stored.find(id)
                .filter(target -> Relations.maySee(target, caller))
                .isPresent();
        if (visible) {
            seen.add(address);
        }
        return !visible;
    }

    private Optional<Problem> judge(Reference reference, String path, Identity caller, RequestDetails request) {
        var address = reference.getReference();
        if (address.startsWith("#") || address.startsWith("urn:")) {
            return Optional.empty();
        }
        if (address.indexOf('?') > 0) {
            return settle(reference, path, caller, request);
        }
        var settled = references.settled(reference, request);
        return isHidden(settled, caller, request)
                ? Optional.of(nothing(path, "Resource %s not found, specified in path: %s".formatted(settled, path)))
                : Optional.empty();
    }

    private Optional<Problem> settle(Reference reference, String path, Identity caller, RequestDetails request) {
        var condition = reference.getReference();
        var type = condition.substring(0, condition.indexOf('?'));
        var narrowed = Conditions.narrowed(type, condition, caller, path);
        if (narrowed.equals(condition)) {
            return Optional.empty();
        }
        var found = stored.matching(narrowed);
        if (found.size() == 1) {
            reference.setReference(found.get(0));
            seen(request).add(found.get(0));
        }
        return found.isEmpty()
                ? Optional.of(nothing(path, "Nothing matches the reference, specified in path: " + path))
                : Optional.empty();
    }

    private static Problem nothing(String path, String text) {
        return new Problem(
                IssueSeverity.ERROR,
                IssueType.NOTFOUND,
                ServerRule.REFERENCE_TO_NOTHING,
                path,
                text,
                "Send what is referred to first, or in the same transaction.");
    }

    private Set<String> addresses(Resource resource) {
        return fhir.newTerser().getAllResourceReferences(resource).stream()
                .map(info -> String.valueOf(
                        info.getResourceReference().getReferenceElement().getValue()))
                .collect(Collectors.toSet());
    }

    private static String address(Reference reference) {
        return String.valueOf(
                reference.getReferenceElement().toUnqualifiedVersionless().getValue());
    }

    private static String path(Resource resource, ResourceReferenceInfo info) {
        return resource.fhirType() + "." + info.getName();
    }

    @SuppressWarnings("unchecked")
    private static Set<String> seen(RequestDetails request) {
        return (Set<String>) request.getUserData().computeIfAbsent(SEEN, key -> new HashSet<String>());
    }
}
