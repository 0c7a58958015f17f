package io.github.sprigfhir.app.access.writing;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.sprigfhir.app.platform.outcome.Problem;
import io.github.sprigfhir.app.platform.reference.Person;
import io.github.sprigfhir.domain.access.Authorship;
import io.github.sprigfhir.domain.access.Authorship.Party;
import io.github.sprigfhir.domain.access.Kind;
import io.github.sprigfhir.domain.kernel.Identity;
import io.github.sprigfhir.domain.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds whom a caller newly names as having made something or asked for it, and has each judged. */
@Component
class AuthorCheck {

    private final FhirContext fhir;
    private final Belonging belonging;

    AuthorCheck(FhirContext fhir, Belonging belonging) {
        this.fhir = fhir;
        this.belonging = belonging;
    }

    List<Problem> judge(@Nullable Resource before, Resource after, Kind kind, Identity caller, RequestDetails request) {
        var problems = new ArrayList<Problem>();
        for (var element : Authorship.of(kind)) {
            var known = before == null ? List.<Reference>of() : FhirAuthorship.named(before, element);
            var named = FhirAuthorship.named(after, element);
            var added = added(known, named);
            var judged = element.isJudgedWhole() && !added.isEmpty() ? named : added;
            element.judge(caller, parties(judged, after, caller, request))
                    .map(refusal -> problem(element.path(), refusal))
                    .ifPresent(problems::add);
        }
        var known = before == null ? List.<Reference>of() : notes(before);
        var path = kind.type() + ".note.author";
        Authorship.judgeNotes(caller, path, parties(added(known, notes(after)), after, caller, request))
                .map(refusal -> problem(path, refusal))
                .ifPresent(problems::add);
        return problems;
    }

    private List<Party> parties(List<Reference> named, Resource resource, Identity caller, RequestDetails request) {
        return named.stream()
                .map(reference -> party(reference, resource, caller, request))
                .toList();
    }

    private static Problem problem(String path, Refusal refusal) {
        return Problem.invalid(refusal.reason(), path, refusal.text(), refusal.remedy());
    }

    /** A party that is named by an identifier alone cannot be known, so it is another's. */
    private Party party(Reference reference, Resource resource, Identity caller, RequestDetails request) {
        var address = address(reference);
        if (Person.of(resource).filter(address::equals).isPresent()) {
            return Party.THE_PERSON;
        }
        return belonging.belongs(address, caller, request) ? Party.OWN : Party.ANOTHER;
    }

    private List<Reference> notes(Resource resource) {
        return fhir.newTerser().getAllPopulatedChildElementsOfType(resource, Annotation.class).stream()
                .filter(Annotation::hasAuthorReference)
                .map(Annotation::getAuthorReference)
                .toList();
    }

    private static List<Reference> added(List<Reference> known, List<Reference> named) {
        Set<String> before = known.stream().map(AuthorCheck::address).collect(Collectors.toSet());
        return named.stream()
                .filter(reference -> !before.contains(address(reference)))
                .toList();
    }

    private static String address(Reference reference) {
        return String.valueOf(
                reference.getReferenceElement().toUnqualifiedVersionless().getValue());
    }
}
